import type { Link, LinkedClause } from '../../compare/comparison.ts';
import { visible } from '../visible.ts';

/** Stable addresses of a step's clauses within the page: `II/4`, `old:II/4`, `2:II/4` in the second step of a chain. */
export interface Anchors {
  /** Where a link stands. */
  of(link: Link): string;
  clause(side: 'old' | 'new', clause: LinkedClause): string;
  /** The place that a moved link left. */
  left(link: Link): string;
}

export function anchorsFor(step: number | undefined): Anchors {
  const prefix = step === undefined ? '' : `${step}:`;
  const clause = (side: 'old' | 'new', { path }: LinkedClause): string =>
    prefix + (side === 'old' ? 'old:' : '') + pathId(path);
  return {
    clause,
    of: ({ old, new: newer }) => (newer[0] ? clause('new', newer[0]) : clause('old', old[0] as LinkedClause)),
    left: ({ old }) => clause('old', old[0] as LinkedClause),
  };
}

/** An id holds no blanks and nothing unseen; two paths never fall together. */
const pathId = (path: string): string =>
  visible(path).replaceAll('_', '__').replace(/\s/g, '_').replaceAll(':', '::');

export const href = (id: string): string => `#${encodeURIComponent(id)}`;
