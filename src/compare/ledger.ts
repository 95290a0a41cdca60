import { isFunctionWord } from '../wording/function-words.ts';
import type { Lexicon } from '../wording/lexicon.ts';
import { layerMentions } from '../wording/mentions.ts';
import { readWords, type WordSpan, type Words } from '../wording/words.ts';
import type { LedgerEntry, LedgerPlace, Link, LinkedClause } from './comparison.ts';

/** Longest wording that may recur as a substitution, in words. */
const MAX_WORDS = 10;
/** A rename is a name of more than one word if at least this share of its places have the same word before. */
const NAME_SHARE = 0.9;
/** Rank below which a substitution is no rename, and where else its words stand says nothing. */
const LEAST_RENAME = 40;
const EXCERPT = 60;

interface Group {
  readonly change: Link['changes'][number];
  readonly links: Link[];
}

/**
 * One finding instead of seven: each substitution over the whole text, with the places where the old wording is left
 * (the drafter's slip) and how often the new one stood before.
 */
export function writeLedger(links: readonly Link[], lexicon: Lexicon): LedgerEntry[] {
  const groups = new Map<string, Group>();
  for (const link of links) {
    for (const change of link.changes) {
      if (change.old === '' && change.new === '') continue;
      if (wordCount(change.old) > MAX_WORDS || wordCount(change.new) > MAX_WORDS) continue;
      const key = [change.class, change.direction, fold(change.old, lexicon), fold(change.new, lexicon)].join(
        '\n',
      );
      const group = groups.get(key);
      if (group) group.links.push(link);
      else groups.set(key, { change, links: [link] });
    }
  }
  const finder = new Finder(links, lexicon);
  return [...groups.values()]
    .filter(isTold)
    .map((group) => entryOf(group, finder))
    .sort((a, b) => b.rank - a.rank || b.count - a.count);
}

/** A substitution counts from the first time; an addition, a loss or noise only where it recurs. */
const isTold = ({ change, links }: Group): boolean =>
  (change.substantive &&
    change.old !== '' &&
    change.new !== '' &&
    !/^scope:clause|^bracket/.test(change.rule)) ||
  links.length > 1;

function entryOf({ change, links }: Group, finder: Finder): LedgerEntry {
  const [old, newer] = wholeName(change.old, change.new, links);
  const isRename =
    change.rank >= LEAST_RENAME && change.class !== 'reference' && [old, newer].every(hasContent);
  return {
    class: change.class,
    direction: change.direction,
    substantive: change.substantive,
    rank: change.rank,
    old,
    new: newer,
    count: links.length,
    links: [...new Set(links.map(({ id }) => id))],
    left: isRename ? finder.places(old, 'new') : [],
    already: isRename ? finder.places(newer, 'old').length : 0,
  };
}

const hasContent = (text: string): boolean =>
  readWords(text).keys.some((key) => /\p{L}/u.test(key) && !isFunctionWord(key));

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Without the article, and in one number, so that a rename is one with its plural. */
const fold = (text: string, lexicon: Lexicon): string =>
  readWords(text)
    .keys.filter((key) => !lexicon.isDeterminer(key))
    .map((key) => key.replace(/(?<=\p{L}{3})s$/u, ''))
    .join(' ');

/** `Code → Work` is `Covered Code → Covered Work` where "Covered" stands before it every time. */
function wholeName(old: string, newer: string, links: readonly Link[]): [string, string] {
  if (links.length < 2 || !/^\p{Lu}/u.test(old) || !/^\p{Lu}/u.test(newer)) return [old, newer];
  const before = links.flatMap(({ edits }) =>
    edits.flatMap((edit, i) =>
      edit.old.trim() === old && i > 0 ? [/(\p{Lu}[\p{L}-]*)\s*$/u.exec(edits[i - 1]!.old)?.[1] ?? ''] : [],
    ),
  );
  const [first = ''] = before;
  const share = before.filter((word) => word === first).length / Math.max(1, before.length);
  return first !== '' && share >= NAME_SHARE ? [`${first} ${old}`, `${first} ${newer}`] : [old, newer];
}

interface Place {
  readonly link: string;
  readonly clause: LinkedClause;
}

/** Finds where a wording stands in either draft, by an index of the words of each, made when it is first asked. */
class Finder {
  readonly #links: readonly Link[];
  readonly #lexicon: Lexicon;
  readonly #index: Partial<Record<'old' | 'new', ReadonlyMap<string, readonly Place[]>>> = {};
  readonly #read = new Map<string, { words: Words; actors: readonly WordSpan[] }>();

  constructor(links: readonly Link[], lexicon: Lexicon) {
    this.#links = links;
    this.#lexicon = lexicon;
  }

  places(wording: string, side: 'old' | 'new'): LedgerPlace[] {
    const keys = readWords(wording).keys.filter((key, i) => i > 0 || !this.#lexicon.isDeterminer(key));
    if (keys.length === 0) return [];
    return this.#candidates(wording, side).flatMap(({ link, clause: { text, path, lines } }) => {
      const { words, actors } = this.#reading(text);
      return placesIn(words, keys)
        .filter((at) => !isPartOfMore(actors, at, keys.length))
        .map((at) => ({ link, path, lines, excerpt: excerpt(words, at, keys.length) }));
    });
  }

  /** The clauses that have the rarest plain word of the wording. */
  #candidates(wording: string, side: 'old' | 'new'): readonly Place[] {
    this.#index[side] ??= this.#indexOf(side);
    const index = this.#index[side];
    const lists = plainWords(wording).map((word) => index.get(word) ?? []);
    return lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []);
  }

  #indexOf(side: 'old' | 'new'): Map<string, Place[]> {
    const index = new Map<string, Place[]>();
    for (const { id, [side]: clauses } of this.#links) {
      for (const clause of clauses) {
        for (const word of new Set(plainWords(clause.text))) {
          const places = index.get(word);
          if (places) places.push({ link: id, clause });
          else index.set(word, [{ link: id, clause }]);
        }
      }
    }
    return index;
  }

  #reading(text: string): { words: Words; actors: readonly WordSpan[] } {
    const known = this.#read.get(text);
    if (known) return known;
    const words = readWords(text);
    const reading = { words, actors: layerMentions(words, this.#lexicon, 'actor') };
    this.#read.set(text, reading);
    return reading;
  }
}

const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "the European Union" inside "the European Union and its Member States" is another actor. */
const isPartOfMore = (actors: readonly WordSpan[], start: number, length: number): boolean =>
  actors.some(
    (actor) =>
      actor.start <= start &&
      actor.endExclusive >= start + length &&
      actor.endExclusive - actor.start > length,
  );

function placesIn({ keys }: Words, phrase: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + phrase.length <= keys.length; at++) {
    if (phrase.every((key, i) => keys[at + i] === key)) found.push(at);
  }
  return found;
}

function excerpt({ text, tokens }: Words, start: number, length: number): string {
  const from = Math.max(0, tokens[start]!.start - EXCERPT / 2);
  const to = Math.min(text.length, tokens[start + length - 1]!.endExclusive + EXCERPT / 2);
  const cut = text.slice(from, to);
  const left = from > 0 ? `…${cut.replace(/^\S*\s/, '')}` : cut;
  return to < text.length ? `${left.replace(/\s\S*$/, '')}…` : left;
}
