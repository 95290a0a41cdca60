import { tokenize } from '../draft/tokens.ts';
import type { ChangeClass, Direction } from './change.ts';
import { type ActorKind, type Guards, type LexiconData, TERM_CLASSES } from './lexicon-data.ts';
import { spellingKey } from './spelling.ts';

/** An entry of a lexicon, as it is matched and compared. Two mentions say the same if their terms are one object. */
export interface Term {
  readonly class: ChangeClass | 'equivalent' | 'formula';
  /** `welcome`; for an actor its id. */
  readonly name: string;
  readonly lemma: string;
  readonly layer: Layer;
  readonly scale?: string;
  /** 0 to 100, comparable within one scale. */
  readonly rank?: number;
  /** What adding it does. */
  readonly effect?: Direction;
  readonly kind?: ActorKind;
  readonly meaning?: string;
}

/** In one layer a word belongs to one mention only; layers may overlap, as an actor lies inside a formula. */
export const LAYERS = ['equivalent', 'formula', 'actor', 'stance', 'qualifier', 'ladder'] as const;
export type Layer = (typeof LAYERS)[number];

/** One printed form of a term, as word keys; `{n}` stands for a number. */
export interface Form {
  readonly keys: readonly string[];
  readonly term: Term;
  /** The printed words, where case matters. */
  readonly printed: readonly string[] | undefined;
  readonly notAfter: ReadonlySet<string>;
  readonly notBefore: readonly (readonly string[])[];
}

interface Shift {
  readonly direction: Direction;
  readonly why: string;
}

/** A lexicon made ready for matching. */
export interface Lexicon {
  readonly data: LexiconData;
  /** The forms that begin with a word, by layer and the longest first; undefined where there are none. */
  formsFrom(firstKey: string): ((layer: Layer) => readonly Form[] | undefined) | undefined;
  shift(from: string, to: string): Shift | undefined;
  isDeterminer(key: string): boolean;
}

export const NUMBER_SLOT = '{n}';

/** The key by which words are matched: spelling variants and the possessive ending fall together. */
export function wordKey(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const found = spellingKey(key).replace(/'s?$/, '');
  if (keys.size > MAX_KEYS) keys.clear();
  keys.set(key, found);
  return found;
}

const MAX_KEYS = 50_000;
const keys = new Map<string, string>();

const LAYER_OF = {
  actors: 'actor',
  verbs: 'stance',
  modals: 'stance',
  hedges: 'qualifier',
  scope: 'qualifier',
  quantities: 'qualifier',
  times: 'qualifier',
  negations: 'qualifier',
  ladders: 'ladder',
} as const satisfies Record<keyof typeof TERM_CLASSES, Layer>;

/** Forms of one first word: as written until they are asked for, since a text meets only a few of them. */
type Entry = { readonly written: WrittenForm[]; read?: readonly Form[] };
type WrittenForm = readonly [printed: string, term: Term, guards: Guards];
type Entries = Partial<Record<Layer, Entry>>;

const compiled = new WeakMap<LexiconData, Lexicon>();

/** Compiles a lexicon once; the same data gives the same object. */
export function compileLexicon(data: LexiconData): Lexicon {
  const known = compiled.get(data);
  if (known) return known;
  const index = new Map<string, Entries>();
  const add = (printed: string, term: Term, guards: Guards = {}): void => {
    const first = firstKeyOf(printed);
    if (first === undefined) return;
    let entries = index.get(first);
    if (!entries) {
      entries = {};
      index.set(first, entries);
    }
    const entry = entries[term.layer];
    if (entry) entry.written.push([printed, term, guards]);
    else entries[term.layer] = { written: [[printed, term, guards]] };
  };
  for (const list of Object.keys(TERM_CLASSES) as (keyof typeof TERM_CLASSES)[]) {
    for (const entry of data[list]) {
      const name = 'id' in entry ? entry.id : entry.lemma;
      const { lemma } = entry;
      const term: Term = { ...pick(entry), class: TERM_CLASSES[list], name, lemma, layer: LAYER_OF[list] };
      for (const form of entry.forms) add(form, term, entry);
    }
  }
  for (const { id, meaning, effect, forms } of data.formulas) {
    const term: Term = { class: 'formula', name: id, lemma: id, layer: 'formula', effect, meaning };
    for (const form of forms) add(form, term);
  }
  for (const { kind, forms } of data.equivalents) {
    const term: Term = { class: 'equivalent', name: kind, lemma: forms[0] ?? '', layer: 'equivalent' };
    for (const form of forms) add(form, term);
  }
  const shifts = new Map(
    data.shifts.map(({ from, to, direction, why }) => [`${from} ${to}`, { direction, why }]),
  );
  const determiners = new Set(data.determiners.map(wordKey));
  const lexicon: Lexicon = {
    data,
    formsFrom(firstKey) {
      const entries = index.get(firstKey);
      return entries && ((layer) => formsOf(entries[layer]));
    },
    shift: (from, to) => shifts.get(`${from} ${to}`),
    isDeterminer: (key) => determiners.has(key),
  };
  compiled.set(data, lexicon);
  return lexicon;
}

function formsOf(entry: Entry | undefined): readonly Form[] | undefined {
  if (!entry) return undefined;
  entry.read ??= entry.written.map(readForm).sort((a, b) => b.keys.length - a.keys.length);
  return entry.read;
}

function firstKeyOf(printed: string): string | undefined {
  if (printed.startsWith(NUMBER_SLOT)) return NUMBER_SLOT;
  const word = /^[\p{L}]+(?= |$)/u.exec(printed)?.[0] ?? wordsOf(printed)[0];
  return word === undefined ? undefined : wordKey(word);
}

function pick(entry: Partial<Term>): Partial<Term> {
  const { scale, rank, effect, kind } = entry;
  return {
    ...(scale === undefined ? {} : { scale }),
    ...(rank === undefined ? {} : { rank }),
    ...(effect === undefined ? {} : { effect }),
    ...(kind === undefined ? {} : { kind }),
  };
}

function readForm([printed, term, guards]: WrittenForm): Form {
  const words = printed.split(/(\{n\})/).flatMap((part) => (part === NUMBER_SLOT ? [part] : wordsOf(part)));
  return {
    keys: words.map(wordKeyOrSlot),
    term,
    printed: guards.case ? words : undefined,
    notAfter: new Set((guards.notAfter ?? []).map((word) => wordKey(word))),
    notBefore: (guards.notBefore ?? []).map((phrase) => wordsOf(phrase).map(wordKey)),
  };
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ key }) => key);
const wordKeyOrSlot = (word: string): string => (word === NUMBER_SLOT ? word : wordKey(word));
