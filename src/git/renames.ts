import { blobOf } from './blobs.ts';
import { GitError } from './git-error.ts';
import { git, tryGit } from './run-git.ts';

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
export function nameBefore(cwd: string, file: string, older: string, newer: string): string {
  if (older.startsWith('-') || newer.startsWith('-'))
    throw new GitError(`"${older}..${newer}" is no range of revisions`);
  const same = pathInRevision(cwd, file);
  if (blobOf(cwd, `${older}:${same}`) !== undefined) return same;
  const prefix = git(cwd, ['rev-parse', '--show-prefix']).toString().trimEnd();
  const fields = git(cwd, [
    ...['diff', '-M', '--name-status', '-z', '--diff-filter=R', '--no-ext-diff', '--no-textconv'],
    ...(newer === '' ? ['--cached', older] : [older, newer]),
    '--',
  ])
    .toString()
    .split('\0');
  for (let i = 0; i + 2 < fields.length; i += 3)
    if (fields[i + 2] === prefix + file) return fields[i + 1] as string;
  return same;
}

export function mergeBase(cwd: string, one: string, other: string): string {
  if (one.startsWith('-') || other.startsWith('-'))
    throw new GitError(`"${one}...${other}" is no range of revisions`);
  return git(cwd, ['merge-base', one, other]).toString().trim();
}
