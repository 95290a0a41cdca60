import type { Draft } from '../draft/draft.ts';

/** Columns that a text takes on a terminal. */
export type Measure = (text: string) => number;

/** Latin, Greek and Cyrillic letters, the punctuation of drafts and our own signs: one column each. */
const ONE_COLUMN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0386-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2015\u2018-\u201f\u2022\u2026\u202f\u20ac\u2190-\u22ff\u2400-\u2426\u2502\u27e8\u27e9]*$/;

/**
 * A measure for whatever is made of `texts`. The exact one takes half as long to load as Node itself takes to start,
 * so it is loaded only where a script needs it.
 */
export async function measureFor(texts: readonly string[]): Promise<Measure> {
  if (texts.every((text) => ONE_COLUMN.test(text.replace(/[\0-\x1f\x7f\u00ad]/g, ''))))
    return (text) => text.length;
  return exactMeasure();
}

/** A measure for any text. */
export async function exactMeasure(): Promise<Measure> {
  const { default: stringWidth } = await import('string-width');
  return (text) => (ONE_COLUMN.test(text) ? text.length : stringWidth(text));
}

/** All that a report may show of a draft. */
export const shownTexts = ({ name, title, clauses, setAside }: Draft): string[] => [
  name,
  title,
  ...clauses.map(({ text }) => text),
  ...setAside.map(({ text }) => text),
];
