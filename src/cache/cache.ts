import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What was computed once, by what it was computed from. Nothing in it is needed: it only saves time. */
export interface Cache {
  /** @param key all that the value depends on */
  get(...key: readonly unknown[]): unknown;
  put(value: unknown, ...key: readonly unknown[]): void;
}

/** Remembers nothing. */
export const NO_CACHE: Cache = { get: () => undefined, put: () => {} };

/** Bytes that the folder may hold; beyond it the entries that were written first go. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Longest entry, in UTF-16 units: reading a longer one takes about as long as computing it. */
const MAX_ENTRY = 4 * 1024 * 1024;
/** One write in so many looks at the size of the folder. */
const SWEEP_EVERY = 256;

/**
 * A cache in a folder, one file an entry, named by the digest of its key. An entry is written beside its place and
 * renamed, so that two programs may write at once; one that is cut off, changed or not ours is as good as none, and
 * written anew. A folder that cannot be written is no trouble.
 *
 * @param build of the program: what another one computed may be wrong in this one
 */
export function openCache(folder: string, build: string): Cache {
  let written = 0;
  const pathOf = (key: readonly unknown[]): string => {
    const name = digest(JSON.stringify([build, ...key]));
    return join(folder, name.slice(0, 2), name.slice(2));
  };
  return {
    get: (...key) => {
      try {
        const text = readFileSync(pathOf(key), 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return digest(body) === text.slice(0, end) ? JSON.parse(body) : undefined;
      } catch {
        return undefined;
      }
    },
    put: (value, ...key) => {
      const path = pathOf(key);
      const beside = `${path}.${process.pid}.${written}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        const body = JSON.stringify(value);
        if (body.length > MAX_ENTRY) return;
        writeFileSync(beside, `${digest(body)}\n${body}`, { mode: 0o600, flag: 'wx' });
        renameSync(beside, path);
        if (written++ % SWEEP_EVERY === 0) sweep(folder, MAX_BYTES);
      } catch {
        remove(beside);
      }
    },
  };
}

/**
 * Removes the entries that were written first until the rest fits.
 *
 * @param most bytes
 */
export function sweep(folder: string, most: number): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return { path, size, mtimeMs };
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  let total = 0;
  for (const { path, size } of entries) {
    total += size;
    if (total > most) rmSync(path, { force: true });
  }
}

/** As far as that is possible. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There never was such a file.
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
