import { defineConfig } from 'vitest/config';

/** `SECONDS=… SEED=… npm run fuzz`: mutated input at every entry, with the laws to hold. */
export default defineConfig({
  define: { CLAUSEDIFF_VERSION: JSON.stringify('0.0.0-test'), CLAUSEDIFF_BUILD: JSON.stringify('test') },
  test: { include: ['test/fuzz/*.check.ts'], fileParallelism: false },
});
