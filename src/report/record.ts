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
/** Most findings told for one file. */
const MAX_FINDINGS = 10;

const SELECTION: Selection = { ...USUAL, minRank: MIN_RANK };

const findingsOf = (comparison: Comparison): Finding[] =>
  rankedFindings(comparison, SELECTION).slice(0, MAX_FINDINGS);

const placeIn = ({ link }: Finding): string => oneLine(placeOf(link.new.length > 0 ? link.new : link.old));

/** A summary of each file, and its most important findings; one line each. */
export function summaryLines(records: readonly FileRecord[]): string[] {
  return records.flatMap(({ path, comparison }) => {
    const { substantive, neutral } = comparison.summary.changes;
    if (substantive + neutral === 0) return [];
    const told = summaryText(comparison.summary);
    return [
      `${oneLine(path)}: ${substantive} substantive${told === '' ? '' : `: ${told}`}; ${neutral} neutral`,
      ...findingsOf(comparison).map(
        (finding) =>
          `  ${kindText(finding.change)}: ${pairText(finding.change.old, finding.change.new)} (${placeIn(finding)})`,
      ),
    ].map((line) => line.replaceAll('\n', ' '));
  });
}

/** `Wording-Change: actor weaker "the European Union" -> "the Europeans" (II/5)` */
export const trailers = (records: readonly FileRecord[]): string[] =>
  records.flatMap(({ comparison }) =>
    findingsOf(comparison).map((finding) => {
      const { class: name, direction, old, new: newer } = finding.change;
      const quote = (text: string): string => `"${oneLine(text).replace(/\s+/g, ' ').replaceAll('"', "'")}"`;
      return `Wording-Change: ${name} ${direction} ${quote(old)} -> ${quote(newer)} (${placeIn(finding)})`;
    }),
  );

/** A file of a commit, with the blobs that hold both versions. */
interface RecordedFile extends FileRecord {
  readonly before: string;
  readonly after: string;
}

/** What made a record: only the same program with the same words would make it again. */
export interface RecordOrigin {
  readonly build: string;
  /** Digest of the language, the lexicons and the red lines. */
  readonly words: string;
}

/** The record of a commit as it is kept in a note. */
export const recordJson = (records: readonly RecordedFile[], origin: RecordOrigin): string =>
  safeJson(
    {
      schema: 'clausediff/record/1',
      ...origin,
      files: records.map(({ path, before, after, comparison }) => ({
        path,
        before,
        after,
        outline: outlineComparison(comparison),
        findings: rankedFindings(comparison, USUAL).map(({ change, link }) => ({
          ...change,
          was: link.old.map((clause) => clause.path),
          is: link.new.map((clause) => clause.path),
        })),
      })),
    },
    0,
  );
