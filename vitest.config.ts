import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { CLAUSEDIFF_VERSION: JSON.stringify('0.0.0-test'), CLAUSEDIFF_BUILD: JSON.stringify('test') },
  test: { include: ['test/**/*.test.ts'], setupFiles: ['test/setup.ts'], testTimeout: 60_000 },
});
