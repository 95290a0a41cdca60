import type { Comparison, Link } from '../compare/comparison.ts';
import { unitsOf, unitsToSee } from '../compare/reader-marks.ts';
import { hasSubstance } from '../compare/substance.ts';
import { placedLinks } from '../report/placed-links.ts';
import { type Filter, isFiltering, linkPasses, NO_FILTER, passes } from './filter.ts';
import { remember } from './remember.ts';

/**
 * The rows of the clause tree: sections and what changed in them, all else folded.
 *
 *     I. UKRAINE                     a section, wherever something of it is shown
 *     2.  ~ verb ▼                   a link
 *     … 5 unchanged                  a fold of three links or more
 *     6.  ⇄ to II/11                 the place that a moved clause left
 */
export type OutlineRow =
  | { readonly kind: 'link'; readonly key: string; readonly link: Link; readonly fold?: string }
  | { readonly kind: 'left'; readonly key: string; readonly link: Link }
  | { readonly kind: 'fold'; readonly key: string; readonly links: readonly Link[] };

export interface Outline {
  readonly rows: readonly OutlineRow[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Fewest links in a row that are folded: a fold shorter than what it hides helps nobody. */
const MIN_FOLD = 3;

export const isSection = (link: Link): boolean => (link.new[0] ?? link.old[0])?.type === 'section';

/** @param opened keys of the folds that are open; `undefined` if all are */
export const outlineOf = remember(
  (comparison: Comparison, filter: Filter, opened: ReadonlySet<string> | undefined): Outline => {
    const isWanted = (link: Link): boolean =>
      isFiltering(filter) ? linkPasses(link, filter) : hasSubstance(link);
    const rows: OutlineRow[] = [];
    let folding: Link[] = [];
    const endFold = (): void => {
      const [first] = folding;
      if (!first) return;
      const key = `fold:${first.id}`;
      if (folding.length < MIN_FOLD) for (const link of folding) rows.push(linkRow(link));
      else {
        rows.push({ kind: 'fold', key, links: folding });
        if (!opened || opened.has(key))
          for (const link of folding) rows.push({ ...linkRow(link), fold: key });
      }
      folding = [];
    };
    for (const { link, place } of placedLinks(comparison.links)) {
      if (place === 'left') {
        if (!isWanted(link)) continue;
        endFold();
        rows.push({ kind: 'left', key: `${link.id}<`, link });
      } else if (isWanted(link) || isSection(link)) {
        endFold();
        rows.push(linkRow(link));
      } else folding.push(link);
    }
    endFold();
    return { rows, indexOf: new Map(rows.map(({ key }, i) => [key, i])) };
  },
);

const linkRow = (link: Link) => ({ kind: 'link', key: link.id, link }) as const;

/** The row of a link, and the fold that has to be opened to see it. */
export function placeOfLink(outline: Outline, id: string): { index: number; fold: string | undefined } {
  const index = outline.indexOf.get(id);
  if (index !== undefined) return { index, fold: undefined };
  const fold = outline.rows.findIndex(
    (row) => row.kind === 'fold' && row.links.some((link) => link.id === id),
  );
  return { index: Math.max(0, fold), fold: outline.rows[fold]?.key };
}

/** One change at which `n` stops. */
export interface Stop {
  readonly link: Link;
  /** Position among the units of the link. */
  readonly unit: number;
  readonly substantive: boolean;
}

/** All changes in the order of the text; what only changed its number is none. */
export const stopsOf = remember((comparison: Comparison, filter: Filter = NO_FILTER): readonly Stop[] =>
  comparison.links.flatMap((link) => {
    if (link.changes.length === 0 && !hasSubstance(link)) return [];
    const toSee = unitsToSee(link);
    return unitsOf(link).flatMap((one, unit) =>
      passes(one.change, filter) ? [{ link, unit, substantive: toSee.includes(one) }] : [],
    );
  }),
);

/** Position of each link in the text. */
export const orderOf = remember(
  (comparison: Comparison): ReadonlyMap<string, number> =>
    new Map(comparison.links.map(({ id }, i) => [id, i])),
);
