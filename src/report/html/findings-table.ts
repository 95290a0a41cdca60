import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { LinkedClause } from '../../compare/comparison.ts';
import type { ReaderMarks } from '../../compare/reader-marks.ts';
import { kindText } from '../findings.ts';
import { type Finding, placeOf } from '../ranked-findings.ts';
import { readerMarkText } from '../reader-mark-text.ts';
import type { Anchors } from './anchors.ts';
import { linkTo, table, wordingCells, words } from './elements.ts';

/** The ranked findings, each with the way to its place. */
export function findingsTable(
  findings: readonly Finding[],
  anchors: Anchors,
  marks: ReaderMarks,
): ElementContent {
  if (findings.length === 0) return h('p', 'None.');
  const rows = findings.map(({ change, link }) =>
    h('tr', { dataClass: change.class, dataDirection: change.direction }, [
      h('td.kind', kindText(change)),
      ...wordingCells(change.old, change.new),
      h('td.path', words(placeOf(link.old))),
      h('td.path', link.new.length > 0 ? placeLinks(link.new, anchors) : linkTo(anchors.of(link), 'deleted')),
      h('td.why', words(change.note)),
      ...(marks.size > 0 ? [h('td.mark', words(readerMarkText(marks, { change, link })))] : []),
    ]),
  );
  return table(
    'Findings, the most important first',
    ['What', 'Old', 'New', 'Was', 'Is', 'Why', ...(marks.size > 0 ? ['Mark'] : [])],
    rows,
  );
}

const placeLinks = (clauses: readonly LinkedClause[], anchors: Anchors): ElementContent[] =>
  clauses.flatMap((clause, i) => [
    ...(i > 0 ? [{ type: 'text' as const, value: ' + ' }] : []),
    linkTo(anchors.clause('new', clause), words(clause.path)),
  ]);
