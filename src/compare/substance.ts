import type { Link } from './comparison.ts';

/** More than noise: something moved, came, went, was regrouped, or changed in substance. */
export const hasSubstance = ({ kind, moved, changes }: Link): boolean =>
  moved || !(kind === 'same' || kind === 'edited') || changes.some(({ substantive }) => substantive);

/** True if nothing at all differs, not even in what is neutral. */
export const isIdentical = ({ kind, moved, renumbered, changes }: Link): boolean =>
  kind === 'same' && !moved && !renumbered && changes.length === 0;
