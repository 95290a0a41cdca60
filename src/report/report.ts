import type { Chain, Comparison } from '../compare/comparison.ts';
import type { ReaderMarks } from '../compare/reader-marks.ts';
import type { Measure } from './measure.ts';
import type { Selection } from './selection.ts';

/** What a format makes a document of. */
export interface Report {
  readonly chain: Chain;
  readonly options: ReportOptions;
  /** Of everything that the drafts hold. */
  readonly measure: Measure;
}

export interface ReportOptions extends Selection {
  /** Of the document; the title of the last draft otherwise. */
  readonly title: string | undefined;
  /** Who made the report, and whose name the tracked changes carry. */
  readonly author: string | undefined;
  /** As ISO 8601, `2025-03-06` or `2025-03-06T10:00:00Z`. Never read from the clock: the same drafts give the same bytes. */
  readonly date: string | undefined;
  /** One page for a busy reader. */
  readonly brief: boolean;
  /** All drafts beside each other. */
  readonly synopsis: boolean;
  /** Whether a Word document has the findings as comments. */
  readonly comments: boolean;
  /** How text that is gone is shown in the Council's manner. */
  readonly deletions: 'strike' | 'omit';
  /** What explains the marks in the Council's manner. */
  readonly legend: string | undefined;
  /** What a reader said of the changes; empty unless asked for. */
  readonly marks: ReaderMarks;
}

/** One format of a report: a name, what it makes, and from what. */
export interface Format {
  readonly name: string;
  /** Endings of a file's name that stand for it. */
  readonly endings: readonly string[];
  readonly summary: string;
  readonly can: readonly ('brief' | 'synopsis' | 'chain')[];
  write(report: Report): Promise<string | Uint8Array> | string | Uint8Array;
}

export const titleOf = ({ chain, options }: Pick<Report, 'chain' | 'options'>): string =>
  options.title ?? ([...chain.drafts].reverse().find(({ title }) => title !== '')?.title || 'Change report');

/** `draft-2.md → draft-3.md` */
export const namesOf = ({ old, new: newer }: Comparison): string => `${old.name} → ${newer.name}`;
