import type { Measure } from './measure.ts';

/** What a piece of text means; a painter decides how that looks. */
export type Tone = 'plain' | 'insert' | 'delete' | 'heading' | 'strong' | 'quiet';

export interface Run<T = Tone> {
  readonly text: string;
  readonly tone: T;
}

export const plain = (text: string): Run => ({ text, tone: 'plain' });
export const quiet = (text: string): Run => ({ text, tone: 'quiet' });

export const rowWidth = (runs: readonly Run<unknown>[], measure: Measure): number =>
  runs.reduce((sum, { text }) => sum + measure(text), 0);

/** Pieces that a line may be broken between: blanks, characters of scripts without blanks, and words. */
const PIECE =
  /[ \n]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*[，。、；：）」』”]?|[^ \n\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** Breaks runs into rows no wider than `width` columns; a word that is wider is cut between characters. */
export function wrapRuns<T>(runs: readonly Run<T>[], width: number, measure: Measure): Run<T>[][] {
  const rows: Run<T>[][] = [];
  let row: Run<T>[] = [];
  let used = 0;
  /** A word is one thing even where its letters have several tones. */
  let word: Run<T>[] = [];
  let wordWidth = 0;
  let gap: Run<T> | undefined;

  const endRow = (): void => {
    rows.push(row);
    row = [];
    used = 0;
    gap = undefined;
  };
  const endWord = (): void => {
    if (word.length === 0) return;
    if (used > 0 && used + (gap ? 1 : 0) + wordWidth > width) endRow();
    if (gap && used > 0) {
      append(row, gap);
      used++;
    }
    gap = undefined;
    for (const run of word) used = appendCut(run, used);
    word = [];
    wordWidth = 0;
  };
  const appendCut = (run: Run<T>, from: number): number => {
    let at = from;
    if (at + measure(run.text) <= width) {
      append(row, run);
      return at + measure(run.text);
    }
    for (const segment of segments(run.text)) {
      const columns = measure(segment);
      if (at > 0 && at + columns > width) {
        endRow();
        at = 0;
      }
      append(row, { text: segment, tone: run.tone });
      at += columns;
    }
    return at;
  };

  for (const { text, tone } of runs) {
    for (const [piece] of text.matchAll(PIECE)) {
      if (/^[ \n]/.test(piece)) {
        endWord();
        gap ??= { text: ' ', tone };
      } else {
        const breaksAnywhere = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
          piece,
        );
        if (breaksAnywhere) endWord();
        word.push({ text: piece, tone });
        wordWidth += measure(piece);
        if (breaksAnywhere) endWord();
      }
    }
  }
  endWord();
  if (row.length > 0 || rows.length === 0) rows.push(row);
  return rows;
}

/** Made when first needed: it takes longer than all the rest of a short diff. */
let graphemes: Intl.Segmenter | undefined;

/** Longest piece that is segmented at once, in code points: segmenting takes quadratic time. */
const SEGMENTED_AT_ONCE = 200;

/** The characters of a text as readers count them. */
export function* segments(text: string): Generator<string> {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const points = [...text];
  for (let from = 0; from < points.length; from += SEGMENTED_AT_ONCE) {
    const piece = points.slice(from, from + SEGMENTED_AT_ONCE).join('');
    for (const { segment } of graphemes.segment(piece)) yield segment;
  }
}

function append<T>(row: Run<T>[], run: Run<T>): void {
  const last = row.at(-1);
  if (last?.tone === run.tone) row[row.length - 1] = { text: last.text + run.text, tone: run.tone };
  else row.push(run);
}
