import type { ChangeClass, Direction } from './change.ts';

/**
 * A lexicon as it is written down, one file a language. Data, not code: which words name an actor, a stance, a hedge
 * or a time, how strong each is on its scale, and where that is known from.
 *
 * Forms are matched word by word, longest first, without regard to case unless an entry says otherwise. `{n}` in a
 * form stands for any number. An article in front is not written; it is taken along.
 */
export interface LexiconData {
  /** ISO 639-1. */
  readonly language: string;
  readonly name: string;
  /** The language whose missing sections are taken over; for a user's own file. */
  readonly extends?: string;
  readonly actors: readonly ActorData[];
  /** Replacements of one actor by another that have a direction. */
  readonly shifts: readonly ShiftData[];
  /** Ranks compare within one scale only. */
  readonly verbs: readonly RankedData[];
  readonly modals: readonly RankedData[];
  readonly hedges: readonly TermData[];
  readonly scope: readonly TermData[];
  readonly quantities: readonly TermData[];
  readonly times: readonly RankedData[];
  /** Nouns that stand for more or less of one thing: pauses, truce, ceasefire. */
  readonly ladders: readonly RankedData[];
  readonly negations: readonly TermData[];
  /** Sentences that decide what a text is. */
  readonly formulas: readonly FormulaData[];
  /** Forms of one meaning. */
  readonly equivalents: readonly EquivalentData[];
  readonly calendar: CalendarData;
  readonly numbers: NumberData;
  /** Words that point to another place of the text, by what they point to. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly determiners: readonly string[];
  /** Where the entries are known from; `J` is a judgement of the editors. */
  readonly sources: Readonly<Record<string, string>>;
}

/** What keeps a form from being read where it means something else. */
export interface Guards {
  /** Only in the printed case: `may` is not `May`. */
  readonly case?: boolean;
  /** Words right before it with which it is something else: `Energy` Union. */
  readonly notAfter?: readonly string[];
  /** Words right behind it with which it is something else: Council `of Europe`. */
  readonly notBefore?: readonly string[];
}

export interface TermData extends Guards {
  readonly lemma: string;
  readonly forms: readonly string[];
  /** What adding it does; removing it does the opposite. */
  readonly effect?: Direction;
  readonly source: readonly string[];
  readonly note?: string;
}

export interface RankedData extends TermData {
  /** What the rank is on; two entries compare only on one scale. */
  readonly scale: string;
  /** 0 weakest to 100 strongest. */
  readonly rank: number;
}

export interface ActorData extends Guards {
  readonly id: string;
  readonly lemma: string;
  readonly kind: ActorKind;
  readonly forms: readonly string[];
  readonly source: readonly string[];
  /** How much a commitment of this actor binds, 0 to 100; for readers, never compared. */
  readonly weight?: number;
  readonly note?: string;
}

export const ACTOR_KINDS = [
  'union',
  'union+states',
  'states',
  'subset',
  'vague',
  'institution',
  'persons',
  'office',
  'third',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export interface ShiftData {
  readonly from: string;
  readonly to: string;
  readonly direction: Direction;
  readonly why: string;
  readonly source: readonly string[];
}

export interface FormulaData {
  readonly id: string;
  readonly meaning: string;
  readonly effect: Direction;
  readonly forms: readonly string[];
  readonly source: readonly string[];
}

export interface EquivalentData {
  readonly kind: string;
  readonly forms: readonly string[];
}

export const TIME_UNITS = ['day', 'week', 'month', 'year', 'decade'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export interface CalendarData {
  /** January to December, each with its abbreviations. */
  readonly months: readonly (readonly string[])[];
  /** Words before a date that make it a limit in time. */
  readonly deadline: readonly string[];
  /** Those of them after which it is a beginning. */
  readonly start: readonly string[];
  readonly endOf: readonly string[];
  readonly middleOf: readonly string[];
  readonly startOf: readonly string[];
  readonly quarters: readonly string[];
  /** The first and the second half, in turn. */
  readonly halves: readonly string[];
  /** Seasons with the last month of each, 1 to 12. */
  readonly seasons: Readonly<Record<string, number>>;
  readonly thisYear: readonly string[];
  readonly nextYear: readonly string[];
  readonly within: readonly string[];
  /** The words for units of time. */
  readonly units: Readonly<Record<string, TimeUnit>>;
}

export interface NumberData {
  readonly words: Readonly<Record<string, number>>;
  readonly magnitudes: Readonly<Record<string, number>>;
  readonly currencies: Readonly<Record<string, string>>;
  readonly percent: readonly string[];
  /** The decimal sign; the other one of `.` and `,` groups digits. */
  readonly decimal: '.' | ',';
}

/** The lists of a lexicon whose entries are matched as terms, with the class of change each stands for. */
export const TERM_CLASSES = {
  actors: 'actor',
  verbs: 'verb',
  modals: 'modality',
  hedges: 'hedge',
  scope: 'scope',
  quantities: 'amount',
  times: 'date',
  ladders: 'scope',
  negations: 'negation',
} as const satisfies Partial<Record<keyof LexiconData, ChangeClass>>;
