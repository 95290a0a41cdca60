import type { Comparison } from '../../compare/comparison.ts';
import { foldNote } from '../../report/text.ts';
import { oneLine } from '../../report/visible.ts';
import { badges, fate, paths } from '../badges.ts';
import type { Look } from '../look.ts';
import { isSection, type OutlineRow } from '../outline.ts';
import { BLANK, cut, type Flow, fit, row, rule, run } from '../rows.ts';
import { bodyOf, type State } from '../state.ts';
import type { ViewRow } from '../theme.ts';
import { outlineIn } from './clauses.ts';
import { sidesRows } from './detail.ts';

/** Both texts side by side, clause beside clause; one row of head for each. */
function blockRows(state: State, entry: OutlineRow, isSelected: boolean, look: Look): ViewRow[] {
  const { measure } = look;
  const { columns: width } = state.size;
  const pointer = run(isSelected ? '▸ ' : '  ', 'strong');
  if (entry.kind === 'fold')
    return [{ runs: [pointer, run(`… ${foldNote(entry.links)}`, 'quiet')], bar: isSelected }];
  const { link } = entry;
  if (entry.kind === 'left') {
    const text = oneLine(link.old[0]?.text.slice(0, 2 * width) ?? '');
    return [
      {
        runs: cut([pointer, run(`⇄ to ${paths(link.new)}  ${text}`, 'quiet')], width, measure),
        bar: isSelected,
      },
    ];
  }
  const column = Math.floor((width - 3) / 2);
  const frame: Flow = { width, wrap: state.wrap, shift: state.shift, measure };
  const clauses = link.kind === 'deleted' ? link.old : link.new;
  const head = {
    runs: cut(
      [
        pointer,
        run(`${paths(clauses)}  `, isSection(link) ? 'heading' : 'strong'),
        ...fate(link),
        ...badges(link, state.filter),
      ],
      width,
      measure,
    ),
    bar: isSelected,
  };
  return [head, ...sidesRows(link, state.search, column, frame, look), BLANK];
}

/** Share of the screen above the selected clause. */
const LEAD = 0.25;

/** The selected clause near the top, the others around it as far as there is room. */
export function textsRows(state: State, look: Look): readonly ViewRow[] {
  const { columns, rows: height } = bodyOf(state.size);
  const { rows } = outlineIn(state);
  const at = state.positions.clauses.at;
  const block = (index: number): ViewRow[] => {
    const entry = rows[index];
    return entry ? blockRows(state, entry, index === at, look) : [];
  };
  const shown = block(at).slice(state.scroll);
  for (let i = at + 1; shown.length < height && i < rows.length; i++) {
    for (const entry of block(i)) shown.push(entry);
  }
  let before: ViewRow[] = [];
  const lead = Math.max(Math.floor((height - 1) * LEAD), height - 1 - shown.length);
  for (let i = at - 1; i >= 0 && state.scroll === 0 && before.length < lead; i--)
    before = [...block(i), ...before];
  const blocks = [...before.slice(-lead), ...shown].slice(0, height);
  return [
    namesRow(state.comparison, columns, look),
    ...blocks.map((entry) => fit(entry, columns, look.measure)),
  ];
}

function namesRow(comparison: Comparison | undefined, width: number, { measure }: Look): ViewRow {
  const column = Math.floor((width - 3) / 2);
  const name = (text: string) => rule([run(oneLine(text), 'strong')], column, measure).runs;
  if (!comparison) return BLANK;
  return row(...name(comparison.old.name), run('─┬─', 'quiet'), ...name(comparison.new.name));
}
