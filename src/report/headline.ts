import type { Comparison } from '../compare/comparison.ts';
import { summaryText } from './findings.ts';
import { plain, quiet, type Run } from './runs.ts';
import { oneLine } from './visible.ts';

/** What can become of a clause, in the order in which it is counted. */
export const KINDS = ['edited', 'split', 'merged', 'inserted', 'deleted', 'moved', 'renumbered'] as const;

/** Names, title and counts: what every report begins with. */
export function headlineRuns(comparison: Comparison): Run[][] {
  const { old, new: newer } = comparison;
  const rows: Run[][] = [[{ text: `${oneLine(old.name)} → ${oneLine(newer.name)}`, tone: 'heading' }]];
  if (newer.title || old.title) rows.push([plain(oneLine(newer.title || old.title))]);
  return [...rows, ...countRuns(comparison)];
}

/** What became of the clauses, and what the changes mean; with every limit that was hit. */
export function countRuns({ old, new: newer, summary }: Comparison): Run[][] {
  const { links, changes, limits } = summary;
  const rows: Run[][] = [];
  const kinds = KINDS.filter((kind) => links[kind] > 0).map((kind) => `${links[kind]} ${kind}`);
  const clauses = `${old.clauses} → ${newer.clauses} clauses`;
  rows.push([plain(`${clauses}: ${[`${links.same} same`, ...kinds].join(', ')}`)]);
  rows.push(
    [
      plain(`${changes.substantive} substantive ${changes.substantive === 1 ? 'change' : 'changes'}`),
      plain(summaryText(summary) === '' ? '' : `: ${summaryText(summary)}`),
      quiet(`, ${changes.neutral} neutral`),
    ].filter(({ text }) => text !== ''),
  );
  for (const limit of limits) rows.push([{ text: `Not complete: ${oneLine(limit)}`, tone: 'strong' }]);
  return rows;
}
