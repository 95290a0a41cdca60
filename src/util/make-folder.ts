import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { statOf } from './stat-of.ts';

/**
 * Makes a folder and those above it, where they are not there yet. Node's own way of doing so never ends below `/proc`.
 *
 * @param mode permissions of the folders made
 * @throws {NodeJS.ErrnoException} if one cannot be made
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (statOf(path)?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another program may have been faster.
    if (!statOf(path)?.isDirectory()) throw error;
  }
}
