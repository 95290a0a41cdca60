import type { Comparison, Link, LinkedClause, Summary } from '../compare/comparison.ts';
import type { ReaderMarks } from '../compare/reader-marks.ts';
import type { Filter } from './filter.ts';

/** One draft of the chain that is viewed. */
export interface DraftInfo {
  readonly name: string;
  /** Of a commit: date, author and subject; empty for a file. */
  readonly note: string;
  /** The file on disk, absolute, which an editor can open; undefined for standard input and for versions in git. */
  readonly file: string | undefined;
}

/** What a step of a chain changed, in brief. */
export interface StepSummary {
  readonly summary: Summary;
  /** Clauses of the newer draft. */
  readonly clauses: number;
  /** The most important changes, as `II/5 ▼ actor weaker: the European Union → the Europeans`. */
  readonly findings: readonly string[];
}

/** One clause in one draft of the chain, and how it came from the draft before. */
export interface ThreadCell {
  readonly clauses: readonly LinkedClause[];
  /** The links between the draft before and this one that the clause is in; none in the first draft. */
  readonly links: readonly Link[];
}

export interface ReportRequest {
  /** As the reader typed it. */
  readonly file: string;
  readonly pair: Pair;
  readonly filter: Filter;
  readonly marks: ReaderMarks;
}

export type Pair = readonly [older: number, newer: number];

/** Why a promise of the engine failed: the reader did not want to wait. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Reads and compares for the view, so that the view itself never waits. A promise fails with a line for the reader. */
export interface Engine {
  /** The oldest first; two at least. */
  open(): Promise<readonly DraftInfo[]>;
  compare(pair: Pair): Promise<Comparison>;
  /** What draft `newer` changed in the one before it. */
  step(newer: number): Promise<StepSummary>;
  /** A clause through all drafts. */
  thread(draft: number, clause: number): Promise<readonly ThreadCell[]>;
  /** Writes a report; answers with the name of the file. */
  report(request: ReportRequest): Promise<string>;
  /** Forgets a draft that changed on disk. */
  forget(draft: number): void;
  /** Ends all work that is under way; its promises fail. */
  cancel(): void;
  close(): void;
}
