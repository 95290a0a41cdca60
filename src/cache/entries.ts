import { rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPORARY } from '../util/replace-file.ts';
import { isCache, isOwn, isOwnFolder, lookAt, namesIn } from './own-folder.ts';

/** An entry is named by the digest of its key: two digits the folder, the others the file. */
export const placeOf = (name: string): readonly [group: string, entry: string] => [
  name.slice(0, 2),
  name.slice(2),
];
const GROUP = /^[0-9a-f]{2}$/;
const ENTRY = /^[0-9a-f]{62}$/;
/** Milliseconds after which what another program was still writing is left over. */
const ABANDONED = 60 * 60 * 1000;

interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** When it was written. */
  readonly time: number;
}

/** What a cache holds. */
export interface Holding {
  readonly entries: number;
  readonly bytes: number;
}

/** What a folder holds; nothing if it is no cache of ours. */
export const holdingOf = (folder: string): Holding => holding(entriesOf(folder));

/**
 * Removes the entries that were written first until the rest fits. Nothing else is ever removed: no other file, no
 * folder that the program did not make, and nothing behind a link.
 *
 * @param most bytes
 * @returns what is left
 */
export function sweep(folder: string, most: number): Holding {
  const entries = entriesOf(folder).sort((a, b) => b.time - a.time);
  let left = 0;
  for (let total = 0; left < entries.length; left++) {
    total += entries[left]!.bytes;
    if (total > most) break;
  }
  for (const { path } of entries.slice(left)) rmSync(path, { force: true });
  return holding(entries.slice(0, left));
}

/**
 * Removes all entries.
 *
 * @returns what there was
 */
export function clear(folder: string): Holding {
  const entries = entriesOf(folder);
  for (const { path } of entries) rmSync(path, { force: true });
  for (const group of groupsOf(folder)) removeEmpty(group);
  return holding(entries);
}

function entriesOf(folder: string): Entry[] {
  return groupsOf(folder).flatMap((group) =>
    (namesIn(group) ?? []).flatMap((name): Entry[] => {
      const path = join(group, name);
      const stats = ENTRY.test(name) || TEMPORARY.test(name) ? lookAt(path) : undefined;
      if (!stats?.isFile() || !isOwn(stats)) return [];
      const { size: bytes, mtimeMs: time } = stats;
      if (ENTRY.test(name)) return [{ path, bytes, time }];
      return Date.now() - time < ABANDONED ? [] : [{ path, bytes, time: 0 }];
    }),
  );
}

function groupsOf(folder: string): string[] {
  if (!isCache(folder)) return [];
  return (namesIn(folder) ?? [])
    .filter((name) => GROUP.test(name))
    .map((name) => join(folder, name))
    .filter(isOwnFolder);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something else.
  }
}

const holding = (entries: readonly Entry[]): Holding => ({
  entries: entries.length,
  bytes: entries.reduce((total, { bytes }) => total + bytes, 0),
});
