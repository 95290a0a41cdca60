import { constants, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../util/make-folder.ts';
import { readStored } from '../util/read-bounded.ts';
import { replaceFile, TEMPORARY } from '../util/replace-file.ts';

/** A file that says whose folder it is in, after the Cache Directory Tagging Specification: backups leave it out. */
const TAG_NAME = 'CACHEDIR.TAG';
const TAG = `Signature: 8a477f597d28d172789f06886806bc55
# This folder is the cache of clausediff, which made it and may remove what is in it.
# For information about cache directory tags see https://bford.info/cachedir/
`;

/** Only the user may have these. */
const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;
const WRITABLE_BY_OTHERS = constants.S_IWGRP | constants.S_IWOTH;

/** Whether a path is a folder, and no link to one, that belongs to the user and that nobody else can write to. */
export const isOwnFolder = (path: string): boolean => {
  const stats = lookAt(path);
  return stats?.isDirectory() === true && isOwn(stats);
};

/** Of a file or folder: the user owns it, and nobody else may write to it. */
export function isOwn({ uid, mode }: Stats): boolean {
  // Windows knows neither.
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & WRITABLE_BY_OTHERS) === 0);
}

export const lookAt = (path: string): Stats | undefined => {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
};

/** Whether a folder is a cache that this program made. */
export const isCache = (folder: string): boolean => isOwnFolder(folder) && hasTag(folder);

/** Whether nothing is there, or an empty folder of the user's: a place that can become a cache. */
export const isEmptyPlace = (folder: string): boolean =>
  !lookAt(folder) || (isOwnFolder(folder) && namesIn(folder)?.every((name) => TEMPORARY.test(name)) === true);

/** Undefined where the user may not look into it. */
export function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

/** @returns whether the folder is a cache now */
export function makeCache(folder: string): boolean {
  if (isCache(folder)) return true;
  if (!isEmptyPlace(folder)) return false;
  makeFolder(dirname(folder), FOLDER_MODE);
  makeOwnFolder(folder);
  replaceFile(join(folder, TAG_NAME), TAG, { mode: FILE_MODE });
  return true;
}

/** Makes a folder in one that is there already; no trouble if it is there, too. */
export function makeOwnFolder(path: string): void {
  if (!lookAt(path)) mkdirSync(path, { mode: FOLDER_MODE });
}

function hasTag(folder: string): boolean {
  const path = join(folder, TAG_NAME);
  try {
    const stats = lstatSync(path);
    return (
      stats.isFile() &&
      isOwn(stats) &&
      stats.size === TAG.length &&
      Buffer.from(readStored(path, { bytes: TAG.length, advice: '' })).toString() === TAG
    );
  } catch {
    return false;
  }
}
