import type { ChangeClass } from './change.ts';
import type { Layer, Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Counterparts, Site } from './sites.ts';
import type { Value } from './values.ts';
import { isWithin, textOf, type WordSpan, type Words } from './words.ts';

/** One clause's text with all that is known of its words. */
export interface ReadText {
  readonly words: Words;
  readonly mentions: readonly Mention[];
  readonly values: readonly Value[];
}

export type SideName = 'old' | 'new';

/** What stands on one side only, and what stands on both. */
export interface Difference<T> {
  readonly old: readonly T[];
  readonly new: readonly T[];
  readonly both: readonly (readonly [old: T, newer: T])[];
}

/** What all sites of a clause share. */
export interface ReadLink {
  readonly lexicon: Lexicon;
  readonly texts: Readonly<Record<SideName, ReadText>>;
  readonly counterparts: Counterparts;
  /** Words that a rule has accounted for. */
  readonly covered: Readonly<Record<SideName, Set<number>>>;
}

/**
 * Sites as a rule sees them: one, or all of a clause at once where what left one place may have come to another. What a
 * rule has accounted for is covered; the words that are left are told at the end.
 */
export class SiteReader {
  readonly sites: readonly Site[];
  readonly lexicon: Lexicon;
  readonly #texts: Readonly<Record<SideName, ReadText>>;
  readonly #counterparts: Counterparts;
  readonly #covered: Readonly<Record<SideName, Set<number>>>;

  constructor(sites: readonly Site[], { lexicon, texts, counterparts, covered }: ReadLink) {
    this.sites = sites;
    this.lexicon = lexicon;
    this.#texts = texts;
    this.#counterparts = counterparts;
    this.#covered = covered;
  }

  /** The first site, which is the only one for most rules. */
  get site(): Site {
    return this.sites[0] as Site;
  }

  words(side: SideName): Words {
    return this.#texts[side].words;
  }

  /** All mentions of the clause, inside the site or not. */
  allMentions(side: SideName): readonly Mention[] {
    return this.#texts[side].mentions;
  }

  mentions(side: SideName, layer: Layer, classes?: readonly ChangeClass[]): Mention[] {
    return this.#texts[side].mentions.filter(
      (mention) =>
        mention.term.layer === layer &&
        this.#holds(side, mention) &&
        !this.#isCovered(side, mention) &&
        (classes === undefined || classes.includes(mention.term.class as ChangeClass)),
    );
  }

  values<K extends Value['kind']>(side: SideName, kind: K): Extract<Value, { kind: K }>[] {
    return this.#texts[side].values.filter(
      (value): value is Extract<Value, { kind: K }> =>
        value.kind === kind && this.#holds(side, value) && !this.#isCovered(side, value),
    );
  }

  cover(side: SideName, spans: readonly WordSpan[]): void {
    for (const { start, endExclusive } of spans) {
      for (let at = start; at < endExclusive; at++) this.#covered[side].add(at);
    }
  }

  coverBoth({ both }: Difference<WordSpan>): void {
    for (const [a, b] of both) {
      this.cover('old', [a]);
      this.cover('new', [b]);
    }
  }

  /** Words of the site that the edits changed and no rule accounted for. */
  open(side: SideName): number[] {
    const found: number[] = [];
    for (const { [side]: span } of this.sites) {
      for (let at = span.start; at < span.endExclusive; at++) {
        if ((this.#counterparts[side][at] as number) < 0 && !this.#covered[side].has(at)) found.push(at);
      }
    }
    return found;
  }

  /** Whether an edit changed a word of the span, inside the site or elsewhere in the clause. */
  isEdited(side: SideName, { start, endExclusive }: WordSpan): boolean {
    return this.#counterparts[side].subarray(start, endExclusive).includes(-1);
  }

  text(side: SideName, span: WordSpan | undefined): string {
    return span ? textOf(this.words(side), span) : '';
  }

  /** An expression with the article in front of it. */
  withArticle(side: SideName, span: WordSpan): WordSpan {
    const before = this.words(side).keys[span.start - 1];
    const start = before !== undefined && this.lexicon.isDeterminer(before) ? span.start - 1 : span.start;
    return { start, endExclusive: span.endExclusive };
  }

  named(side: SideName, span: WordSpan | undefined): string {
    return span ? this.text(side, this.withArticle(side, span)) : '';
  }

  /** The texts of both sides of a site, for a change that no narrower span tells. */
  whole(): { old: string; new: string } {
    return { old: this.text('old', this.site.old), new: this.text('new', this.site.new) };
  }

  /** Whether two expressions have the same words, whatever their typography and brackets. */
  sameWords(old: WordSpan, newer: WordSpan): boolean {
    const words = (side: SideName, { start, endExclusive }: WordSpan): string =>
      this.words(side)
        .keys.slice(start, endExclusive)
        .filter((key) => /[\p{L}\p{N}]/u.test(key))
        .join(' ');
    return words('old', old) === words('new', newer);
  }

  #holds(side: SideName, span: WordSpan): boolean {
    return this.sites.some((site) => isWithin(span, site[side]));
  }

  #isCovered(side: SideName, { start, endExclusive }: WordSpan): boolean {
    for (let at = start; at < endExclusive; at++) if (!this.#covered[side].has(at)) return false;
    return endExclusive > start;
  }
}

/** Takes away, one for one and in order, what has the same key on both sides. */
export function difference<T>(
  old: readonly T[],
  newer: readonly T[],
  keyOf: (item: T) => unknown,
): Difference<T> {
  const waiting = new Map<unknown, number[]>();
  for (const [i, item] of newer.entries()) {
    const key = keyOf(item);
    const known = waiting.get(key);
    if (known) known.push(i);
    else waiting.set(key, [i]);
  }
  for (const indexes of waiting.values()) indexes.reverse();
  const taken = new Set<number>();
  const both: (readonly [T, T])[] = [];
  const onlyOld = old.filter((item) => {
    const at = waiting.get(keyOf(item))?.pop();
    if (at === undefined) return true;
    taken.add(at);
    both.push([item, newer[at] as T]);
    return false;
  });
  return { old: onlyOld, new: newer.filter((_, i) => !taken.has(i)), both };
}
