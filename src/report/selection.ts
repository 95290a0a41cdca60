import type { Link } from '../compare/comparison.ts';
import { hasSubstance } from '../compare/substance.ts';
import type { Change, Direction } from '../wording/change.ts';

/** Which links a report shows; the others are folded and counted. */
export interface Selection {
  /** Show every clause, unchanged ones too. */
  readonly all: boolean;
  /** Only links of these kinds or with changes of these classes; empty for no restriction. */
  readonly only: readonly string[];
  /** Only findings of at least this rank, and the links that have one; 0 for all. */
  readonly minRank: number;
  /** Only changes in these directions, and the links that have one; empty for no restriction. */
  readonly directions: readonly Direction[];
  /** List neutral changes one by one. */
  readonly neutral: boolean;
  /** How many unchanged clauses are shown before and after each shown one. */
  readonly context: number;
}

/** What is told where a reader asked for nothing in particular. */
export const USUAL: Selection = {
  all: false,
  only: [],
  directions: [],
  minRank: 0,
  neutral: false,
  context: 0,
};

/** A link that is shown, or several in a row that are folded. */
export type Block =
  | { readonly kind: 'shown'; readonly link: Link }
  | { readonly kind: 'folded'; readonly links: readonly Link[] };

/** All links in order, those that are not asked for folded. */
export function blocksOf(links: readonly Link[], selection: Selection): Block[] {
  const shown = links.map((link) => isShown(link, selection));
  const near = new Set<number>();
  shown.forEach((isIn, at) => {
    if (!isIn) return;
    for (let i = at - selection.context; i <= at + selection.context; i++) near.add(i);
  });
  const blocks: Block[] = [];
  let folded: Link[] = [];
  links.forEach((link, at) => {
    if (!near.has(at)) {
      if (folded.length === 0) blocks.push({ kind: 'folded', links: folded });
      folded.push(link);
    } else {
      folded = [];
      blocks.push({ kind: 'shown', link });
    }
  });
  return blocks;
}

/** Noise and renumbering alone are folded away, never dropped: the fold says how many there were. */
function isShown(link: Link, selection: Selection): boolean {
  const { all, only, minRank, neutral, directions } = selection;
  if ((minRank > 0 || directions.length > 0) && !link.changes.some((change) => isWanted(change, selection)))
    return false;
  if (only.length > 0) return only.some((name) => hasProperty(link, name));
  return all || hasSubstance(link) || (neutral && link.changes.length > 0);
}

function hasProperty({ kind, moved, renumbered, changes }: Link, name: string): boolean {
  if (name === 'moved') return moved;
  if (name === 'renumbered') return renumbered;
  return kind === name || changes.some((change) => change.class === name);
}

/** Whether a change is told, as far as rank, direction and noise go. */
export const isWanted = (
  { rank, substantive, direction }: Change,
  { minRank, neutral, directions }: Selection,
): boolean =>
  rank >= minRank && (substantive || neutral) && (directions.length === 0 || directions.includes(direction));
