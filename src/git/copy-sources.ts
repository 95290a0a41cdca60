import { isMarkdown } from '../util/is-markdown.ts';
import { readBlobs } from './blobs.ts';
import type { RawDiff } from './raw-diff.ts';

/** Letters and digits of a line that is no chance find: half of what `git blame -C` asks of a passage of lines. */
const MIN_LETTERS = 20;

/**
 * The other drafts of a commit's parent that hold lines which the commit brought into a file: those that the commit
 * changed as well, as `git blame -C` has it.
 *
 * @param own what the commit did to the file
 * @param files all that the commit changed
 */
export function copySources(cwd: string, own: Omit<RawDiff, 'instead'>, files: readonly RawDiff[]): string[] {
  const others = files.filter(
    ({ path, before }) => path !== own.path && path !== own.from && before !== undefined && isMarkdown(path),
  );
  if (others.length === 0 || own.after === undefined) return [];
  const ids = [own.after, ...(own.before === undefined ? [] : [own.before])];
  const [after = NO_LINES, before = NO_LINES] = readBlobs(cwd, ids).map(longLines);
  const brought = [...after].filter((line) => !before.has(line));
  if (brought.length === 0) return [];
  const texts = readBlobs(
    cwd,
    others.map((other) => other.before as string),
  ).map(longLines);
  return others.filter((_, i) => brought.some((line) => texts[i]!.has(line))).map(({ path }) => path);
}

/** What may stand before the words of a clause, and changes with its place. */
const LABEL = /^(?:[^\p{L}\s]+\s+|\p{L}{1,4}[.)]\s+)*/u;

const NO_LINES: ReadonlySet<string> = new Set();

const longLines = (bytes: Buffer): ReadonlySet<string> =>
  new Set(
    bytes
      .toString()
      .split(/\r?\n/)
      .map((line) => line.trim().replace(LABEL, ''))
      .filter((line) => (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_LETTERS),
  );
