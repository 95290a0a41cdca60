import type { Link } from '../comparison.ts';
import type { Finding } from './finding.ts';

/** Sections that came or went as a whole. */
export interface Sections {
  /** Whether a clause is one of many in a section of which all came, or all went. */
  isWhole(finding: Finding): boolean;
}

/** More clauses than this make a section of which each clause alone weighs less. */
const LARGE = 4;

export function readSections(links: readonly Link[]): Sections {
  const counts = new Map<string, { all: number; own: number }>();
  for (const link of links)
    for (const side of ['old', 'new'] as const)
      for (const { path } of link[side]) {
        const count = counts.get(keyOf(side, path)) ?? { all: 0, own: 0 };
        count.all++;
        if (link.kind === (side === 'new' ? 'inserted' : 'deleted')) count.own++;
        counts.set(keyOf(side, path), count);
      }
  return {
    isWhole: ({ link, op }) => {
      const side = op === 'added' ? 'new' : 'old';
      const path = link[side][0]?.path ?? '';
      const count = counts.get(keyOf(side, path));
      return path.includes('/') && count !== undefined && count.all > LARGE && count.all === count.own;
    },
  };
}

const keyOf = (side: 'old' | 'new', path: string): string =>
  `${side} ${path.split('/').slice(0, -1).join('/')}`;
