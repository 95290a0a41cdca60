import { dirname } from 'node:path';
import { Refusal, readStored } from '../util/read-bounded.ts';
import { reasonOf } from '../util/reason-of.ts';
import { stayInside } from './stay-inside.ts';

/** Far beyond any lexicon or configuration written by hand. */
const LIMIT = { bytes: 4 * 1024 * 1024, advice: 'name the right file' };

/**
 * Reads a file that somebody wrote for the program: a configuration or a lexicon.
 *
 * @param path absolute
 * @param from the folder of the file that names it, whose repository it must not leave; otherwise its own
 * @throws {Error} with only the reason as its message, for the caller to say where
 */
export function readOwnText(path: string, from = dirname(path)): string {
  let bytes: Uint8Array;
  try {
    stayInside(path, from);
    bytes = readStored(path, LIMIT);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Error(reasonOf(cause as NodeJS.ErrnoException), { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('not UTF-8; convert it, for example with iconv', { cause });
  }
}
