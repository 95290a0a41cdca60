import type { Comparison } from '../compare/comparison.ts';
import { rowWidth, segments } from '../report/runs.ts';
import { visible } from '../report/visible.ts';
import type { CommandName } from './commands.ts';
import { filterText, isFiltering } from './filter.ts';
import { filterChoices } from './filter-choices.ts';
import { helpRows, keyName } from './help.ts';
import { countOf, detailOf, listOf } from './lists.ts';
import type { Look } from './look.ts';
import { BLANK, cut, fit, row, rule, run } from './rows.ts';
import { matchesOf } from './search.ts';
import { bodyOf, type Dialog, MIN_SIZE, type Prompt, panesOf, type State } from './state.ts';
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
  const [older, newer] = pair.map((i) => visible(drafts[i]?.name ?? ''));
  const names = drafts.length === 0 ? '' : `${older} → ${newer}`;
  const left = [run(' clausediff  ', 'title'), run(names), run(step, 'quiet')];
  const right = comparison ? countsOf(comparison, marks, size.columns - measure(names) - 26) : '';
  const room = size.columns - measure(right) - 2;
  const title =
    comparison && size.columns >= 120 ? `  ${visible(comparison.new.title || comparison.old.title)}` : '';
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
    ...(search === '' ? [] : [run(` /${visible(search)}`, 'key')]),
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

function filterRows(
  { comparison, filter, size }: State,
  { at }: Dialog & { kind: 'filter' },
  { measure }: Look,
): ViewRow[] {
  if (!comparison) return [];
  const { columns, rows } = bodyOf(size);
  const choices = filterChoices(comparison);
  const top = Math.max(0, Math.min(at - (rows >> 1), choices.length - rows));
  return choices.slice(top, top + rows).map((choice, i) => {
    const isOn =
      choice.kind === 'all'
        ? !isFiltering(filter)
        : choice.kind === 'class'
          ? filter.classes.has(choice.name)
          : filter.directions.has(choice.name);
    const text =
      choice.kind === 'all' ? 'all changes' : `${choice.name.padEnd(14)} ${String(choice.count).padStart(5)}`;
    const isSelected = top + i === at;
    return fit(
      {
        runs: [run(isSelected ? '▸ ' : '  '), run(isOn ? '[x] ' : '[ ] ', 'key'), run(text)],
        bar: isSelected,
      },
      Math.min(columns, 40),
      measure,
    );
  });
}

/** What the foot offers in each view, as far as there is room. */
type Hints = readonly (readonly [name: CommandName, word: string])[];

const READING: Hints = [
  ['next-change', 'change'],
  ['next-substantive', 'substantive'],
  ['seen', 'seen'],
  ['layout', 'inline/side'],
  ['filter', 'filter'],
  ['search', 'search'],
  ['texts', 'texts'],
  ['ledger', 'ledger'],
  ['brackets', 'brackets'],
  ['thread', 'thread'],
  ['timeline', 'timeline'],
  ['report', 'report'],
];

const GOING: Hints = [
  ['enter', 'go there'],
  ['back', 'back'],
];

const HINTS: Readonly<Record<State['view'], Hints>> = {
  clauses: READING,
  texts: READING,
  ledger: [['other-pane', 'places'], ...GOING, ['filter', 'filter'], ['copy', 'copy']],
  brackets: GOING,
  thread: [
    ['down', 'newer draft'],
    ['up', 'older draft'],
    ['enter', 'this step'],
    ['back', 'back'],
  ],
  timeline: [
    ['left', 'older draft'],
    ['right', 'newer draft'],
    ['enter', 'read this step'],
    ['base', 'compare from here'],
    ['back', 'back'],
  ],
};

function footRow(state: State, look: Look): ViewRow {
  const { measure, keymap } = look;
  const { size, dialog, work, message } = state;
  const width = size.columns;
  if (dialog?.kind === 'prompt') return row(...promptRuns(state, dialog.prompt, look));
  const end = positionText(state);
  const room = width - measure(end) - 2;
  const said = work
    ? [run(` ${work.what} … ${Math.floor(work.elapsed / 1000)} s   Esc cancels`, 'key')]
    : message
      ? [run(` ${visible(message.text).replaceAll('\n', ' ')}`, message.isTrouble ? 'alert' : 'strong')]
      : hints();
  const shown = cut(said, room, measure);
  const gap = Math.max(1, width - rowWidth(shown, measure) - measure(end) - 1);
  return row(...cut([...shown, run(' '.repeat(gap)), run(end, 'quiet')], width, measure));

  function hints(): ViewRun[] {
    const help: ViewRun[] = [run(' '), run(first('help'), 'key'), run(' keys')];
    const all: ViewRun[] = [...help];
    for (const [name, word] of dialog ? DIALOG_HINTS : HINTS[state.view]) {
      const hint = [run('  '), run(first(name), 'key'), run(` ${word}`, 'quiet')];
      if (rowWidth([...all, ...hint], measure) > room) break;
      all.push(...hint);
    }
    return all;
  }

  function first(name: CommandName): string {
    return keyName(keymap.keysOf(name)[0] ?? '–');
  }
}

const DIALOG_HINTS: Hints = [
  ['down', 'down'],
  ['up', 'up'],
  ['enter', 'choose'],
  ['back', 'close'],
];

function positionText(state: State): string {
  const count = countOf(state, state.view);
  const { at } = state.positions[listOf(state.view)];
  return count === 0 ? '' : `${at + 1}/${count}`;
}

const PURPOSES: Readonly<Record<Prompt['purpose'], string>> = {
  search: '/',
  note: 'note: ',
  report: 'report to file: ',
};

function promptRuns(
  { comparison, size, search }: State,
  { purpose, text, caret }: Prompt,
  { measure }: Look,
): ViewRun[] {
  const all = [...segments(visible(text))];
  const count =
    purpose === 'search' && text !== '' && comparison
      ? `${matchesOf(comparison, search).length} clauses`
      : purpose === 'report'
        ? '.html .docx .md .csv .json .txt'
        : '';
  const typed = [
    run(all.slice(0, caret).join('')),
    run(all[caret] ?? ' ', 'match'),
    run(all.slice(caret + 1).join('')),
  ];
  const lead = run(` ${PURPOSES[purpose]}`, 'key');
  const room = size.columns - measure(lead.text) - measure(count) - 3;
  const shift = Math.max(0, measure(all.slice(0, caret).join('')) - room + 2);
  return [lead, ...cut(typed, room, measure, shift), run(`   ${count}`, 'quiet')];
}
