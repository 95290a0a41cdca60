import { defineConfig } from 'vitest/config';

/** The reports in the programs that people open them with, and hooks run by pre-commit; all three must be installed. */
export default defineConfig({
  test: {
    include: ['test/documents/**/*.check.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
