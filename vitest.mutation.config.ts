import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a moment before what compares whole drafts, and properties last: the first failure ends a run. */
const QUICKEST_FIRST = ['/wording/', '/align/', '/compare/', '/cli/', '/report/', '/laws/'];

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      QUICKEST_FIRST.findIndex((folder) => moduleId.includes(`/test${folder}`));
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
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
