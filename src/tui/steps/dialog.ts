import type { CommandName } from '../commands.ts';
import { filterChoices, toggled } from '../filter-choices.ts';
import { helpRows } from '../help.ts';
import type { Look } from '../look.ts';
import { bodyOf, type Dialog, type State } from '../state.ts';
import { anchored } from './fold.ts';

/** What a command does while the help or the filter is shown. */
export function inDialog(state: State, dialog: Dialog, name: CommandName, look: Look): State {
  const page = bodyOf(state.size).rows - 1;
  const by = {
    down: 1,
    up: -1,
    'page-down': page,
    'page-up': -page,
    'half-down': page >> 1,
    'half-up': -(page >> 1),
  }[name as string];
  if (dialog.kind === 'help') {
    if (by === undefined) return { ...state, dialog: undefined };
    const most = Math.max(0, helpRows(state.size.columns, look).length - page - 1);
    return { ...state, dialog: { kind: 'help', top: Math.max(0, Math.min(most, dialog.top + by)) } };
  }
  if (dialog.kind !== 'filter' || !state.comparison) return state;
  const choices = filterChoices(state.comparison);
  if (name === 'enter' || name === 'page-down' || name === 'seen') {
    const choice = choices[dialog.at];
    if (!choice) return state;
    return anchored(state, { ...state, filter: toggled(state.filter, choice), opened: new Set() });
  }
  if (by === undefined) return { ...state, dialog: undefined };
  return {
    ...state,
    dialog: { kind: 'filter', at: Math.max(0, Math.min(choices.length - 1, dialog.at + by)) },
  };
}
