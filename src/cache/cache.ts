import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readStored } from '../util/read-bounded.ts';
import { replaceFile } from '../util/replace-file.ts';
import { placeOf, sweep } from './entries.ts';
import { FILE_MODE, isCache, isOwn, isOwnFolder, lookAt, makeCache, makeOwnFolder } from './own-folder.ts';

/** What was computed once, by what it was computed from. Nothing in it is needed: it only saves time. */
export interface Cache {
  /**
   * @param key all that the value depends on
   * @returns what was put, or whatever else the file holds by now: the caller looks at its shape
   */
  get(...key: readonly unknown[]): unknown;
  put(value: unknown, ...key: readonly unknown[]): void;
}

/** Remembers nothing. */
export const NO_CACHE: Cache = { get: () => undefined, put: () => {} };

const MIB = 1024 * 1024;
/** Bytes that the entries may have. */
export const MAX_BYTES = 64 * MIB;
/** Once they have more, so many may stay: a full cache is not looked through at every write. */
const SWEPT_BYTES = 48 * MIB;
/** Bytes of the longest entry: reading a longer one takes about as long as computing it. */
const ENTRY_LIMIT = { bytes: 4 * MIB, advice: '' };
/** Bytes written after which the entries are counted anew: other programs write, too. */
const RECOUNT_BYTES = 4 * MIB;

/**
 * A cache in a folder, one file an entry, named by the digest of its key. An entry is written beside its place and
 * renamed, so that two programs may write at once; one that is cut off, changed or not ours is as good as none, and
 * written anew. Only a folder that this program made, that is the user's and that nobody else can write to is used at
 * all. A folder that cannot be used is no trouble.
 *
 * @param build of the program: what another one computed may be wrong in this one
 */
export function openCache(folder: string, build: string): Cache {
  let isThere: boolean | undefined;
  let isMade: boolean | undefined;
  let held: number | undefined;
  let written = 0;

  const placeOfKey = (key: readonly unknown[]) => {
    const [group, entry] = placeOf(digest(JSON.stringify([build, ...key])));
    return { group: join(folder, group), path: join(folder, group, entry) };
  };
  /** Has room made for an entry of so many bytes. */
  const makeRoom = (bytes: number): void => {
    if (held === undefined || written > RECOUNT_BYTES) {
      held = sweep(folder, MAX_BYTES).bytes;
      written = 0;
    }
    if (held + bytes > MAX_BYTES) held = sweep(folder, SWEPT_BYTES).bytes;
    held += bytes;
    written += bytes;
  };

  return {
    get: (...key) => {
      try {
        isThere ??= isCache(folder);
        const { group, path } = placeOfKey(key);
        if (!isThere || ![folder, group].every(isOwnFolder) || !isOwnFile(path)) return undefined;
        const text = Buffer.from(readStored(path, ENTRY_LIMIT)).toString();
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return digest(body) === text.slice(0, end) ? JSON.parse(body) : undefined;
      } catch {
        return undefined;
      }
    },
    put: (value, ...key) => {
      try {
        const body = JSON.stringify(value);
        const content = Buffer.from(`${digest(body)}\n${body}`);
        if (content.length > ENTRY_LIMIT.bytes) return;
        isMade ??= makeCache(folder);
        isThere = isMade;
        const { group, path } = placeOfKey(key);
        if (!isMade || !isOwnFolder(folder)) return;
        makeOwnFolder(group);
        if (!isOwnFolder(group) || (lookAt(path) && !isOwnFile(path))) return;
        makeRoom(content.length);
        // The digest tells whether the disk has all of it.
        replaceFile(path, content, { mode: FILE_MODE, durable: false });
      } catch {
        // It is computed anew.
      }
    },
  };
}

function isOwnFile(path: string): boolean {
  const stats = lookAt(path);
  return stats?.isFile() === true && isOwn(stats);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
