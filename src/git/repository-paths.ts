import { isAbsolute, posix, relative } from 'node:path';
import { GitError } from './git-error.ts';
import { git, tryGit } from './run-git.ts';

/** The top of the work tree, from which git names its paths; the folder itself where there is none. */
export function topFolder(cwd: string): string {
  const { ok, stdout } = tryGit(cwd, ['rev-parse', '--show-toplevel']);
  return (ok && stdout.toString().replace(/\r?\n$/, '')) || cwd;
}

/**
 * The path of a file from the top of the repository.
 *
 * @param file as named from `cwd`
 * @throws {GitError} if it lies elsewhere
 */
export function pathFromTop(cwd: string, file: string): string {
  const prefix = git(cwd, ['rev-parse', '--show-prefix']).toString().replace(/\n$/, '');
  const path = posix.normalize(prefix + (isAbsolute(file) ? relative(cwd, file) : file));
  if (path.startsWith('../')) throw new GitError(`${file}: lies outside the repository`);
  return path;
}
