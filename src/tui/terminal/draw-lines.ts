import { findScroll, type Scroll, scrolled } from './find-scroll.ts';
import { rowChange } from './row-diff.ts';

/**
 * The bytes that make the lines on the terminal the lines of the frame. Wants a terminal that does not wrap lines.
 *
 * @param shown the lines on the terminal, as many as those of the frame; undefined if unknown
 */
export function drawLines(
  shown: readonly string[] | undefined,
  lines: readonly string[],
  columns: number,
): string {
  const same = shown?.length === lines.length ? shown : undefined;
  const scroll = same && findScroll(same, lines);
  const before = same && scroll ? scrolled(same, scroll) : same;
  const rewritten = lines
    .map((line, i) => (line === before?.[i] ? '' : drawLine(before?.[i], line, i, columns)))
    .join('');
  return rewritten || scroll ? `${scroll ? drawScroll(scroll) : ''}${rewritten}` : '';
}

/** Rows that come in are blank in the terminal's own background. */
const drawScroll = ({ top, bottom, by }: Scroll): string =>
  `\x1b[0m\x1b[${top + 1};${bottom}r\x1b[${Math.abs(by)}${by > 0 ? 'S' : 'T'}\x1b[r`;

/** Erases before it writes: after a full line the cursor still stands on the last column. */
function drawLine(shown: string | undefined, line: string, row: number, columns: number): string {
  const changed = shown === undefined ? undefined : rowChange(shown, line, row + 1, columns);
  if (changed !== undefined) return changed;
  const { length, column, styles } = commonStart(shown ?? '', line, columns);
  return `\x1b[${row + 1};${column + 1}H\x1b[0m\x1b[K${styles}${line.slice(length)}\x1b[0m`;
}

interface Start {
  /** In UTF-16 units of the line. */
  readonly length: number;
  /** From 0. */
  readonly column: number;
  /** The style sequences of the start, which its end depends on. */
  readonly styles: string;
}

/** ASCII characters and styles, of which the column is sure. */
const SURE = /[\x20-\x7e]|\x1b\[[\d;:]*m/y;

/**
 * What two lines have in common at their start, up to but without the last character: the next one may be a mark that
 * combines with it.
 */
function commonStart(shown: string, line: string, columns: number): Start {
  let start: Start = { length: 0, column: 0, styles: '' };
  let at = 0;
  let column = 0;
  let styles = '';
  while (column < columns - 1) {
    SURE.lastIndex = at;
    const token = SURE.exec(line)?.[0];
    if (token === undefined || !shown.startsWith(token, at)) break;
    if (token.length > 1) styles += token;
    else {
      start = { length: at, column, styles };
      column += 1;
    }
    at += token.length;
  }
  return start;
}
