import { dirname, resolve } from 'node:path';
import { decodeDraft, MAX_BYTES } from '../draft/decode.ts';
import { type Draft, DraftError } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { pipeOf, Refusal, readStored, readStream, refuseLonger } from '../util/read-bounded.ts';
import { fileTrouble } from './file-trouble.ts';
import { stayInside } from './stay-inside.ts';

const STANDARD_INPUT = 0;
const LIMIT = { bytes: MAX_BYTES, advice: 'compare it in parts' };

/**
 * Reads the draft that an operand names: a path, `-` for standard input, or git's `REV:PATH`. A file that is there wins
 * over a revision of the same spelling.
 *
 * @throws {DraftError | GitError} one line: what, where, and what to do
 */
export async function readDraft(operand: string, cwd: string): Promise<Draft> {
  const name = nameOf(operand);
  return parseDraft(decodeDraft(await readBytes(operand, cwd), name), name);
}

/** What a draft is called. */
export const nameOf = (operand: string): string => (operand === '-' ? 'standard input' : operand);

/**
 * Reads a file under another name.
 *
 * @throws {DraftError} one line: what, where, and what to do
 */
export function readDraftAs(file: string, name: string, cwd: string): Draft {
  return parseDraft(decodeDraft(readFileBytes(file, cwd), name), name);
}

/**
 * What comes through standard input or a pipe, which can be read only once; undefined for all other drafts.
 *
 * @throws {DraftError} one line: what, where, and what to do
 */
export function readPiped(operand: string, cwd: string): Uint8Array | undefined {
  const descriptor = operand === '-' ? STANDARD_INPUT : pipeOf(resolve(cwd, operand));
  return descriptor === undefined
    ? undefined
    : orTrouble(nameOf(operand), cwd, () => readStream(descriptor, LIMIT));
}

/** @throws {DraftError} one line: what, where, and what to do */
export function readFileBytes(file: string, cwd: string): Uint8Array {
  return orTrouble(file, cwd, () => readStored(resolve(cwd, file), LIMIT));
}

async function readBytes(operand: string, cwd: string): Promise<Uint8Array> {
  const piped = readPiped(operand, cwd);
  if (piped) return piped;
  try {
    return orTrouble(operand, cwd, () => {
      const path = resolve(cwd, operand);
      stayInside(path, dirname(path));
      return readStored(path, LIMIT);
    });
  } catch (error) {
    const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
    if (operand.includes(':') && (code === 'ENOENT' || code === 'ENOTDIR')) return readRevision(operand, cwd);
    throw error;
  }
}

function orTrouble(name: string, cwd: string, read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Refusal) throw new DraftError(`${name}: ${cause.message}`, { cause });
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new DraftError(fileTrouble(name, cwd, cause as NodeJS.ErrnoException), { cause });
  }
}

/** Git is loaded only where it is asked for. */
async function readRevision(operand: string, cwd: string): Promise<Uint8Array> {
  const { blobOf, blobSize, readBlobs } = await import('../git/blobs.ts');
  const blob = blobOf(cwd, operand);
  if (blob === undefined)
    throw new DraftError(`${operand}: no such file, and no such revision and path in git; check both`);
  return orTrouble(operand, cwd, () => {
    refuseLonger(blobSize(cwd, blob), LIMIT);
    return readBlobs(cwd, [blob])[0] as Uint8Array;
  });
}
