import { fileURLToPath } from 'node:url';

/**
 * Node and a file of the built program, so that git finds it wherever it is run from.
 *
 * @param file `cli.js`, or for a hook `hook.cjs`
 */
export const programCommand = (file = 'cli.js'): string[] => [
  process.execPath,
  fileURLToPath(
    new URL(import.meta.url.includes('/src/') ? `../../dist/${file}` : `./${file}`, import.meta.url),
  ),
];
