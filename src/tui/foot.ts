import { rowWidth, segments } from '../report/runs.ts';
import { oneLine } from '../report/visible.ts';
import type { CommandName } from './commands.ts';
import { keyName } from './help.ts';
import { countOf, listOf } from './lists.ts';
import type { Look } from './look.ts';
import { cut, row, run } from './rows.ts';
import { matchesOf } from './search.ts';
import type { Prompt, State } from './state.ts';
import type { ViewRow, ViewRun } from './theme.ts';

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

/** What is typed, what is waited for, what was said, or else which keys there are; and where one is. */
export function footRow(state: State, look: Look): ViewRow {
  const { measure, keymap } = look;
  const { size, dialog, work, message } = state;
  const width = size.columns;
  if (dialog?.kind === 'prompt') return row(...promptRuns(state, dialog.prompt, look));
  const end = positionText(state);
  const room = width - measure(end) - 2;
  const said = work
    ? [run(` ${work.what} … ${Math.floor(work.elapsed / 1000)} s   Esc cancels`, 'key')]
    : message
      ? [run(` ${oneLine(message.text)}`, message.isTrouble ? 'alert' : 'strong')]
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
      for (const part of hint) all.push(part);
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
  const all = [...segments(oneLine(text))];
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
