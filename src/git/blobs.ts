import { GitError } from './git-error.ts';
import { git, repositoryTrouble, tryGit } from './run-git.ts';

/**
 * The blob that git's `REV:PATH` names (`:PATH` for what is staged), or undefined if there is none.
 *
 * @throws {GitError} if there is no repository
 */
export function blobOf(cwd: string, revisionPath: string): string | undefined {
  const { ok, stdout, stderr } = tryGit(cwd, ['rev-parse', '--verify', '--end-of-options', revisionPath]);
  if (ok) return stdout.toString().trim();
  const trouble = repositoryTrouble(stderr);
  if (trouble !== undefined) throw new GitError(trouble);
  return undefined;
}

/** How many bytes a blob holds. */
export const blobSize = (cwd: string, id: string): number =>
  Number(git(cwd, ['cat-file', '-s', id]).toString());

/** What blobs hold, in the order asked for, read in one go. */
export function readBlobs(cwd: string, ids: readonly string[]): Buffer[] {
  if (ids.length === 0) return [];
  const output = git(cwd, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map((id) => {
    const end = output.indexOf(0x0a, at);
    const [, type, size] = output.toString('utf8', at, end).split(' ');
    if (type !== 'blob') throw new GitError(`git: ${id} is no file`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return output.subarray(start, at - 1);
  });
}
