import type { Comparison } from '../compare/comparison.ts';
import { rowWidth } from '../report/runs.ts';
import { oneLine } from '../report/visible.ts';
import { filterText, isFiltering } from './filter.ts';
import { filterRows } from './filter-rows.ts';
import { footRow } from './foot.ts';
import { helpRows } from './help.ts';
import { countOf, detailOf, listOf } from './lists.ts';
import type { Look } from './look.ts';
import { BLANK, cut, fit, row, rule, run } from './rows.ts';
import { bodyOf, MIN_SIZE, panesOf, type State } from './state.ts';
import type { ViewRow, ViewRun } from './theme.ts';
import { bracketListRow, bracketsOf } from './views/brackets.ts';
import { clauseListRow, outlineIn, progressOf } from './views/clauses.ts';
import { ledgerListRow, ledgerOf } from './views/ledger.ts';
import { textsRows } from './views/texts.ts';
import { threadListRow } from './views/thread.ts';
import { timelineRows } from './views/timeline.ts';

/** The whole screen: as many rows as it has, none wider than it is. */
export function frameRows(state: State, look: Look): readonly ViewRow[] {
  const { columns, rows } = state.size;
  if (columns < MIN_SIZE.columns || rows < MIN_SIZE.rows) return filled(tooSmall(state, look), rows);
  return filled([headRow(state, look), ...middle(state, look), footRow(state, look)], rows);
}

const filled = (rows: readonly ViewRow[], height: number): ViewRow[] =>
  Array.from({ length: height }, (_, i) => rows[i] ?? BLANK);

function tooSmall({ size }: State, { measure }: Look): ViewRow[] {
  const lines = [`Too small: ${size.columns}×${size.rows}.`, `Needs ${MIN_SIZE.columns}×${MIN_SIZE.rows}.`];
  return lines.map((text) => row(...cut([run(text, 'alert')], size.columns, measure)));
}

function headRow(state: State, { measure }: Look): ViewRow {
  const { comparison, drafts, pair, marks, size } = state;
  const step = drafts.length > 2 ? `  ${pair[1] + 1} of ${drafts.length}` : '';
  const [older, newer] = pair.map((i) => oneLine(drafts[i]?.name ?? ''));
  const names = drafts.length === 0 ? '' : `${older} → ${newer}`;
  const left = [run(' clausediff  ', 'title'), run(names), run(step, 'quiet')];
  const right = comparison ? countsOf(comparison, marks, size.columns - measure(names) - 26) : '';
  const room = size.columns - measure(right) - 2;
  const title =
    comparison && size.columns >= 120 ? `  ${oneLine(comparison.new.title || comparison.old.title)}` : '';
  const shown = cut([...left, run(title, 'quiet')], Math.max(20, room), measure);
  const gap = Math.max(1, size.columns - rowWidth(shown, measure) - measure(right) - 1);
  return fit(
    { runs: [...shown, run(' '.repeat(gap)), run(right, 'quiet'), run(' ')], bar: true },
    size.columns,
    measure,
  );
}

/** What there is to see, the most important first, as far as there is room. */
function countsOf(comparison: Comparison, marks: State['marks'], room: number): string {
  const { seen, all } = progressOf(comparison, marks);
  const { links, changes } = comparison.summary;
  const counts = [
    ...(comparison.summary.complete ? [] : ['NOT COMPLETE']),
    `${seen}/${all} seen`,
    `${changes.substantive} substantive`,
    `${changes.neutral} neutral`,
    ...(links.moved > 0 ? [`${links.moved} moved`] : []),
    ...(links.renumbered > 0 ? [`${links.renumbered} renumbered`] : []),
  ];
  let shown = counts[0] as string;
  for (const count of counts.slice(1)) {
    if (shown.length + count.length + 3 > room) break;
    shown += ` · ${count}`;
  }
  return shown;
}

function middle(state: State, look: Look): readonly ViewRow[] {
  const { columns, rows } = bodyOf(state.size);
  const { dialog } = state;
  if (dialog?.kind === 'help')
    return [
      rule([run('keys', 'strong')], columns, look.measure),
      ...helpRows(columns, look).slice(dialog.top, dialog.top + rows),
    ];
  if (dialog?.kind === 'filter')
    return [rule([run('filter', 'strong')], columns, look.measure), ...filterRows(state, dialog, look)];
  const body =
    state.view === 'timeline'
      ? [rule([run('timeline', 'strong')], columns, look.measure), ...timelineRows(state, look)]
      : state.view === 'texts'
        ? textsRows(state, look)
        : paneRows(state, look);
  return filled(body, rows + 1);
}

const TITLES: Readonly<Record<State['view'], string>> = {
  clauses: 'clauses',
  texts: 'texts',
  ledger: 'ledger',
  brackets: 'brackets',
  thread: 'thread',
  timeline: 'timeline',
};

function listTitle({ view, filter, search }: State): ViewRun[] {
  const isNarrowed = view === 'clauses' || view === 'ledger';
  return [
    run(TITLES[view], 'strong'),
    ...(isNarrowed && isFiltering(filter) ? [run(` only ${filterText(filter)}`, 'key')] : []),
    ...(search === '' ? [] : [run(` /${oneLine(search)}`, 'key')]),
  ];
}

/** List and text, beside each other or, where the terminal is narrow, one above the other. */
function paneRows(state: State, look: Look): ViewRow[] {
  const { measure } = look;
  const { beside, list, detail } = panesOf(state.size);
  const { head, rows } = detailOf(state, look);
  const shown = filled(rows.slice(state.scroll, state.scroll + detail.rows), detail.rows);
  const more = rows.length - state.scroll - detail.rows;
  if (more > 0) shown[detail.rows - 1] = row(run(`… ${more + 1} more rows; Tab, then j`, 'quiet'));
  const entries = listRows(state, list.columns, list.rows, look);
  if (beside)
    return [
      row(...rule(listTitle(state), list.columns, measure).runs, run('─┬─', 'quiet'), ...head.runs),
      ...filled(entries, list.rows).map((entry, i) => {
        const divider = run(state.focus === 'detail' ? ' ┃ ' : ' │ ', 'quiet');
        const [left, right] = [
          fit(entry, list.columns, measure),
          fit(shown[i] ?? BLANK, detail.columns, measure),
        ];
        return row(...left.runs, divider, ...right.runs);
      }),
    ];
  return [
    rule(listTitle(state), list.columns, measure),
    ...filled(entries, list.rows).map((entry) => fit(entry, list.columns, measure)),
    fit(head, detail.columns, measure),
    ...shown.map((entry) => fit(entry, detail.columns, measure)),
  ];
}

function listRows(state: State, width: number, height: number, look: Look): ViewRow[] {
  const { view, focus, comparison, filter, drafts, thread } = state;
  const { at, top } = state.positions[listOf(view)];
  const rowAt = (index: number): ViewRow => {
    if (view === 'ledger') return ledgerListRow(ledgerOf(comparison!, filter)[index]!, width - 1, look);
    if (view === 'brackets') return bracketListRow(bracketsOf(comparison!)[index]!, width - 1, look);
    if (view === 'thread') return threadListRow(drafts[index]!, thread?.cells?.[index], width - 1, look);
    return clauseListRow(state, outlineIn(state).rows[index]!, width - 1, look);
  };
  const count = countOf(state, view);
  return Array.from({ length: Math.max(0, Math.min(height, count - top)) }, (_, i) => {
    const isSelected = top + i === at;
    const { runs } = rowAt(top + i);
    return {
      runs: [run(isSelected ? (focus === 'list' ? '▸' : '▹') : ' ', 'strong'), ...runs],
      bar: isSelected,
    };
  });
}
