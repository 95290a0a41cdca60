import { EventEmitter } from 'node:events';
import { rowChange } from './row-diff.ts';
import { RowSlots } from './row-slots.ts';

/** What a screen writes to. */
export interface ScreenOutput {
  write(text: string): unknown;
  readonly columns?: number;
  readonly rows?: number;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

const CSI = '\u001b[';
const SYNC_START = `${CSI}?2026h`;
const SYNC_END = `${CSI}?2026l`;
/** Frames a second at most. */
const FPS = 60;
/** Furthest scroll that is looked for, and fewest rows that it must keep, so that it costs less than writing them. */
const MAX_SHIFT = 20;
const MIN_KEPT = 5;

/**
 * The terminal as Ink sees it. In its debug mode Ink hands over each whole frame as one text; what differs from the frame
 * before is written, at absolute places.
 *
 *     before   after    written
 *     one      two      ESC[1;4r ESC[1S ESC[r     rows that scrolled are scrolled
 *     two      three
 *     three    four     ESC[4;1H five             and only what is new is drawn
 *     four     five
 */
export class Screen extends EventEmitter {
  readonly isTTY = true;
  readonly slots = new RowSlots();
  readonly #output: ScreenOutput;
  readonly #interval: number;
  #shown: string[] | undefined;
  #newest: string | undefined;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #flushedAt = 0;
  #isClosed = false;

  constructor(output: ScreenOutput, { fps = FPS }: { readonly fps?: number } = {}) {
    super();
    this.#output = output;
    this.#interval = 1000 / fps;
    output.on('resize', this.#onResize);
  }

  get columns(): number {
    return this.#output.columns || 80;
  }

  get rows(): number {
    return this.#output.rows || 24;
  }

  /** Takes a frame of Ink's. Of several before the next flush only the newest is shown. */
  write(frame: string, encodingOrDone?: unknown, done?: () => void): boolean {
    const callback = typeof encodingOrDone === 'function' ? (encodingOrDone as () => void) : done;
    callback?.();
    // Ink shows and hides the cursor, which is the session's.
    if (frame === '' || /^\u001b\[\?25[hl]$/.test(frame) || this.#isClosed) return true;
    this.#newest = this.slots.filled(frame);
    this.#plan();
    return true;
  }

  /** Draws the newest frame as a whole: another program wrote on the terminal, or its size changed. */
  invalidate(): void {
    this.#shown = undefined;
    this.#plan();
  }

  /** Draws the newest frame at once. */
  flushNow(): void {
    this.#flush();
  }

  close(): void {
    this.#isClosed = true;
    this.#clearTimer();
    this.#output.off('resize', this.#onResize);
  }

  readonly #onResize = (): void => {
    this.invalidate();
    this.emit('resize');
  };

  #plan(): void {
    if (this.#timer !== undefined || this.#isClosed) return;
    const wait = this.#flushedAt + this.#interval - performance.now();
    this.#timer = wait > 1 ? setTimeout(this.#flush, wait) : setImmediate(this.#flush);
  }

  #clearTimer(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer as NodeJS.Timeout);
    clearImmediate(this.#timer as NodeJS.Immediate);
    this.#timer = undefined;
  }

  readonly #flush = (): void => {
    this.#clearTimer();
    if (this.#newest === undefined || this.#isClosed) return;
    const rows = this.#newest.split('\n').slice(0, this.rows);
    while (rows.length < this.rows) rows.push('');
    this.#flushedAt = performance.now();
    const drawn = this.#shown?.length === rows.length ? changes(this.#shown, rows) : repaint(rows);
    this.#shown = rows;
    if (drawn !== '') this.#output.write(`${SYNC_START}${drawn}${SYNC_END}`);
  };
}

const at = (row: number): string => `${CSI}${row};1H`;

const repaint = (rows: readonly string[]): string =>
  `${CSI}r${CSI}0m${CSI}2J${rows.map((row, i) => (row === '' ? '' : at(i + 1) + row)).join('')}`;

function changes(before: readonly string[], rows: readonly string[]): string {
  const scroll = findScroll(before, rows);
  const shown = scroll ? scrolled(before, scroll) : before;
  const changed = rows.map((row, i) => (row === shown[i] ? '' : rowChange(shown[i] as string, row, i + 1)));
  return (scroll ? scrollSequence(scroll) : '') + changed.join('');
}

interface Scroll {
  /** First and last row, from 0, both inclusive. */
  readonly top: number;
  readonly bottom: number;
  /** Rows upward; downward if negative. */
  readonly by: number;
}

/** The shift that keeps most rows, if it keeps enough more than staying does. */
function findScroll(before: readonly string[], rows: readonly string[]): Scroll | undefined {
  let best: { scroll: Scroll; saved: number } | undefined;
  for (let by = -MAX_SHIFT; by <= MAX_SHIFT; by++) {
    if (by === 0) continue;
    let start = -1;
    for (let i = 0; i <= rows.length; i++) {
      const from = i + by;
      const isKept = i < rows.length && from >= 0 && from < rows.length && rows[i] === before[from];
      if (isKept && start < 0) start = i;
      if (isKept || start < 0) continue;
      const changed = rows.slice(start, i).filter((row, k) => row !== before[start + k]).length;
      if (changed >= MIN_KEPT && changed > (best?.saved ?? 0)) {
        const [top, bottom] = by > 0 ? [start, i - 1 + by] : [start + by, i - 1];
        best = { scroll: { top, bottom, by }, saved: changed };
      }
      start = -1;
    }
  }
  return best?.scroll;
}

function scrolled(rows: readonly string[], { top, bottom, by }: Scroll): string[] {
  return rows.map((row, i) => {
    if (i < top || i > bottom) return row;
    const from = i + by;
    return from < top || from > bottom ? '' : (rows[from] as string);
  });
}

const scrollSequence = ({ top, bottom, by }: Scroll): string =>
  `${CSI}0m${CSI}${top + 1};${bottom + 1}r${CSI}${Math.abs(by)}${by > 0 ? 'S' : 'T'}${CSI}r`;
