import { resolve } from 'node:path';
import { reasonOf } from '../util/reason-of.ts';
import { replaceFile } from '../util/replace-file.ts';
import { statOf } from '../util/stat-of.ts';
import { UsageError } from './program.ts';

/**
 * Writes a file that the user named, whole or not at all.
 *
 * @throws {UsageError} one line: what, where, and what to do
 */
export function writeFile(name: string, cwd: string, content: string | Uint8Array): void {
  const path = resolve(cwd, name);
  if (statOf(path)?.isDirectory()) throw new UsageError(`${name}: is a folder; name a file for the report`);
  try {
    replaceFile(path, content);
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    const reason = error.code === 'ENOENT' ? 'no such folder; make it first' : reasonOf(error);
    throw new UsageError(`${name}: ${reason}`, { cause });
  }
}
