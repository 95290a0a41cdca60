import type { Comparison } from '../compare/comparison.ts';
import { outlineComparison } from '../compare/outline.ts';
import { kindText, pairText, summaryText } from './findings.ts';
import { type Finding, placeOf, rankedFindings } from './ranked-findings.ts';
import { safeJson } from './safe-json.ts';
import { type Selection, USUAL } from './selection.ts';
import { oneLine } from './visible.ts';

/** What a commit did to the wording of one file. */
export interface FileRecord {
  readonly path: string;
  readonly comparison: Comparison;
}

/** Least rank of a finding that is worth a line in a commit. */
const MIN_RANK = 60;
/** Most findings told for one file, so that a summary stays shorter than a screen. */
const MAX_FINDINGS = 10;
/** Most trailers of a commit: what a reader of a log takes in. */
const MAX_TRAILERS = 20;

const SELECTION: Selection = { ...USUAL, minRank: MIN_RANK };

/** The findings of one file that are worth a line in a commit, the most important first. */
export const notableFindings = (comparison: Comparison): Finding[] => rankedFindings(comparison, SELECTION);

const placeIn = ({ link }: Finding): string => oneLine(placeOf(link.new.length > 0 ? link.new : link.old));

/** As many lines as are told, and how many more there are. */
const upTo = (lines: readonly string[], most: number, more: (count: number) => string): string[] =>
  lines.length > most ? [...lines.slice(0, most), more(lines.length - most)] : [...lines];

/** A summary of a file, and its most important findings; one line each. */
export function summaryLines({ path, comparison }: FileRecord): string[] {
  const { substantive, neutral } = comparison.summary.changes;
  if (substantive + neutral === 0) return [];
  const told = summaryText(comparison.summary);
  const findings = notableFindings(comparison).map(
    (finding) =>
      `  ${kindText(finding.change)}: ${pairText(finding.change.old, finding.change.new)} (${placeIn(finding)})`,
  );
  return [
    `${oneLine(path)}: ${substantive} substantive${told === '' ? '' : `: ${told}`}; ${neutral} neutral`,
    ...upTo(findings, MAX_FINDINGS, (count) => `  and ${count} more`),
  ].map((line) => line.replaceAll('\n', ' '));
}

export const TRAILER = 'Wording-Change';

/** `Wording-Change: actor weaker "the European Union" -> "the Europeans" (II/5)`, the most important of all files. */
export function trailers(findings: readonly Finding[]): string[] {
  const quote = (text: string): string => `"${oneLine(text).replace(/\s+/g, ' ').replaceAll('"', "'")}"`;
  const lines = findings
    .toSorted((a, b) => b.change.rank - a.change.rank)
    .map((finding) => {
      const { class: name, direction, old, new: newer } = finding.change;
      return `${TRAILER}: ${name} ${direction} ${quote(old)} -> ${quote(newer)} (${placeIn(finding)})`;
    });
  return upTo(lines, MAX_TRAILERS, (count) => `${TRAILER}: and ${count} more`);
}

/** A file of a commit, with the blobs that hold both versions. */
export interface RecordedFile extends FileRecord {
  readonly before: string;
  readonly after: string;
}

/** What made a record: only the same program with the same words would make it again. */
export interface RecordOrigin {
  readonly build: string;
  /** Digest of the language, the lexicons and the red lines. */
  readonly words: string;
}

/** What is recorded of one file, and with which words it was read. */
export const recordOf = (
  { path, before, after, comparison }: RecordedFile,
  words: RecordOrigin['words'],
) => ({
  path,
  before,
  after,
  words,
  outline: outlineComparison(comparison),
  findings: rankedFindings(comparison, USUAL).map(({ change, link }) => ({
    ...change,
    was: link.old.map((clause) => clause.path),
    is: link.new.map((clause) => clause.path),
  })),
});

/** The record of a commit as it is kept in a note. */
export const recordJson = (
  files: readonly ReturnType<typeof recordOf>[],
  build: RecordOrigin['build'],
): string => safeJson({ schema: 'clausediff/record/1', build, files }, 0);
