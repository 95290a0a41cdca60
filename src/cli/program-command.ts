import { fileURLToPath } from 'node:url';

/** This program and its first argument, so that git finds it wherever it is run from. */
export const programCommand = (): string[] => [
  process.execPath,
  fileURLToPath(
    new URL(import.meta.url.includes('/src/') ? '../../dist/cli.js' : './cli.js', import.meta.url),
  ),
];
