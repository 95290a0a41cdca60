import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { Refusal } from '../util/read-bounded.ts';

/**
 * A repository may be anybody's: a link or a path in it must not have the program show a file of the user's own.
 *
 * @param path absolute
 * @param from the absolute folder whose repository it must not leave, if it is in one
 * @throws {Refusal} if it does
 */
export function stayInside(path: string, from: string): void {
  const real = realPath(path);
  if (real === undefined) return;
  // A linked folder may hold a repository of its own, so that of each folder above counts too.
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) && !isWithin(real, realPath(folder)))
      throw new Refusal('leads out of the repository; name a file in it, or the file itself');
    if (folder === dirname(folder)) return;
  }
}

const isWithin = (path: string, folder: string | undefined): boolean =>
  folder !== undefined && path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Undefined where there is no such file; opening it says why. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
