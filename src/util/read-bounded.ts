import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { devNull } from 'node:os';
import { statOf } from './stat-of.ts';

/** How much is read, and what to do about more. */
export interface Limit {
  readonly bytes: number;
  readonly advice: string;
}

/** Why a file is not read: only the reason, for the caller to say where. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Read first of what does not say how long it is. */
const FIRST = 64 * 1024;
/** Milliseconds until a writer that is behind is asked again. */
const PAUSE = 5;
const MIB = 1024 * 1024;

/**
 * Reads a file on a disk, and nothing that may never end: no device (but the empty one), no pipe, and no file that the
 * system makes up while it is read, as below `/proc`.
 *
 * @throws {Refusal} if it is no such file, or longer than the limit
 * @throws {NodeJS.ErrnoException} if it cannot be read
 */
export const readStored = (path: string, limit: Limit): Uint8Array =>
  withStored(path, (file, size) => {
    refuseLonger(size, limit);
    return readOpen(file, limit, size);
  });

/**
 * The first bytes of a file on a disk.
 *
 * @throws as `readStored`
 */
export const readHead = (path: string, count: number): Uint8Array =>
  withStored(path, (file) => {
    const bytes = new Uint8Array(count);
    return bytes.subarray(0, readSome(file, bytes, 0));
  });

function withStored(path: string, read: (file: number, size: number) => Uint8Array): Uint8Array {
  // A pipe into which nobody writes would keep us waiting before we could look at it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  try {
    const stats = fstatSync(file);
    if (isNothing(stats)) return new Uint8Array();
    if (stats.isFile() || stats.isDirectory()) return read(file, stats.size);
    throw new Refusal(`is ${stats.isFIFO() ? 'a pipe' : 'a device'}, not a file; name a file`);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads what another program gives this one: standard input, or the end of a pipe. Stops at the limit, and at the first
 * NUL, which no text holds; what comes after it is left.
 *
 * @throws {Refusal} if it is longer than the limit
 * @throws {NodeJS.ErrnoException} if it cannot be read
 */
export const readStream = (descriptor: number, limit: Limit): Uint8Array => readOpen(descriptor, limit);

/**
 * The descriptor of a pipe that a path stands for, as a shell writes `<(…)`: it can be read once, and only as itself.
 */
export function pipeOf(path: string): number | undefined {
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  const descriptor = path === '/dev/stdin' ? 0 : number === undefined ? undefined : Number(number);
  if (descriptor === undefined) return undefined;
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() ? descriptor : undefined;
  } catch {
    return undefined;
  }
}

/** @param size that a file says it has; undefined for what another program gives, piece by piece */
function readOpen(file: number, limit: Limit, size?: number): Uint8Array {
  const isStream = size === undefined;
  let bytes = new Uint8Array(Math.min(size ?? FIRST, limit.bytes) + 1);
  for (let length = 0; ; ) {
    const count = readSome(file, bytes, length, isStream);
    if (count === 0) return bytes.subarray(0, length);
    if (size === 0 && fstatSync(file).size === 0)
      throw new Refusal('is made up by the system while it is read; name a file on a disk');
    const isBinary = isStream && bytes.subarray(length, length + count).includes(0);
    length += count;
    if (length > limit.bytes) throw tooLong(limit);
    if (isBinary) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const longer = new Uint8Array(Math.min(2 * length, limit.bytes + 1));
    longer.set(bytes);
    bytes = longer;
  }
}

/** @param isPatient to wait for a writer that is behind */
function readSome(file: number, into: Uint8Array, at: number, isPatient = false): number {
  for (;;) {
    try {
      return readSync(file, into, at, into.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // So Windows says that the other end is closed.
      if (code === 'EOF') return 0;
      if (code !== 'EINTR' && !(code === 'EAGAIN' && isPatient)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function isNothing(stats: Stats): boolean {
  return stats.isCharacterDevice() && stats.rdev === statOf(devNull)?.rdev;
}

/** @throws {Refusal} if so many bytes are more than the limit */
export function refuseLonger(size: number, limit: Limit): void {
  if (size > limit.bytes) throw tooLong(limit, size);
}

function tooLong({ bytes, advice }: Limit, size?: number): Refusal {
  const most = bytes / MIB;
  const told = size === undefined ? 'more than' : `${Math.ceil(size / MIB)} MiB is more than`;
  return new Refusal(`${told} the limit of ${most} MiB; ${advice}`);
}
