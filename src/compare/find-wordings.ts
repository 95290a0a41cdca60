import type { Lexicon } from '../wording/lexicon.ts';
import { findMentions } from '../wording/mentions.ts';
import { readWords, type WordSpan, type Words } from '../wording/words.ts';
import type { LedgerPlace, Link } from './comparison.ts';

/** Where a wording stands in one draft. */
export interface Found {
  readonly count: number;
  /** The first of them. */
  readonly places: readonly LedgerPlace[];
}

/** Most places that are named; the count goes on. */
const MAX_PLACES = 100;
/** Longest wording that is looked for, in tokens: what is longer, as a line without blanks, is no expression. */
const MAX_LENGTH = 100;
/** Text quoted on each side of a place, in UTF-16 units. */
const CONTEXT = 30;

/** A wording that is looked for, but not where it is part of another one: `condemns` in `strongly condemns`. */
export interface Asked {
  readonly wording: string;
  readonly notIn: string;
}

interface Phrase {
  readonly keys: readonly string[];
  /** The other wording, and where this one begins in it; empty where it is no part of it. */
  readonly longer: readonly string[];
  readonly offset: number;
  count: number;
  readonly places: LedgerPlace[];
}

/**
 * Finds many wordings in one draft in a single pass: at each word only the wordings that begin with it and the next
 * one are tried, so that the time grows with the text and not with the number of wordings.
 *
 * @returns for each wording, in the same order, where it stands
 */
export function findWordings(
  wordings: readonly Asked[],
  links: readonly Link[],
  side: 'old' | 'new',
  lexicon: Lexicon,
): Found[] {
  const phrases = new Map<string, Phrase>();
  const keysOf = (text: string) =>
    readWords(text).keys.filter((key, i) => i > 0 || !lexicon.isDeterminer(key));
  const asked = wordings.map(({ wording, notIn }) => {
    const phrase = phraseOf(keysOf(wording), keysOf(notIn));
    const name = [phrase.keys.join(' '), phrase.longer.join(' ')].join('\n');
    const known = phrases.get(name);
    if (known) return known;
    phrases.set(name, phrase);
    return phrase;
  });
  const index = indexPhrases(
    [...phrases.values()].filter(({ keys }) => keys.length > 0 && keys.length <= MAX_LENGTH),
  );
  if (index.size === 0) return asked;
  const likely = likelyText(wordings.map(({ wording }) => wording));
  for (const { id, [side]: clauses } of links) {
    for (const { text, path, lines } of clauses) {
      if (!likely.test(text)) continue;
      const words = readWords(text);
      let actors: readonly WordSpan[] | undefined;
      for (let at = 0; at < words.keys.length; at++) {
        for (const phrase of phrasesAt(index, words, at)) {
          if (isPartOfLonger(phrase, words, at)) continue;
          actors ??= findMentions(words, lexicon, ['actor']);
          if (isPartOfMore(actors, at, phrase.keys.length)) continue;
          phrase.count++;
          if (phrase.places.length < MAX_PLACES)
            phrase.places.push({ link: id, path, lines, excerpt: excerpt(words, at, phrase.keys.length) });
        }
      }
    }
  }
  return asked;
}

/** How much of a word is looked for in a text before it is read word by word; spellings differ further back. */
const STEM = 4;
/** More wordings than this are not looked for beforehand. */
const MAX_STEMS = 200;

/** A pattern that every text with one of the wordings matches: the beginning of its longest word. */
function likelyText(wordings: readonly string[]): RegExp {
  const stems = wordings.flatMap((wording) => {
    const words = wording.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length === 0 ? [] : [words.reduce((a, b) => (b.length > a.length ? b : a)).slice(0, STEM)];
  });
  return stems.length > MAX_STEMS ? /^/ : new RegExp([...new Set(stems)].join('|') || '(?!)', 'iu');
}

/** By their first word, then by how many words they have, then by all of them. */
type PhraseIndex = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<string, readonly Phrase[]>>>;

function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Map<number, Map<string, Phrase[]>>>();
  for (const phrase of phrases) {
    const lengths = entryOf(index, phrase.keys[0] as string, () => new Map<number, Map<string, Phrase[]>>());
    const texts = entryOf(lengths, phrase.keys.length, () => new Map<string, Phrase[]>());
    entryOf(texts, phrase.keys.join(' '), (): Phrase[] => []).push(phrase);
  }
  return index;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function phrasesAt(index: PhraseIndex, { keys }: Words, at: number): Phrase[] {
  const lengths = index.get(keys[at] as string);
  if (!lengths) return [];
  return [...lengths].flatMap(([length, texts]) => texts.get(keys.slice(at, at + length).join(' ')) ?? []);
}

function phraseOf(keys: readonly string[], other: readonly string[]): Phrase {
  const offset = other.findIndex((_, at) => keys.every((key, i) => other[at + i] === key));
  const isPart = keys.length > 0 && offset >= 0 && other.length > keys.length;
  return { keys, longer: isPart ? other : [], offset: isPart ? offset : 0, count: 0, places: [] };
}

const isPartOfLonger = ({ longer, offset }: Phrase, { keys }: Words, at: number): boolean =>
  longer.length > 0 && longer.every((key, i) => keys[at - offset + i] === key);

/** "the European Union" inside "the European Union and its Member States" is another actor. */
function isPartOfMore(actors: readonly WordSpan[], start: number, length: number): boolean {
  // Actors stand in order and do not overlap: only the last that begins before can hold the phrase.
  let [low, high] = [0, actors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (actors[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  const actor = actors[low - 1];
  return !!actor && actor.endExclusive >= start + length && actor.endExclusive - actor.start > length;
}

function excerpt({ text, tokens }: Words, start: number, length: number): string {
  const from = Math.max(0, tokens[start]!.start - CONTEXT);
  const to = Math.min(text.length, tokens[start + length - 1]!.endExclusive + CONTEXT);
  const cut = text.slice(from, to);
  const left = from > 0 ? `…${cut.replace(/^\S*\s/, '')}` : cut;
  return to < text.length ? `${left.replace(/\s\S*$/, '')}…` : left;
}
