import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Fixtures and tables before properties: most mutants are killed by what takes a moment. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification): number =>
      ['/told.', '/laws.'].findIndex((name) => moduleId.includes(name));
    const order = (file: TestSpecification): number => [1, 0, 2][cost(file) + 1]!;
    return files.toSorted((a, b) => order(a) - order(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** `npm run mutate`: the tests that say what alignment and wording do, without those that start programs. */
export default defineConfig({
  define: { CLAUSEDIFF_VERSION: JSON.stringify('0.0.0-test'), CLAUSEDIFF_BUILD: JSON.stringify('test') },
  test: {
    include: [
      'test/{align,wording,compare,laws}/*.test.ts',
      'test/cli/config.test.ts',
      'test/report/told.test.ts',
    ],
    setupFiles: ['test/setup.ts'],
    env: { RUNS: '0.02' },
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: QuickestFirst },
  },
});
