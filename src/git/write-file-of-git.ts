import { dirname } from 'node:path';
import { makeFolder } from '../util/make-folder.ts';
import { reasonOf } from '../util/reason-of.ts';
import { type Manner, replaceFile } from '../util/replace-file.ts';
import { GitError } from './git-error.ts';

/**
 * Puts a file into git's folders, whole or not at all.
 *
 * @throws {GitError} one line: where, and why it cannot be written
 */
export function writeFileOfGit(path: string, text: string, manner: Manner = {}): void {
  try {
    makeFolder(dirname(path));
    replaceFile(path, text, manner);
  } catch (cause) {
    throw new GitError(`${path}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause });
  }
}
