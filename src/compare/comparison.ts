import type { MatchReason } from '../align/pairing.ts';
import type { ClauseType, SetAsideKind } from '../draft/draft.ts';
import type { Change, ChangeClass, Direction } from '../wording/change.ts';
import type { Edit } from '../wording/edits.ts';
import type { DigestEntry } from './digest/digest.ts';

/**
 * What changed between two drafts: the model that every report and view reads. `--format json` prints it as it is;
 * the shape is a public contract, and names may be added but none removed or given another meaning.
 */
export interface Comparison {
  readonly schema: 'clausediff/comparison/1';
  readonly old: DraftSummary;
  readonly new: DraftSummary;
  readonly summary: Summary;
  /** In the order of the new draft, deletions where they stood. Every clause of both drafts is in exactly one. */
  readonly links: readonly Link[];
  readonly ledger: readonly LedgerEntry[];
  readonly brackets: BracketAccount;
  readonly references: readonly ReferenceCheck[];
  /** What a reader must hear, grouped over places, the most important first; what is routine at the end. */
  readonly digest: readonly DigestEntry[];
}

export interface DraftSummary {
  readonly name: string;
  readonly title: string;
  readonly clauses: number;
  readonly words: number;
  /** What was not read as text: page furniture, separators, front matter, bare markup. */
  readonly setAside: readonly SetAsideSummary[];
}

export interface SetAsideSummary {
  readonly kind: SetAsideKind;
  readonly lines: readonly [first: number, last: number];
  readonly text: string;
}

export type LinkKind = 'same' | 'edited' | 'split' | 'merged' | 'inserted' | 'deleted';

export interface Summary {
  readonly links: Readonly<Record<LinkKind | 'moved' | 'renumbered', number>>;
  readonly changes: {
    readonly substantive: number;
    readonly neutral: number;
    readonly byClass: Readonly<Partial<Record<ChangeClass, number>>>;
    /** Of the substantive ones. */
    readonly byDirection: Readonly<Partial<Record<Direction, number>>>;
  };
  /** False if a limit was hit; `limits` then says which. */
  readonly complete: boolean;
  readonly limits: readonly string[];
}

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  /** Order or parent changed, beyond what insertions and deletions explain. */
  readonly moved: boolean;
  /** The number or letter changed; not the way it is printed. */
  readonly renumbered: boolean;
  readonly old: readonly LinkedClause[];
  readonly new: readonly LinkedClause[];
  /** Why these clauses belong together; null for an insertion or a deletion. */
  readonly match: { readonly by: MatchReason; readonly similarity: number } | null;
  /** The texts of a split or merge are joined with a line feed. */
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

export interface LinkedClause {
  /** Position among the clauses of its draft, from 0. */
  readonly index: number;
  readonly path: string;
  /** As printed; empty if there is none. */
  readonly label: string;
  readonly type: ClauseType;
  /** Counted from 1, both inclusive. */
  readonly lines: readonly [first: number, last: number];
  readonly text: string;
}

/** One substitution over the whole text, with the places where the old wording is left. */
export interface LedgerEntry {
  readonly class: ChangeClass;
  readonly direction: Direction;
  readonly substantive: boolean;
  readonly rank: number;
  readonly old: string;
  readonly new: string;
  /** How often the substitution was made. */
  readonly count: number;
  readonly links: readonly string[];
  /** Where the new draft still has the old wording; the first hundred. */
  readonly left: readonly LedgerPlace[];
  readonly leftCount: number;
  /** How often the old draft had the new wording already. */
  readonly already: number;
}

export interface LedgerPlace {
  readonly link: string;
  readonly path: string;
  readonly lines: readonly [first: number, last: number];
  readonly excerpt: string;
}

/** The square brackets of both drafts. */
export interface BracketAccount {
  readonly opened: readonly BracketEntry[];
  readonly closed: readonly BracketEntry[];
  readonly changed: readonly BracketEntry[];
  /** Brackets still open in the new draft. */
  readonly open: number;
  /** Brackets open in the old draft. */
  readonly before: number;
  /** Of those still open, how many stand inside another. */
  readonly nested: number;
  /** Those still open, in the order of the new draft. */
  readonly standing: readonly StandingBracket[];
}

/** A bracket that the new draft leaves open. */
export interface StandingBracket {
  readonly link: string;
  readonly path: string;
  /** Between the brackets. */
  readonly text: string;
}

export interface BracketEntry {
  readonly link: string;
  readonly path: string;
  /** The text between the brackets, before and after. */
  readonly old: string;
  readonly new: string;
  readonly how: 'opened' | 'as-is' | 'with-changes' | 'dropped' | 'changed';
}

export interface ReferenceCheck {
  readonly link: string;
  readonly text: string;
  /** Path of the clause it led to in the old draft; empty if to none. */
  readonly was: string;
  /** Path of that clause in the new draft, empty if it is gone; where it led to none before, of the one it leads to. */
  readonly now: string;
  /** Whether it does not lead to the same clause in both drafts. */
  readonly stale: boolean;
}

/** Successive drafts, each compared with the next, and every clause followed through all of them. */
export interface Chain {
  readonly schema: 'clausediff/chain/1';
  /** The oldest first. */
  readonly drafts: readonly DraftSummary[];
  /** One for each neighbouring pair: one fewer than drafts. */
  readonly steps: readonly Comparison[];
  /** Every clause of every draft is in exactly one. In the order of the last draft, what was lost where it stood. */
  readonly threads: readonly Thread[];
  /** In the order in which they were dropped. */
  readonly dropped: readonly DroppedWording[];
}

/** A wording that a chain dropped. */
export interface DroppedWording {
  readonly text: string;
  /** How much a reader must see it, 0 to 100, as that of the change that took it away. */
  readonly rank: number;
  /** The thread of its clause. */
  readonly thread: string;
  /** Where it stood last. */
  readonly path: string;
  /** The last draft that had it, from 0: the next one dropped it. */
  readonly draft: number;
  /** The draft that has it again, from 0; null if none has. */
  readonly returnedIn: number | null;
}

/** One clause followed through a chain; with its parts where it was split, and all that merged into it. */
export interface Thread {
  readonly id: string;
  /** For each draft the clauses that stand for it there; empty where there is none. */
  readonly clauses: readonly (readonly LinkedClause[])[];
}
