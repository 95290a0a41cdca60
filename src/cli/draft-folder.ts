import { dirname, resolve } from 'node:path';
import { statOf } from '../util/stat-of.ts';

/**
 * The folder of a draft, from which its configuration is looked for upwards; of a folder of drafts itself. A draft
 * from standard input lies where one stands; git's `REV:PATH` lies where `PATH` is in the work tree.
 */
export async function draftFolder(operand: string | undefined, cwd: string): Promise<string> {
  if (operand === undefined || operand === '-') return cwd;
  const [, path] = /^(?::[0-3]|[^:]*):(.*)$/s.exec(operand) ?? [];
  const found = statOf(resolve(cwd, operand));
  if (found?.isDirectory()) return resolve(cwd, operand);
  if (found || path === undefined) return dirname(resolve(cwd, operand));
  if (/^\.\.?\//.test(path)) return dirname(resolve(cwd, path));
  const { topFolder } = await import('../git/repository-paths.ts');
  return dirname(resolve(topFolder(cwd), path));
}
