import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { reasonOf } from '../util/reason-of.ts';
import { suggest } from './suggest.ts';

/** Why a draft could not be read, in one line, and what to do. */
export function fileTrouble(operand: string, cwd: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'EISDIR')
    return `${operand}: is a folder; name the drafts in it, or see them as a chain: clausediff view ${operand}`;
  const meant = error.code === 'ENOENT' ? similarFile(resolve(cwd, operand)) : undefined;
  if (meant !== undefined) return `${operand}: no such file; did you mean ${meant}?`;
  return `${operand}: ${reasonOf(error)}`;
}

/** A file of the same folder with nearly that name; another number is another file. */
function similarFile(path: string): string | undefined {
  const shape = (name: string): string => name.replace(/\d+/g, '#');
  try {
    const names = readdirSync(dirname(path)).filter((name) => shape(name) !== shape(basename(path)));
    return names.length > 0 ? suggest(basename(path), names) : undefined;
  } catch {
    return undefined;
  }
}
