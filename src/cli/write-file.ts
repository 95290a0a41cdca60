import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './program.ts';
import { reasonOf } from './reason-of.ts';

/**
 * Puts a file in the place of what is there, whole or not at all: written beside it first, then renamed. What a link
 * leads to is replaced, not the link.
 *
 * @throws {UsageError} one line: what, where, and what to do
 */
export function writeFile(name: string, cwd: string, content: string | Uint8Array): void {
  const path = targetOf(resolve(cwd, name));
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    if (isFolder(path)) throw new UsageError(`${name}: is a folder; name a file for the report`);
    writeFileSync(beside, content, { flag: 'wx', mode: modeOf(path) });
    renameSync(beside, path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    rmSync(beside, { force: true });
    const error = cause as NodeJS.ErrnoException;
    const reason = error.code === 'ENOENT' ? 'no such folder; make it first' : reasonOf(error);
    throw new UsageError(`${name}: ${reason}`, { cause });
  }
}

function targetOf(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  } catch {
    return path;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A file keeps who may read it; a new one is what the user's mask makes of it. */
const modeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666;
