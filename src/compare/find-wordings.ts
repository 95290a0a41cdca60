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
  const starts = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    if (phrase.keys.length === 0) continue;
    const start = startOf(phrase.keys, 0, phrase.keys.length > 1);
    const known = starts.get(start);
    if (known) known.push(phrase);
    else starts.set(start, [phrase]);
  }
  if (starts.size === 0) return asked;
  const likely = likelyText(wordings.map(({ wording }) => wording));
  for (const { id, [side]: clauses } of links) {
    for (const { text, path, lines } of clauses) {
      if (!likely.test(text)) continue;
      const words = readWords(text);
      let actors: readonly WordSpan[] | undefined;
      for (let at = 0; at < words.keys.length; at++) {
        for (const phrase of phrasesAt(starts, words, at)) {
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

const startOf = (keys: readonly string[], at: number, two: boolean): string =>
  two ? `${keys[at]} ${keys[at + 1]}` : (keys[at] as string);

function phrasesAt(starts: ReadonlyMap<string, readonly Phrase[]>, { keys }: Words, at: number): Phrase[] {
  const found = [
    ...(starts.get(startOf(keys, at, false)) ?? []),
    ...(starts.get(startOf(keys, at, true)) ?? []),
  ];
  return found.filter((phrase) => phrase.keys.every((key, i) => keys[at + i] === key));
}

function phraseOf(keys: readonly string[], other: readonly string[]): Phrase {
  const offset = other.findIndex((_, at) => keys.every((key, i) => other[at + i] === key));
  const isPart = keys.length > 0 && offset >= 0 && other.length > keys.length;
  return { keys, longer: isPart ? other : [], offset: isPart ? offset : 0, count: 0, places: [] };
}

const isPartOfLonger = ({ longer, offset }: Phrase, { keys }: Words, at: number): boolean =>
  longer.length > 0 && longer.every((key, i) => keys[at - offset + i] === key);

/** "the European Union" inside "the European Union and its Member States" is another actor. */
const isPartOfMore = (actors: readonly WordSpan[], start: number, length: number): boolean =>
  actors.some(
    (actor) =>
      actor.start <= start &&
      actor.endExclusive >= start + length &&
      actor.endExclusive - actor.start > length,
  );

function excerpt({ text, tokens }: Words, start: number, length: number): string {
  const from = Math.max(0, tokens[start]!.start - CONTEXT);
  const to = Math.min(text.length, tokens[start + length - 1]!.endExclusive + CONTEXT);
  const cut = text.slice(from, to);
  const left = from > 0 ? `…${cut.replace(/^\S*\s/, '')}` : cut;
  return to < text.length ? `${left.replace(/\s\S*$/, '')}…` : left;
}
