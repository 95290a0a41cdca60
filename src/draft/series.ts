import { isBullet, type LabelReading } from './labels.ts';

/**
 * The labels of a place that others may follow, outermost first:
 *
 *     1. … a) … i) …      1, a and i are open. `ii)` follows i, `b)` closes i and follows a, `2.` closes both.
 */
export type Series = readonly OpenLabel[];

interface OpenLabel {
  readonly clause: number;
  readonly style: string;
  readonly ordinal: number;
}

/** A style whose series runs through a text and never stands below a letter, a Roman number or a dash. */
export const isRunning = (style: string): boolean =>
  /^\(?num|^decimal|^article|^art\.|^artikel|^§/.test(style);

/** Text that ends in the middle of a reference, so that `(b)` on the next line is what it refers to. */
const CITES =
  /(?:^|\s)(?:(?:points?|(?:sub-?)?paragraphs?|letters?|items?|articles?|annex(?:es)?|sections?|buchstaben?|abs(?:atz|ätze)|nummern?|artikeln?|alinéas?|paragraphes?|lettres?|litt?\.)|\(\w{1,4}\)\s*(?:,|and|or|to|und|oder|bis|et|ou|à))$/iu;

/** Largest step in a series that still continues it, as where points were deleted. */
const NEAR = 3;

/** Whether a label may stand here: next in an open series, after a small gap, or first. */
export const mayFollow = (open: Series, reading: LabelReading): boolean =>
  reading.ordinal === 1 || continues(open, reading) || isNear(open, reading);

/**
 * The reading that continues or begins a series here, or undefined if the line is ordinary text.
 *
 * @param announced whether the text before ends with a colon
 */
export function chooseReading(
  open: Series,
  readings: readonly LabelReading[],
  announced: boolean,
): LabelReading | undefined {
  const next = readings.find((reading) => continues(open, reading));
  if (next) return next;
  const [first] = readings;
  if (first?.weak) return readings.find((reading) => mayBegin(reading, announced));
  return readings.find((reading) => isNear(open, reading)) ?? first;
}

/**
 * The reading of a label at the start of a line inside a paragraph. Stricter than `chooseReading`, because a wrapped
 * line may begin with `12. ` or `(b) ` by chance: it must be next in an open series, or first where points are
 * announced, by a colon or by a second one further down.
 *
 * @param before the line above
 * @param below the readings of the lines below in the same paragraph
 */
export function chooseInside(
  open: Series,
  readings: readonly LabelReading[],
  before: string,
  below: readonly LabelReading[],
): LabelReading | undefined {
  if (CITES.test(before)) return undefined;
  const afterColon = before.endsWith(':');
  const afterItem = /[.;,:]$|(?:^|[\s;,])(?:and|or|und|oder|et|ou|y|o|e)$/.test(before);
  return readings.find((reading) => {
    const { label, ordinal } = reading;
    if (afterColon && (ordinal === 1 || isBullet(label))) return true;
    if (isBullet(label)) return open.at(-1)?.style === 'bullet';
    const isBracketed = label.style.endsWith(')');
    if (continues(open, reading)) return afterItem || isBracketed;
    return isBracketed && ordinal === 1 && below.some((next) => isSecondOf(next, label.style));
  });
}

/** Place in the series of the label that this one stands beside, or -1 if it opens a level of its own. */
export function siblingOf(open: Series, { label, ordinal }: LabelReading, announced: boolean): number {
  const predecessor = open.findLastIndex((o) => o.style === label.style && o.ordinal === ordinal - 1);
  if (ordinal > 1 && predecessor >= 0) return predecessor;
  const same = open.findLastIndex((o) => o.style === label.style);
  const restarts = ordinal === 1 && same === open.length - 1 && announced;
  return restarts ? -1 : same;
}

/** What stays open where a label opens a level of its own. */
export function openAbove(open: Series, { label, ordinal }: LabelReading, announced: boolean): Series {
  let kept = open;
  if (isRunning(label.style) && ordinal > 1)
    kept = kept.slice(0, kept.findLastIndex(({ style }) => isRunning(style)) + 1);
  if (isBullet(label) || announced) return kept;
  kept = kept.slice(0, kept.findLastIndex(({ style }) => style !== 'bullet') + 1);
  // Dashes have answered the chapeau; another series stands beside it.
  return kept.at(-1)?.style === 'chapeau' ? kept.slice(0, -1) : kept;
}

function continues(open: Series, { label, ordinal }: LabelReading): boolean {
  const isInserted = /\d[a-z]+$/.test(label.value);
  return (
    ordinal > 1 &&
    open.some(
      (o) => o.style === label.style && (o.ordinal === ordinal - 1 || (o.ordinal === ordinal && isInserted)),
    )
  );
}

/** `a.` and `I.` may begin a series anywhere; `A.` may be an initial, unless points are announced. */
const mayBegin = ({ label, ordinal }: LabelReading, announced: boolean): boolean =>
  ordinal === 1 && (!label.style.includes('ALPHA') || announced);

const isNear = (open: Series, { label, ordinal }: LabelReading): boolean =>
  open.some((o) => o.style === label.style && ordinal > o.ordinal && ordinal - o.ordinal <= NEAR);

const isSecondOf = (reading: LabelReading, style: string): boolean =>
  reading.ordinal === 2 && reading.label.style === style;
