import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_MARK, type ReaderMark, type ReaderMarks } from '../compare/reader-marks.ts';
import { safeJson } from '../report/safe-json.ts';
import { stateFolder } from './user-folders.ts';

const NAME = 'marks.jsonl';

export const marksPath = (env: Readonly<Record<string, string | undefined>>): string =>
  join(stateFolder(env), NAME);

/**
 * The marks of a reader: a file with one mark a line, of which the last of a key holds. Lines are only added, each in one
 * write, so that two views do not undo each other's. The keys are digests: the file holds no wording of a draft.
 */
export function readMarks(path: string): ReaderMarks {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
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

/** @throws if the file cannot be written */
export function keepMark(path: string, key: string, mark: ReaderMark): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  appendFileSync(path, safeJson({ key, ...mark }, 0), { mode: 0o600 });
}
