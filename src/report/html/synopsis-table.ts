import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Chain } from '../../compare/comparison.ts';
import { placeOf } from '../ranked-findings.ts';
import { type SynopsisCell, synopsisOf } from '../synopsis.ts';
import { table, words } from './elements.ts';

/** All drafts beside each other, a row for each clause. */
export function synopsisTable(chain: Chain): ElementContent {
  const { columns, rows } = synopsisOf(chain);
  return h('div.synopsis', [
    table(
      'All drafts beside each other',
      columns,
      rows.map((row) => h('tr', row.map(cellOf))),
    ),
  ]);
}

function cellOf(cell: SynopsisCell): ElementContent {
  const { clauses, changed, movedTo, movedFrom } = cell;
  if (movedTo !== undefined)
    return h('td.left', [words(placeOf(clauses)), ' stood here; moved to ', words(movedTo)]);
  return h('td', { className: changed ? ['changed'] : [], dir: 'auto' }, [
    ...(movedFrom === undefined ? [] : [h('p.left', ['from ', words(movedFrom)])]),
    ...clauses.map(({ label, text, type }) =>
      h('p.text', { className: [type] }, [
        ...(label === '' ? [] : [h('span.label', words(label)), ' ']),
        words(text),
      ]),
    ),
  ]);
}
