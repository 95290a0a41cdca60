import type { ComparisonOutline, OutlineLink } from '../compare/outline.ts';
import { kindText, pairText, summaryText } from './findings.ts';
import { type Finding, placeOf, rankedFindings } from './ranked-findings.ts';
import { safeJson } from './safe-json.ts';
import type { Selection } from './selection.ts';
import { oneLine } from './visible.ts';

/** One version of a text and what it changed. */
export interface HistoryEntry {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly subject: string;
  readonly path: string;
  /** Absent where the text begins or ends. */
  readonly comparison: ComparisonOutline | undefined;
  readonly event: 'begins' | 'changed' | 'ends';
  readonly clauses: number;
}

/** A history with the findings that are asked for. */
export interface HistoryRow {
  readonly entry: HistoryEntry;
  readonly findings: readonly HistoryFinding[];
}

export type HistoryFinding = Finding<OutlineLink>;

/** @param isWanted whether a finding's clause is one that is followed */
export const historyRow = (
  entry: HistoryEntry,
  selection: Selection,
  isWanted: (link: OutlineLink) => boolean,
): HistoryRow => ({
  entry,
  findings: entry.comparison
    ? rankedFindings(entry.comparison, selection).filter(({ link }) => isWanted(link))
    : [],
});

/** `3 substantive changes: 2 weaker, 1 actor; 4 neutral` */
export function entrySummary({ event, comparison, clauses }: HistoryEntry): string {
  if (!comparison) return event === 'begins' ? `the text begins: ${clauses} clauses` : 'the text ends';
  const { substantive, neutral } = comparison.summary.changes;
  const told = summaryText(comparison.summary);
  return `${substantive} substantive${told === '' ? '' : `: ${told}`}; ${neutral} neutral`;
}

export const findingLine = ({ change, link }: HistoryFinding): string => {
  const place = placeOf(link.new.length > 0 ? link.new : link.old);
  const note = change.note === '' ? '' : ` (${oneLine(change.note)})`;
  return `${kindText(change)}: ${pairText(change.old, change.new)}${note}, ${oneLine(place)}`;
};

/** Letters of a commit's name that are printed. */
const SHORT = 10;

export const historyText = (rows: readonly HistoryRow[]): string =>
  rows
    .map(({ entry, findings }) =>
      [
        `${entry.id.slice(0, SHORT)} ${entry.date.slice(0, 10)} ${oneLine(entry.author)}`,
        `    ${oneLine(entry.subject)}`,
        `    ${entrySummary(entry)}`,
        ...findings.map((finding) => `    ${findingLine(finding)}`),
        '',
      ].join('\n'),
    )
    .join('\n');

export const historyJson = (rows: readonly HistoryRow[]): string =>
  safeJson({
    schema: 'clausediff/history/1',
    commits: rows.map(({ entry: { comparison, ...entry }, findings }) => ({
      ...entry,
      summary: comparison?.summary ?? null,
      findings: findings.map(({ change, link }) => ({
        ...change,
        was: link.old.map(({ path }) => path),
        is: link.new.map(({ path }) => path),
      })),
    })),
  });
