import { stringify } from 'csv-stringify/sync';
import type { Chain } from '../compare/comparison.ts';
import { toldApart } from './findings.ts';
import { placeOf, rankedFindings } from './ranked-findings.ts';
import { readerMarkText } from './reader-mark-text.ts';
import { type Format, namesOf, type Report } from './report.ts';
import { cellLines, synopsisOf } from './synopsis.ts';
import { visible } from './visible.ts';

/** One row for each finding, or with `--synopsis` one column for each draft. No cell begins a formula. */
export const csv: Format = {
  name: 'csv',
  endings: ['.csv'],
  summary: 'a row for each finding, for a spreadsheet',
  can: ['synopsis', 'chain'],
  write: (report) => written(report.options.synopsis ? synopsisRows(report.chain) : findingRows(report)),
};

/** With a byte order mark, without which some spreadsheets take UTF-8 for something else; lines as RFC 4180 has them. */
const written = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : visible(cell)))),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );

const COLUMNS = [
  'drafts',
  'class',
  'direction',
  'substantive',
  'rank',
  'old',
  'new',
  'old path',
  'new path',
  'old line',
  'new line',
  'rule',
  'note',
];

function findingRows({ chain, options }: Report): (string | number)[][] {
  const { marks } = options;
  const isMarked = marks.size > 0;
  const rows = chain.steps.flatMap((step) =>
    rankedFindings(step, options).map(({ change, link }) => [
      namesOf(step),
      change.class,
      change.direction,
      change.substantive ? 'yes' : 'no',
      change.rank,
      ...toldApart(change.old, change.new),
      placeOf(link.old),
      placeOf(link.new),
      link.old[0]?.lines[0] ?? '',
      link.new[0]?.lines[0] ?? '',
      change.rule,
      change.note,
      ...(isMarked ? [readerMarkText(marks, { change, link })] : []),
    ]),
  );
  return [[...COLUMNS, ...(isMarked ? ['mark'] : [])], ...rows];
}

function synopsisRows(chain: Chain): string[][] {
  const { columns, rows } = synopsisOf(chain);
  return [
    [...columns],
    ...rows.map((row) =>
      row.map((cell) => {
        if (cell.movedTo !== undefined) return `${placeOf(cell.clauses)} → ${cell.movedTo}`;
        const from = cell.movedFrom === undefined ? '' : `(from ${cell.movedFrom}) `;
        return from + cellLines(cell).join('\n');
      }),
    ),
  ];
}
