import type { PhrasingContent, RootContent } from 'mdast';
import type { Chain, Comparison, Link } from '../../compare/comparison.ts';
import { type Brief, briefOf } from '../brief.ts';
import { droppedRows } from '../dropped-rows.ts';
import { accountRows, kindText, pairText, toldApart } from '../findings.ts';
import { countRuns } from '../headline.ts';
import { factsOf, sideRuns, signOf } from '../link-runs.ts';
import { placeOf, rankedFindings } from '../ranked-findings.ts';
import { readerMarkText } from '../reader-mark-text.ts';
import { type Format, namesOf, type Report, type ReportOptions, titleOf } from '../report.ts';
import { blocksOf } from '../selection.ts';
import { cellLines, synopsisOf } from '../synopsis.ts';
import { foldNote } from '../text.ts';
import {
  emphasis,
  heading,
  list,
  paragraph,
  quoted,
  strong,
  table,
  text,
  toMarkdown,
  wording,
} from './nodes.ts';

/** Ready to paste into a mail, an issue or a wiki. */
export const markdown: Format = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  summary: 'summary, findings and quoted pairs, ready to paste',
  can: ['brief', 'synopsis', 'chain'],
  write: (report) => toMarkdown([...head(report), ...body(report)]),
};

function head({ chain, options }: Report): RootContent[] {
  const facts = [options.author, options.date].flatMap((fact) => (fact === undefined ? [] : [fact]));
  return [
    heading(1, titleOf({ chain, options })),
    ...(facts.length > 0 ? [paragraph(text(facts.join(', ')))] : []),
  ];
}

function body(report: Report): RootContent[] {
  const { chain, options } = report;
  if (options.synopsis) return synopsisTable(report);
  const isChain = chain.steps.length > 1;
  return [
    ...(isChain && !options.brief
      ? [heading(2, 'Synopsis'), ...synopsisTable(report), ...droppedNodes(chain)]
      : []),
    ...chain.steps.flatMap((step) => {
      const inside = options.brief
        ? briefNodes(briefOf(step, options), isChain ? 3 : 2)
        : stepNodes(step, options, isChain);
      return [...(isChain ? [heading(2, namesOf(step))] : []), ...summary(step), ...inside];
    }),
  ];
}

function droppedNodes(chain: Chain): RootContent[] {
  const rows = droppedRows(chain);
  if (rows.length === 0) return [];
  const items = rows.map(({ text: wording, path, fate }): PhrasingContent[] => [
    text(`“${wording}” (${path}): ${fate}`),
  ]);
  return [heading(2, 'Dropped and returned'), list(items)];
}

const summary = (comparison: Comparison): RootContent[] => [
  list(countRuns(comparison).map((row) => [text(row.map((run) => run.text).join(''))])),
];

function stepNodes(comparison: Comparison, options: ReportOptions, isChain: boolean): RootContent[] {
  const { marks } = options;
  const level = isChain ? 3 : 2;
  const findings = rankedFindings(comparison, options);
  const accounts = accountRows(comparison);
  const pairs = blocksOf(comparison.links, options).flatMap((block): RootContent[] =>
    block.kind === 'folded'
      ? [paragraph(emphasis(text(`… ${foldNote(block.links)}`)))]
      : pairNodes(block.link),
  );
  return [
    heading(level, 'Findings'),
    findings.length === 0
      ? paragraph(text('None.'))
      : table(
          ['What', 'Old', 'New', 'Was', 'Is', 'Why', ...(marks.size > 0 ? ['Mark'] : [])],
          findings.map(({ change, link }) => [
            [text(kindText(change))],
            ...toldApart(change.old, change.new).map((wording) => [text(wording)]),
            [text(placeOf(link.old))],
            [text(placeOf(link.new))],
            [text(change.note)],
            ...(marks.size > 0 ? [[text(readerMarkText(marks, { change, link }))]] : []),
          ]),
        ),
    ...accountNodes(accounts, level),
    heading(level, 'Text'),
    ...pairs,
  ];
}

/** A heading row opens each account, an empty one ends it. */
function accountNodes(rows: ReturnType<typeof accountRows>, level: 2 | 3): RootContent[] {
  const nodes: RootContent[] = [];
  let items: PhrasingContent[][] = [];
  for (const row of rows) {
    if (row[0]?.tone === 'heading') nodes.push(heading(level, row[0].text));
    else if (row.length > 0) items.push([text(row.map((run) => run.text).join(''))]);
    else {
      nodes.push(list(items));
      items = [];
    }
  }
  return nodes;
}

/** Both wordings as quotations, one under the other. */
function pairNodes(link: Link): RootContent[] {
  const { old, new: newer, edits } = link;
  const facts = factsOf(link).join(', ');
  const head = paragraph(
    strong(text(`${signOf(link)} ${placeOf(newer.length > 0 ? newer : old)}`)),
    ...(facts === '' ? [] : [text(` (${facts})`)]),
  );
  const isSame = edits.every(({ op }) => op === 'equal');
  const sides = isSame ? (['new'] as const) : (['old', 'new'] as const);
  return [
    head,
    ...sides
      .filter((side) => link[side].length > 0)
      .map((side) =>
        quoted(
          paragraph(
            ...(isSame ? [] : [emphasis(text(`${side}:`)), text(' ')]),
            ...wording(sideRuns(edits, side)),
          ),
        ),
      ),
  ];
}

function briefNodes({ parts }: Brief, level: 2 | 3): RootContent[] {
  return parts.flatMap(({ title, items, more }) => [
    heading(level, title),
    list([
      ...items.map(({ finding, old, new: newer, was, is }): PhrasingContent[] => [
        strong(text(was === is ? is : `${was} → ${is}`)),
        text(`: ${pairText(old, newer)}`),
        ...(finding ? [text(' '), emphasis(text(`(${finding.change.note})`))] : []),
      ]),
      ...(more > 0 ? [[text(`and ${more} more`)]] : []),
    ]),
  ]);
}

function synopsisTable({ chain }: Report): RootContent[] {
  const { columns, rows } = synopsisOf(chain);
  return [
    table(
      columns,
      rows.map((row) =>
        row.map((cell): PhrasingContent[] => {
          if (cell.movedTo !== undefined)
            return [emphasis(text(`${placeOf(cell.clauses)}: moved to ${cell.movedTo}`))];
          const from =
            cell.movedFrom === undefined ? [] : [emphasis(text(`from ${cell.movedFrom}:`)), text(' ')];
          const content = text(cellLines(cell).join(' ¶ '));
          return [...from, cell.changed ? strong(content) : content];
        }),
      ),
    ),
  ];
}
