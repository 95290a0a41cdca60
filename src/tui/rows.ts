import type { Measure } from '../report/measure.ts';
import { colourPainter, plainPainter } from '../report/paint.ts';
import { type Run, rowWidth, segments, wrapRuns } from '../report/runs.ts';
import type { Look } from './look.ts';
import type { ViewRow, ViewRun, ViewTone } from './theme.ts';

export const run = (text: string, tone: ViewTone = 'plain'): ViewRun => ({ text, tone });
export const row = (...runs: readonly ViewRun[]): ViewRow => ({ runs });
export const BLANK: ViewRow = { runs: [] };

/** Marks of insertions and deletions where colour does not tell them; a blank between old words and new ones. */
export const marked = (runs: readonly Run[], { painter }: Look): readonly Run[] =>
  (painter.marks ? plainPainter : colourPainter)
    .mark(runs)
    .flatMap((run, i, all) =>
      run.tone === 'insert' && all[i - 1]?.tone === 'delete' ? [{ text: ' ', tone: 'plain' }, run] : [run],
    );

const ELLIPSIS = '…';

/** The columns from `from` on, cut to `width`, with an ellipsis where something is cut off. */
export function cut(runs: readonly ViewRun[], width: number, measure: Measure, from = 0): ViewRun[] {
  if (from === 0 && rowWidth(runs, measure) <= width) return [...runs];
  const shown: ViewRun[] = [];
  let [at, used] = [0, 0];
  for (const { text, tone } of runs) {
    let kept = '';
    for (const segment of segments(text)) {
      const columns = measure(segment);
      if (at >= from) {
        if (used + columns > width - 1) {
          const rest = rowWidth(runs, measure) - at;
          const isLast = rest <= width - used;
          if (!isLast) return [...shown, run(kept, tone), run(ELLIPSIS, 'quiet')];
        }
        kept += segment;
        used += columns;
      }
      at += columns;
    }
    shown.push(run(kept, tone));
  }
  return shown;
}

/** Filled with blanks up to a width, cut to it. */
export function fit({ runs, bar }: ViewRow, width: number, measure: Measure): ViewRow {
  const kept = cut(runs, width, measure);
  const gap = width - rowWidth(kept, measure);
  const filled = gap > 0 ? [...kept, run(' '.repeat(gap))] : kept;
  return { runs: bar ? filled.map((piece) => ({ ...piece, bar })) : filled };
}

export interface Flow {
  readonly width: number;
  readonly wrap: boolean;
  /** Columns cut off at the start where nothing is wrapped. */
  readonly shift: number;
  readonly measure: Measure;
}

/** A paragraph as rows: wrapped, or one that is cut. */
export function flow(
  runs: readonly ViewRun[],
  { width, wrap, shift, measure }: Flow,
  indent = 0,
  hanging = indent,
): ViewRow[] {
  if (!wrap) return [row(run(' '.repeat(indent)), ...cut(runs, width - indent, measure, shift))];
  return wrapRuns<ViewTone>(runs, Math.max(1, width - hanging), measure).map((wrapped, i) =>
    row(run(' '.repeat(i === 0 ? indent : hanging)), ...wrapped),
  );
}

/** `text ─────` over the whole width. */
export function rule(
  title: readonly ViewRun[],
  width: number,
  measure: Measure,
  end: readonly ViewRun[] = [],
): ViewRow {
  const used = rowWidth(title, measure) + rowWidth(end, measure);
  const lead = title.length === 0 ? '─' : '─ ';
  const line = Math.max(
    0,
    width - used - lead.length - (title.length > 0 ? 1 : 0) - (end.length > 0 ? 2 : 0),
  );
  return fit(
    row(
      run(lead, 'quiet'),
      ...title,
      run(`${title.length > 0 ? ' ' : ''}${'─'.repeat(line)}`, 'quiet'),
      ...(end.length > 0 ? [run(' '), ...end, run(' ')] : []),
    ),
    width,
    measure,
  );
}
