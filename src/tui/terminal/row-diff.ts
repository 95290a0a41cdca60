const CSI = '\u001b[';
/** Rows whose characters are certainly one column each; in others a place cannot be told from a position. */
const ONE_COLUMN =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0386-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2015\u2018-\u201f\u2022\u2026\u2190-\u21ff\u2200-\u22ff\u2500-\u257f\u25a0-\u25cf\u2605\u2606\u2713\u270e\u27e8\u27e9]*$/;
const PIECE = /\u001b\[([\d;]*)m|([^\u001b]+)/g;

interface Cell {
  readonly char: string;
  /** SGR parameters; empty for none. */
  readonly style: string;
}

/** Equal cells between two that differ that are written too, rather than moving the cursor over them. */
const MAX_GAP = 6;

/**
 * What turns one row of the terminal into another: only the characters that differ.
 *
 * @param row counted from 1
 * @returns undefined if not all characters are surely one column wide, or there are more than columns
 */
export function rowChange(before: string, after: string, row: number, columns: number): string | undefined {
  const [old, now] = [cellsOf(before, columns), cellsOf(after, columns)];
  if (!old || !now) return undefined;
  let drawn = old.length > now.length ? `${CSI}${row};${now.length + 1}H${CSI}0m${CSI}K` : '';
  let isInRow = drawn !== '';
  for (let at = 0; at < now.length; at++) {
    if (isSame(old[at], now[at])) continue;
    let end = at + 1;
    for (let next = end; next < now.length && next - end <= MAX_GAP; next++)
      if (!isSame(old[next], now[next])) end = next + 1;
    drawn += `${CSI}${isInRow ? `${at + 1}G` : `${row};${at + 1}H`}${painted(now.slice(at, end))}`;
    isInRow = true;
    at = end;
  }
  return drawn;
}

function cellsOf(row: string, columns: number): Cell[] | undefined {
  const cells: Cell[] = [];
  let style = '';
  let read = 0;
  for (const [piece, sgr, text] of row.matchAll(PIECE)) {
    read += piece.length;
    if (text === undefined) {
      style = sgr === '' || sgr === '0' ? '' : style === '' ? (sgr as string) : `${style};${sgr}`;
      continue;
    }
    if (!ONE_COLUMN.test(text)) return undefined;
    for (const char of text) cells.push({ char, style });
  }
  // A sequence that was cut is none that we know.
  if (read !== row.length || cells.length > columns) return undefined;
  // Blanks at the end look like nothing.
  while (cells.at(-1)?.char === ' ' && cells.at(-1)?.style === '') cells.pop();
  return cells;
}

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a?.char === b?.char && a?.style === b?.style;

function painted(cells: readonly Cell[]): string {
  let text = '';
  let style = '';
  for (const cell of cells) {
    if (cell.style !== style)
      text += style === '' ? `${CSI}${cell.style}m` : `${CSI}0${cell.style && `;${cell.style}`}m`;
    style = cell.style;
    text += cell.char;
  }
  return style === '' ? text : `${text}${CSI}0m`;
}
