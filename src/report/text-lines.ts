import type { ReaderMarks } from '../compare/reader-marks.ts';
import type { Measure } from './measure.ts';
import type { Painter } from './paint.ts';
import { plain, type Run, wrapRuns } from './runs.ts';
import type { Selection } from './selection.ts';

export interface TextOptions extends Selection {
  /** Columns; lines are wrapped to fit. */
  readonly width: number;
  readonly measure: Measure;
  readonly painter: Painter;
  readonly sideBySide: boolean;
  readonly marks: ReaderMarks;
}

/** Narrowest output in columns; anything less is treated as this. */
export const MIN_WIDTH = 24;

/** Collects rows, wrapped to the width. */
export class LineWriter {
  readonly #lines: string[] = [];
  readonly #options: TextOptions;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  /** @param hanging columns before the second and later rows */
  write(runs: readonly Run[], indent = 0, hanging = indent): void {
    const { width, measure } = this.#options;
    wrapRuns(runs, width - hanging, measure).forEach((row, i) => {
      this.raw([plain(' '.repeat(i === 0 ? indent : hanging)), ...row]);
    });
  }

  raw(row: readonly Run[]): void {
    this.#lines.push(this.#options.painter.paint(row).trimEnd());
  }

  gap(): void {
    this.#lines.push('');
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}
