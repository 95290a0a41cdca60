import type { Direction } from '../../wording/change.ts';
import { formKeys } from '../../wording/form-key.ts';
import { isFunctionWord } from '../../wording/function-words.ts';
import { NUMBER_SLOT } from '../../wording/lexicon.ts';
import type { LexiconData } from '../../wording/lexicon-data.ts';
import type { Entry } from './entries.ts';

/** All there is to say about a phrase. */
export interface Lookup {
  readonly phrase: string;
  readonly found: readonly FoundEntry[];
  /** Lemmas that share words with a phrase that was not found, the nearest first. */
  readonly nearest: readonly string[];
}

export interface FoundEntry extends Entry {
  /** The next ones on its ladder, nearest first. */
  readonly weaker: readonly Step[];
  readonly stronger: readonly Step[];
  /** For an actor: the replacements that have a direction. */
  readonly shifts: readonly ActorShift[];
}

interface Step {
  readonly lemma: string;
  readonly rank: number;
}

interface ActorShift {
  readonly way: 'from' | 'to';
  /** The other actor, by its lemma. */
  readonly actor: string;
  readonly direction: Direction;
  readonly why: string;
}

const STEPS = 2;
const MAX_NEAREST = 3;

/** Looks up a phrase word by word, without regard to case and a leading article. */
export function lookUp(phrase: string, lexicon: LexiconData, entries: readonly Entry[]): Lookup {
  const determiners = new Set(lexicon.determiners.flatMap((word) => formKeys(word)));
  const wanted = withoutArticle(formKeys(phrase), determiners);
  const isNamed = ({ lemma, id, forms }: Entry): boolean =>
    [lemma, ...(id === undefined ? [] : [id]), ...forms].some((form) =>
      fits(withoutArticle(formKeys(form), determiners), wanted),
    );
  const found = entries.filter(isNamed).map((entry) => ({
    ...entry,
    ...neighbours(entry, entries),
    shifts: shiftsOf(entry, lexicon),
  }));
  return { phrase, found, nearest: found.length > 0 ? [] : nearest(wanted, entries) };
}

/** A French article may be one word with its noun: `l'Union`. */
function withoutArticle(keys: readonly string[], determiners: ReadonlySet<string>): readonly string[] {
  const [first = '', ...rest] = keys;
  if (rest.length > 0 && determiners.has(first)) return rest;
  return [first.replace(/^[ld]'(?=.)/, ''), ...rest];
}

const fits = (form: readonly string[], wanted: readonly string[]): boolean =>
  form.length === wanted.length &&
  form.every((key, i) => key === wanted[i] || (key === NUMBER_SLOT && /^\d+$/.test(wanted[i] ?? '')));

function neighbours(
  { scale, rank }: Entry,
  entries: readonly Entry[],
): Pick<FoundEntry, 'weaker' | 'stronger'> {
  if (scale === undefined || rank === undefined) return { weaker: [], stronger: [] };
  const ladder = entries
    .flatMap((other) =>
      other.scale === scale && other.rank !== undefined ? [{ lemma: other.lemma, rank: other.rank }] : [],
    )
    .sort((a, b) => a.rank - b.rank);
  return {
    weaker: ladder
      .filter((step) => step.rank < rank)
      .slice(-STEPS)
      .reverse(),
    stronger: ladder.filter((step) => step.rank > rank).slice(0, STEPS),
  };
}

function shiftsOf(entry: Entry, { actors, shifts }: LexiconData): ActorShift[] {
  if (entry.class !== 'actor') return [];
  const lemmaOf = (id: string): string => actors.find((actor) => actor.id === id)?.lemma ?? id;
  return shifts.flatMap(({ from, to, direction, why }): ActorShift[] => {
    if (from === entry.id) return [{ way: 'to', actor: lemmaOf(to), direction, why }];
    return to === entry.id ? [{ way: 'from', actor: lemmaOf(from), direction, why }] : [];
  });
}

/** By how many words are shared, then by how few are not. */
function nearest(wanted: readonly string[], entries: readonly Entry[]): string[] {
  const words = new Set(wanted.filter((key) => /\p{L}/u.test(key) && !isFunctionWord(key)));
  const scored = entries.flatMap(({ lemma, forms }) => {
    const [best] = [lemma, ...forms]
      .map((form) => new Set(formKeys(form)))
      .map((keys) => ({
        lemma,
        shared: [...words].filter((word) => keys.has(word)).length,
        length: keys.size,
      }))
      .sort(byNearness);
    return best && best.shared > 0 ? [best] : [];
  });
  return [...new Set(scored.sort(byNearness).map(({ lemma }) => lemma))].slice(0, MAX_NEAREST);
}

interface Nearness {
  readonly shared: number;
  readonly length: number;
}

const byNearness = (a: Nearness, b: Nearness): number => b.shared - a.shared || a.length - b.length;
