import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeDraft } from '../draft/decode.ts';
import { type Draft, DraftError } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { fileTrouble } from './file-trouble.ts';

const STANDARD_INPUT = 0;

/**
 * Reads the draft that an operand names: a path, `-` for standard input, or git's `REV:PATH`. A file that is there wins
 * over a revision of the same spelling.
 *
 * @throws {DraftError | GitError} one line: what, where, and what to do
 */
export async function readDraft(operand: string, cwd: string): Promise<Draft> {
  const name = operand === '-' ? 'standard input' : operand;
  return parseDraft(decodeDraft(await readBytes(operand, cwd), name), name);
}

/**
 * Reads a file under another name.
 *
 * @throws {DraftError} one line: what, where, and what to do
 */
export async function readDraftAs(file: string, name: string, cwd: string): Promise<Draft> {
  return parseDraft(decodeDraft(readFileSync(resolve(cwd, file)), name), name);
}

async function readBytes(operand: string, cwd: string): Promise<Uint8Array> {
  try {
    if (operand === '-') return readFileSync(STANDARD_INPUT);
    return readFileSync(resolve(cwd, operand));
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    if (operand.includes(':') && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return readRevision(operand, cwd);
    throw new DraftError(fileTrouble(operand, cwd, error), { cause });
  }
}

/** Git is loaded only where it is asked for. */
async function readRevision(operand: string, cwd: string): Promise<Uint8Array> {
  const { blobOf, readBlobs } = await import('../git/blobs.ts');
  const blob = blobOf(cwd, operand);
  if (blob === undefined)
    throw new DraftError(`${operand}: no such file, and no such revision and path in git; check both`);
  return readBlobs(cwd, [blob])[0] as Uint8Array;
}
