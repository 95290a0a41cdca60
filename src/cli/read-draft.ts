import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeDraft } from '../draft/decode.ts';
import { type Draft, DraftError } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { reasonOf } from './reason-of.ts';

const STANDARD_INPUT = 0;

/**
 * Reads the draft that an operand names: a path, or `-` for standard input.
 *
 * @throws {DraftError} one line: what, where, and what to do
 */
export function readDraft(operand: string, cwd: string): Draft {
  const name = operand === '-' ? 'standard input' : operand;
  return parseDraft(decodeDraft(readBytes(operand, cwd), name), name);
}

function readBytes(operand: string, cwd: string): Uint8Array {
  try {
    if (operand === '-') return readFileSync(STANDARD_INPUT);
    const path = resolve(cwd, operand);
    if (statSync(path).isDirectory()) throw new DraftError(`${operand}: is a folder; name the drafts in it`);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof DraftError) throw cause;
    throw new DraftError(`${operand}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause });
  }
}
