import type { Grammar } from '../../languages/grammar.ts';
import { readEdits } from '../../wording/edits.ts';
import type { Link, LinkedClause } from '../comparison.ts';
import { contentWords, isSameStem } from './revisions.ts';

const PAIRING = {
  /** Content words of a passage inside a clause that may have come from, or gone to, another clause. */
  longPassage: 6,
  /** Share of the rare words of the shorter passage that both must have; below it readers saw no relation. */
  overlap: 0.45,
  /** The same of the longer passage. */
  balance: 0.2,
  /** Words in common, at least. */
  common: 4,
} as const;

/** A passage without a counterpart: a clause that came or went, or a long stretch of one that stayed. */
interface Leftover {
  readonly link: Link;
  /** Position among the link's edits; undefined for a whole clause. */
  readonly edit: number | undefined;
  readonly text: string;
  /** Where it begins in the joined text of the link's clauses. */
  readonly offset: number;
  readonly clause: LinkedClause;
  readonly words: ReadonlySet<string>;
}

/** Two passages that a reader would lay beside each other, though their clauses are not linked. */
export interface SecondPair {
  readonly old: Leftover;
  readonly new: Leftover;
  /** As a link of its own, under the id of the newer passage's link. */
  readonly link: Link;
}

/**
 * Pairs what alignment left alone: a clause that was rewritten or put somewhere else shares rare words with what it was
 * made of. Rarity is the inverse clause frequency of a word in both drafts (Spärck Jones 1972).
 */
export function secondPairs(links: readonly Link[], grammar: Grammar): SecondPair[] {
  const rarity = rarityOf(links, grammar);
  const sum = (words: Iterable<string>): number =>
    [...words].reduce((total, word) => total + rarity(word), 0);
  const [olds, news] = [leftovers(links, 'old', grammar), leftovers(links, 'new', grammar)];
  const candidates = olds.flatMap((old) =>
    news.flatMap((newer) => {
      if (old.link === newer.link) return [];
      if (!sharesWords(old.words, newer.words)) return [];
      const [here, there] = [commonWords(old.words, newer.words), commonWords(newer.words, old.words)];
      if (Math.max(here.length, there.length) < PAIRING.common) return [];
      const [shared, a, b] = [(sum(here) + sum(there)) / 2, sum(old.words), sum(newer.words)];
      const [overlap, balance] = [shared / Math.max(1, Math.min(a, b)), shared / Math.max(1, a, b)];
      return overlap >= PAIRING.overlap && balance >= PAIRING.balance
        ? [{ old, new: newer, score: overlap + balance }]
        : [];
    }),
  );
  const taken = new Set<Leftover>();
  return candidates
    .sort(
      (x, y) =>
        y.score - x.score ||
        x.new.clause.index + x.old.clause.index - y.new.clause.index - y.old.clause.index,
    )
    .flatMap(({ old, new: newer }) => {
      if (taken.has(old) || taken.has(newer)) return [];
      taken.add(old).add(newer);
      return [{ old, new: newer, link: linkOf(old, newer) }];
    });
}

/** Whether two passages have enough words in common, in the same form, to be looked at closely. */
function sharesWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let common = 0;
  for (const word of one) if (other.has(word) && ++common * 2 >= PAIRING.common) return true;
  return false;
}

/** The words of one passage that the other has in some form. */
function commonWords(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const there = [...other];
  return [...one].filter((word) => other.has(word) || there.some((candidate) => isSameStem(word, candidate)));
}

function leftovers(links: readonly Link[], side: 'old' | 'new', grammar: Grammar): Leftover[] {
  const kind = side === 'old' ? 'deleted' : 'inserted';
  const other = side === 'old' ? 'new' : 'old';
  const read = (link: Link, text: string, edit: number | undefined, offset = 0): Leftover => ({
    ...{ link, edit, text, offset },
    clause: link[side][0]!,
    words: new Set(contentWords(text, grammar)),
  });
  return links.flatMap((link) => {
    const clause = link[side][0];
    if (!clause || clause.type === 'section' || clause.type === 'footnote') return [];
    if (link.kind === kind) return [read(link, clause.text, undefined)];
    if (link.kind === 'same') return [];
    let offset = 0;
    return link.edits.flatMap((edit, i) => {
      const start = offset;
      offset += edit[side].length;
      if (edit.op === 'equal' || edit[other].length > edit[side].length / 3) return [];
      const found = read(link, edit[side], i, start);
      return found.words.size >= PAIRING.longPassage ? [found] : [];
    });
  });
}

function rarityOf(links: readonly Link[], grammar: Grammar): (word: string) => number {
  const counts = new Map<string, number>();
  let clauses = 2;
  for (const { old, new: newer } of links)
    for (const { text } of [...old, ...newer]) {
      clauses++;
      for (const word of new Set(contentWords(text, grammar))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return (word) => Math.log(clauses / (counts.get(word) ?? 1));
}

function linkOf({ text: old, clause: was }: Leftover, { link, text: now, clause: is }: Leftover): Link {
  return {
    ...link,
    kind: 'edited',
    old: [{ ...was, text: old }],
    new: [{ ...is, text: now }],
    edits: readEdits(old, now),
    changes: [],
  };
}
