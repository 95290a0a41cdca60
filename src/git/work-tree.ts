import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tryGit } from './run-git.ts';

/** The top of the work tree, from which git names its paths; the folder itself where there is none. */
export function workTree(cwd: string): string {
  // Where a hook is run, which has no time to ask git.
  if (existsSync(join(cwd, '.git')) && !process.env.GIT_WORK_TREE) return cwd;
  const { ok, stdout } = tryGit(cwd, ['rev-parse', '--show-toplevel']);
  return ok ? stdout.toString().replace(/\r?\n$/, '') : cwd;
}
