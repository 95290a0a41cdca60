import { basename } from 'node:path';
import type { Comparison } from '../compare/comparison.ts';
import { visible } from '../report/visible.ts';
import { IN_ORDER } from './order-drafts.ts';

/** Fewest clauses of each draft, and largest share that was matched, where two drafts seem to be two texts. */
const MIN_CLAUSES = 5;
const MAX_SHARE = 0.1;

/** What a reader may have got wrong, a line each. */
export const hints = (comparison: Comparison): string[] => [...swapped(comparison), ...unrelated(comparison)];

/** Names that are alike but for their numbers, the higher one first. */
function swapped({ old, new: newer }: Comparison): string[] {
  const [a, b] = [basename(old.name), basename(newer.name)];
  const shape = (name: string): string => name.replace(/\d+/g, '#');
  if (shape(a) !== shape(b) || IN_ORDER.compare(a, b) <= 0) return [];
  return [
    `${visible(old.name)} has the higher number and is taken for the older draft; name it second if it is not`,
  ];
}

function unrelated({ old, new: newer, links }: Comparison): string[] {
  if (Math.min(old.clauses, newer.clauses) < MIN_CLAUSES) return [];
  const matched = links.filter((link) => link.old.length > 0 && link.new.length > 0).length;
  if (matched > MAX_SHARE * Math.min(old.clauses, newer.clauses)) return [];
  return [
    `${visible(old.name)} and ${visible(newer.name)} have hardly a clause in common; are they versions of one text?`,
  ];
}
