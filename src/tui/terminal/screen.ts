import { EventEmitter } from 'node:events';
import { drawLines } from './draw-lines.ts';
import { RowSlots } from './row-slots.ts';

/** The part of a terminal's stream that the screen uses. */
export interface ScreenOutput {
  readonly columns: number;
  readonly rows: number;
  /** False asks to wait for `drain`. */
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
  once(event: 'drain', listener: () => void): unknown;
}

export interface ScreenOptions {
  /** Frames a second at most. */
  readonly fps?: number;
  /** Called when a frame has been written. */
  readonly onFrame?: () => void;
}

/** What Ink writes that is no frame: the cursor is the session's, and the empty text asks for a callback. */
const NO_FRAMES: ReadonlySet<string> = new Set(['', '\x1b[?25h', '\x1b[?25l']);

/**
 * Stands between Ink and the terminal: takes whole frames (Ink's debug mode), and writes what is new of the newest,
 * in one write. Lines are separated by `\n` and hold no escape sequences but colours and links.
 */
export class Screen extends EventEmitter {
  readonly isTTY = true;
  /** Marks that stand for rows in a frame. */
  readonly slots = new RowSlots();
  readonly #output: ScreenOutput;
  readonly #interval: number;
  readonly #onFrame: () => void;
  #frame: string | undefined;
  /** What the terminal shows, if that is known. */
  #shown: readonly string[] | undefined;
  #cancel: (() => void) | undefined;
  #isBlocked = false;
  #isClosed = false;
  #lastFlush = Number.NEGATIVE_INFINITY;

  constructor(output: ScreenOutput, { fps = 60, onFrame = () => {} }: ScreenOptions = {}) {
    super();
    this.#output = output;
    this.#interval = 1000 / fps;
    this.#onFrame = onFrame;
    output.on('resize', this.#resized);
  }

  get columns(): number {
    return this.#output.columns || 80;
  }

  get rows(): number {
    return this.#output.rows || 24;
  }

  write(frame: string, written?: () => void): boolean {
    if (!NO_FRAMES.has(frame)) {
      this.#frame = this.slots.filled(frame);
      this.#schedule();
    }
    if (written) setImmediate(written);
    return true;
  }

  /** Someone else has written on the terminal: the next flush draws every line. */
  invalidate(): void {
    this.#shown = undefined;
    this.#schedule();
  }

  flushNow(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#isClosed || this.#frame === undefined) return;
    const lines = fit(this.#frame, this.rows);
    const text = drawLines(this.#shown, lines, this.columns);
    this.#shown = lines;
    this.#lastFlush = performance.now();
    if (text && this.#output.write(`\x1b[?2026h${text}\x1b[?2026l`) === false) this.#awaitDrain();
    this.#onFrame();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isClosed = true;
    this.#output.off('resize', this.#resized);
  }

  readonly #resized = (): void => {
    this.#shown = undefined;
    this.emit('resize');
    this.#schedule();
  };

  #schedule(): void {
    if (this.#cancel || this.#isBlocked || this.#isClosed || this.#frame === undefined) return;
    const wait = this.#lastFlush + this.#interval - performance.now();
    if (wait > 0) {
      const timer = setTimeout(() => this.flushNow(), wait);
      this.#cancel = () => clearTimeout(timer);
    } else {
      const immediate = setImmediate(() => this.flushNow());
      this.#cancel = () => clearImmediate(immediate);
    }
  }

  /** A slow terminal gets the newest frame when it has taken the last one. */
  #awaitDrain(): void {
    if (this.#isBlocked) return;
    this.#isBlocked = true;
    this.#output.once('drain', () => {
      this.#isBlocked = false;
      this.#schedule();
    });
  }
}

/** As many lines as there are rows. */
function fit(frame: string, rows: number): string[] {
  const lines = frame.split('\n').slice(0, rows);
  while (lines.length < rows) lines.push('');
  return lines;
}
