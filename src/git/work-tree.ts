import { tryGit } from './run-git.ts';

/** The top of the work tree, from which git names its paths; the folder itself where there is none. */
export function workTree(cwd: string): string {
  const { ok, stdout } = tryGit(cwd, ['rev-parse', '--show-toplevel']);
  return ok ? stdout.toString().replace(/\r?\n$/, '') : cwd;
}
