import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { kindText } from '../findings.ts';
import { entrySummary, type HistoryFinding, type HistoryRow } from '../history.ts';
import { placeOf } from '../ranked-findings.ts';
import { oneLine } from '../visible.ts';
import { htmlDocument } from './document.ts';
import { table, wordingCells, words } from './elements.ts';

/** The history of a file, commit by commit, the newest first. */
export const historyHtml = (file: string, rows: readonly HistoryRow[]): string =>
  htmlDocument(`History of ${oneLine(file)}`, [
    h('header', [h('h1', ['History of ', words(file)])]),
    h(
      'main',
      rows.map(({ entry, findings }) =>
        h('section', { id: entry.id }, [
          h('h2', [`${entry.date.slice(0, 10)} `, words(entry.subject)]),
          h('p.facts', [h('code', entry.id.slice(0, 10)), ', ', words(entry.author)]),
          h('p', entrySummary(entry)),
          ...(findings.length === 0 ? [] : [findingsOf(findings)]),
        ]),
      ),
    ),
  ]);

const findingsOf = (findings: readonly HistoryFinding[]): ElementContent =>
  table(
    'Findings, the most important first',
    ['What', 'Old', 'New', 'Was', 'Is', 'Why'],
    findings.map(({ change, link }) =>
      h('tr', [
        h('td.kind', kindText(change)),
        ...wordingCells(change.old, change.new),
        h('td.path', words(placeOf(link.old))),
        h('td.path', words(placeOf(link.new))),
        h('td.why', words(change.note)),
      ]),
    ),
  );
