import { closeSync, constants, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_MARK, type ReaderMark, type ReaderMarks } from '../compare/reader-marks.ts';
import { safeJson } from '../report/safe-json.ts';
import { makeFolder } from '../util/make-folder.ts';
import { readStored } from '../util/read-bounded.ts';
import { stateFolder } from './user-folders.ts';

const NAME = 'marks.jsonl';
/** Some hundred thousand marks. */
const LIMIT = { bytes: 64 * 1024 * 1024, advice: '' };

export const marksPath = (env: Readonly<Record<string, string | undefined>>): string =>
  join(stateFolder(env), NAME);

/**
 * The marks of a reader: a file with one mark a line, of which the last of a key holds. Lines are only added, each in one
 * write, so that two views do not undo each other's. The keys are digests of wording; a note may quote it.
 */
export function readMarks(path: string): ReaderMarks {
  let text = '';
  try {
    text = Buffer.from(readStored(path, LIMIT)).toString();
  } catch {
    // No marks yet, or none that can be read.
  }
  const marks = new Map<string, ReaderMark>();
  for (const line of text.split('\n')) {
    const entry = readLine(line);
    if (entry) marks.set(...entry);
  }
  return marks;
}

/** Lines that are cut off or not ours are left alone. */
function readLine(line: string): [string, ReaderMark] | undefined {
  if (line === '') return undefined;
  try {
    const { key, seen, star, note } = JSON.parse(line) as Record<string, unknown>;
    if (typeof key !== 'string') return undefined;
    return [
      key,
      { seen: seen === true, star: star === true, note: typeof note === 'string' ? note : NO_MARK.note },
    ];
  } catch {
    return undefined;
  }
}

const { O_RDWR, O_APPEND, O_CREAT, O_NONBLOCK = 0 } = constants;
const LINE_FEED = 0x0a;

/** @throws if the file cannot be written */
export function keepMark(path: string, key: string, mark: ReaderMark): void {
  makeFolder(dirname(path), 0o700);
  const file = openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK, 0o600);
  try {
    writeFileSync(file, `${isCut(file) ? '\n' : ''}${safeJson({ key, ...mark }, 0)}`);
  } finally {
    closeSync(file);
  }
}

/** Whether the last line was not written whole; the next one must not be lost with it. */
function isCut(file: number): boolean {
  const stats = fstatSync(file);
  if (!stats.isFile()) throw new Error('the file of marks is no file');
  const last = Buffer.alloc(1);
  return stats.size > 0 && readSync(file, last, 0, 1, stats.size - 1) === 1 && last[0] !== LINE_FEED;
}
