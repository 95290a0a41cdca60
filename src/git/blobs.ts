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
export const readBlobs = (cwd: string, ids: readonly string[]): Buffer[] => readObjects(cwd, ids, 'blob');

/**
 * The contents of objects, in the order asked for, read in one go.
 *
 * @throws {GitError} if one is missing, as in a partial clone, or is of another type
 */
export function readObjects(cwd: string, ids: readonly string[], type: 'blob' | 'commit'): Buffer[] {
  if (ids.length === 0) return [];
  const output = git(cwd, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map((id) => {
    const end = output.indexOf(0x0a, at);
    const [, found, size] = output.toString('utf8', at, end).split(' ');
    if (found === 'missing')
      throw new GitError(`git: ${id} is not in this clone; git fetch --refetch brings what is missing`);
    if (found !== type) throw new GitError(`git: ${id} is no ${type === 'blob' ? 'file' : type}`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return output.subarray(start, at - 1);
  });
}
