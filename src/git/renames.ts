import { blobOf } from './blobs.ts';
import { GitError } from './git-error.ts';
import { nameBefore } from './raw-diff.ts';
import { pathFromTop } from './repository-paths.ts';
import { tryGit } from './run-git.ts';

/** A file as the path part of `REV:PATH`: from the current folder, or in a bare repository from the top. */
export function pathInRevision(cwd: string, file: string): string {
  const inside = tryGit(cwd, ['rev-parse', '--is-inside-work-tree']).stdout.toString().trim();
  return inside === 'false' ? file : `./${file}`;
}

/**
 * What a file was called in an older revision, as the path part of `REV:PATH`.
 *
 * @param newer a revision, or empty for what is staged
 */
export function nameInRevision(cwd: string, file: string, older: string, newer: string): string {
  if (older.startsWith('-') || newer.startsWith('-'))
    throw new GitError(`"${older}..${newer}" is no range of revisions`);
  const same = pathInRevision(cwd, file);
  if (blobOf(cwd, `${older}:${same}`) !== undefined) return same;
  return nameBefore(cwd, newer, older, pathFromTop(cwd, file)) ?? same;
}
