import { readFileSync } from 'node:fs';
import { reasonOf } from './reason-of.ts';

/** Far beyond any lexicon or configuration written by hand. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file that a user wrote for the program: a configuration or a lexicon.
 *
 * @throws {Error} with only the reason as its message, for the caller to say where
 */
export function readOwnText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Error(reasonOf(cause as NodeJS.ErrnoException), { cause });
  }
  if (bytes.length > MAX_BYTES) throw new Error('more than 4 MiB; name the right file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('not UTF-8; convert it, for example with iconv', { cause });
  }
}
