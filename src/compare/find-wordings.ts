import type { Lexicon } from '../wording/lexicon.ts';
import { layerMentions } from '../wording/mentions.ts';
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

interface Phrase {
  readonly keys: readonly string[];
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
  wordings: readonly string[],
  links: readonly Link[],
  side: 'old' | 'new',
  lexicon: Lexicon,
): Found[] {
  const phrases = new Map<string, Phrase>();
  const asked = wordings.map((wording) => {
    const keys = readWords(wording).keys.filter((key, i) => i > 0 || !lexicon.isDeterminer(key));
    const known = phrases.get(keys.join(' '));
    if (known) return known;
    const phrase: Phrase = { keys, count: 0, places: [] };
    phrases.set(keys.join(' '), phrase);
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
  const likely = likelyText(wordings);
  for (const { id, [side]: clauses } of links) {
    for (const { text, path, lines } of clauses) {
      if (!likely.test(text)) continue;
      const words = readWords(text);
      let actors: readonly WordSpan[] | undefined;
      for (let at = 0; at < words.keys.length; at++) {
        for (const phrase of phrasesAt(starts, words, at)) {
          actors ??= layerMentions(words, lexicon, 'actor');
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
