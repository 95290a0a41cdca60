import type { ChangeClass, Direction } from '../../wording/change.ts';
import type { Link } from '../comparison.ts';
import type { TextSpan } from './text-span.ts';

export const OPERATIONS = [
  'added',
  'dropped',
  'replaced',
  'moved',
  'split',
  'merged',
  'opened',
  'closed',
  'filled',
  'reordered',
  'renumbered',
] as const;

/** What was done to the text. */
export type Operation = (typeof OPERATIONS)[number];

/** What a change does, in a class and a direction. */
export interface Aspect {
  readonly class: ChangeClass;
  readonly direction: Direction;
}

/** Where a clause stands, as far as its weight depends on it. */
export type Part = 'frame' | 'preamble' | 'operative' | 'heading' | 'note' | 'annex';

/** One change in a reader's eye, at one place. */
export interface Finding extends Aspect {
  readonly op: Operation;
  readonly link: Link;
  /** The link in which the old words stood, where it is another one, and where `at.old` is a place. */
  readonly alsoIn?: Link | undefined;
  readonly old: string;
  readonly new: string;
  readonly at: { readonly old: TextSpan | null; readonly new: TextSpan | null };
  readonly rule: string;
  readonly note: string;
  /** What else it does. */
  readonly aspects: readonly Aspect[];
  /** Content words that are on one side only. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly part: Part;
  /** A whole clause, or several that came, went or moved as one: the links of all. */
  readonly clauses: readonly Link[];
  /** A whole sentence of a clause that stayed. */
  readonly isSentence: boolean;
  /** Words of its sentence before it. */
  readonly wordsBefore: number;
  /** Why it is routine; undefined if it is not. */
  readonly routine: string | undefined;
}
