import { basename } from 'node:path';
import type { Comparison } from '../compare/comparison.ts';
import { oneLine } from '../report/visible.ts';
import { IN_ORDER } from './order-drafts.ts';
import type { Program } from './program.ts';

/** Fewest clauses of the longer draft, and largest share of the shorter that was matched, of two texts. */
const MIN_CLAUSES = 5;
const MAX_SHARE = 0.1;

/** Says on standard error, a line each, what is not complete and what a reader may have got wrong. */
export function tellHints({ stderr }: Program, comparisons: readonly Comparison[]): void {
  const limits = comparisons
    .flatMap(({ summary }) => summary.limits)
    .map((limit) => `not complete: ${limit}`);
  const hints = comparisons.flatMap((comparison) => [...swapped(comparison), ...unrelated(comparison)]);
  for (const line of new Set([...limits, ...hints])) stderr.write(`clausediff: ${oneLine(line)}\n`);
}

/** Names that are alike but for their numbers, the higher one first; not those that a shell gives to pipes. */
function swapped({ old, new: newer }: Comparison): string[] {
  if (old.name.startsWith('/dev/fd/')) return [];
  const [a, b] = [basename(old.name), basename(newer.name)];
  const shape = (name: string): string => name.replace(/\d+/g, '#');
  if (shape(a) !== shape(b) || IN_ORDER.compare(a, b) <= 0) return [];
  return [`${old.name} has the higher number and is taken for the older draft; name it second if it is not`];
}

function unrelated({ old, new: newer, links }: Comparison): string[] {
  const [shorter, longer] = [old.clauses, newer.clauses].sort((a, b) => a - b) as [number, number];
  if (shorter === 0 || longer < MIN_CLAUSES) return [];
  const matched = links.filter((link) => link.old.length > 0 && link.new.length > 0).length;
  if (matched > MAX_SHARE * shorter) return [];
  return [`${old.name} and ${newer.name} have hardly a clause in common; are they versions of one text?`];
}
