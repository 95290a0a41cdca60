import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Chain, Comparison } from '../../compare/comparison.ts';
import { briefOf } from '../brief.ts';
import { droppedRows } from '../dropped-rows.ts';
import { countRuns } from '../headline.ts';
import { rankedFindings } from '../ranked-findings.ts';
import { type Format, namesOf, type Report, titleOf } from '../report.ts';
import { oneLine } from '../visible.ts';
import { accounts } from './accounts.ts';
import { type Anchors, anchorsFor, href } from './anchors.ts';
import { briefList } from './brief-list.ts';
import { clauses } from './clauses.ts';
import { htmlDocument } from './document.ts';
import { words } from './elements.ts';
import { filters } from './filters.ts';
import { findingsTable } from './findings-table.ts';
import { SCRIPT } from './script.ts';
import { synopsisTable } from './synopsis-table.ts';

/** One file that needs nothing else: no network, and no script to be read. */
export const html: Format = {
  name: 'html',
  endings: ['.html', '.htm'],
  summary: 'one page to read, print and hand on',
  can: ['brief', 'synopsis', 'chain'],
  write: page,
};

function page(report: Report): string {
  const title = oneLine(titleOf(report));
  return htmlDocument(title, [header(report, title), h('main', body(report))], SCRIPT);
}

function header({ chain, options }: Report, title: string): ElementContent {
  const facts = [options.author, options.date].flatMap((fact) => (fact === undefined ? [] : [oneLine(fact)]));
  const names = chain.drafts.map(({ name }) => oneLine(name)).join(' → ');
  const isChain = chain.steps.length > 1;
  return h('header', [
    h('h1', { dir: 'auto' }, title),
    h('p', [h('bdi', names), ...(facts.length > 0 ? [` · ${facts.join(', ')}`] : [])]),
    ...(isChain && !options.synopsis
      ? [
          h('nav', { ariaLabel: 'Parts' }, [
            h('ul', [
              ...(options.brief ? [] : [h('li', h('a', { href: '#synopsis' }, 'Synopsis'))]),
              ...chain.steps.map((step, i) =>
                h('li', h('a', { href: href(`step-${i + 1}`) }, oneLine(namesOf(step)))),
              ),
            ]),
          ]),
        ]
      : []),
  ]);
}

function body({ chain, options }: Report): ElementContent[] {
  if (options.synopsis) return [synopsisTable(chain)];
  const isChain = chain.steps.length > 1;
  const steps = chain.steps.flatMap((step, i) => {
    const anchors = anchorsFor(isChain ? i + 1 : undefined);
    const level = isChain ? 'h3' : 'h2';
    const inside = options.brief
      ? [summary(step), ...briefList(briefOf(step, options), level)]
      : stepParts(step, { chain, options } as Report, anchors, level);
    return isChain
      ? [h('section', { id: `step-${i + 1}` }, [h('h2', h('bdi', oneLine(namesOf(step)))), ...inside])]
      : inside;
  });
  if (options.brief) return steps;
  return [
    filters(chain.steps.flatMap((step) => rankedFindings(step, options))),
    ...(isChain ? [h('section', { id: 'synopsis' }, [h('h2', 'Synopsis'), synopsisTable(chain)])] : []),
    ...(isChain ? droppedList(chain) : []),
    ...steps,
  ];
}

const summary = (comparison: Comparison): ElementContent =>
  h(
    'ul.summary',
    countRuns(comparison).map((row) => h('li', h('bdi', row.map(({ text }) => text).join('')))),
  );

function stepParts(
  comparison: Comparison,
  { options }: Report,
  anchors: Anchors,
  level: 'h2' | 'h3',
): ElementContent[] {
  return [
    h(level, 'Summary'),
    summary(comparison),
    h(level, 'Findings'),
    findingsTable(rankedFindings(comparison, options), anchors, options.marks),
    ...accounts(comparison, anchors, level),
    h(level, 'Text'),
    ...clauses(comparison.links, options, anchors),
  ];
}

function droppedList(chain: Chain): ElementContent[] {
  const rows = droppedRows(chain);
  if (rows.length === 0) return [];
  const items = rows.map(({ text, path, fate }) =>
    h('li', [h('del', words(text)), ' (', words(path), '): ', words(fate)]),
  );
  return [h('section', { id: 'dropped' }, [h('h2', 'Dropped and returned'), h('ul', items)])];
}
