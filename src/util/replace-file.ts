import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from './stat-of.ts';

export interface Manner {
  /** Permissions; otherwise those of the file that is there, or what the user's mask makes of a new one. */
  readonly mode?: number;
  /** Wait until the disk has it. Only what can be checked when it is read may do without. */
  readonly durable?: boolean;
}

/** Names of files that are still being written; one that is left over was never finished. */
export const TEMPORARY = /^\.clausediff-[0-9a-f]{12}\.tmp$/;

/**
 * Puts a file in the place of what is there, whole or not at all: written beside it first, then renamed. What a link
 * leads to is replaced, not the link. A device or a pipe is written into.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written whole; what was there is then still there
 */
export function replaceFile(path: string, content: string | Uint8Array, manner: Manner = {}): void {
  const there = statOf(path);
  if (there && !there.isFile() && !there.isDirectory()) writeInto(path, content);
  else putInPlace(path, there, content, manner);
}

function putInPlace(
  path: string,
  there: Stats | undefined,
  content: string | Uint8Array,
  manner: Manner,
): void {
  const target = there ? realpathSync(path) : path;
  const beside = join(dirname(target), `.clausediff-${randomBytes(6).toString('hex')}.tmp`);
  const mode = manner.mode ?? (there && there.mode & 0o7777);
  const { durable = true } = manner;
  try {
    const file = openSync(beside, 'wx', mode);
    try {
      if (there) keepOwner(file, there);
      if (mode !== undefined) fchmodSync(file, mode);
      writeFileSync(file, content);
      if (durable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  if (durable) keepName(dirname(target));
}

/** Whoever could read the file through its group still can, as far as the user may give files to that group. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It is the user's, then.
  }
}

function writeInto(path: string, content: string | Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY);
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** The new name, too, is on the disk only once its folder is. Not every file system can be asked for that. */
function keepName(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // The file is whole either way.
  }
}
