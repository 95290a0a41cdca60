import { countOf, hasPanes, listOf } from '../lists.ts';
import type { State } from '../state.ts';
import { columnsShown } from '../views/timeline.ts';

/** Up and down in the pane that has the focus. */
export function moved(state: State, by: number): State {
  const { view, focus } = state;
  if (hasPanes(view) && focus === 'detail') {
    if (view === 'ledger') return { ...state, place: bounded(state.place + by) };
    return { ...state, scroll: bounded(state.scroll + by) };
  }
  if (view === 'timeline')
    return Math.abs(by) > 1 ? atDraft(state, bounded(state.positions.timeline.at + by)) : state;
  return selected(state, bounded(state.positions[listOf(view)].at + by));
}

/** The end of a list is further away than it has rows. */
const FAR = 1e9;
export const bounded = (row: number): number => Math.max(0, Math.min(FAR, row));

/** Selects a row of the list. */
export function selected(state: State, at: number): State {
  const list = listOf(state.view);
  const row = Math.max(0, Math.min(at, countOf(state, state.view) - 1));
  return {
    ...state,
    unit: 0,
    scroll: 0,
    place: 0,
    positions: { ...state.positions, [list]: { ...state.positions[list], at: row } },
  };
}

/** Columns that long lines are shifted by at once. */
const SHIFT = 10;

export function sideways(state: State, by: 1 | -1, columns: number): State {
  if (state.view === 'timeline') return atDraft(state, state.positions.timeline.at + by);
  if (!state.wrap) return { ...state, shift: Math.max(0, state.shift + by * Math.min(SHIFT, columns)) };
  return hasPanes(state.view) ? { ...state, focus: by < 0 ? 'list' : 'detail' } : state;
}

/** Selects a column of the timeline, and moves the columns as far as needed. */
export function atDraft(state: State, wanted: number): State {
  const at = Math.max(0, Math.min(state.drafts.length - 1, wanted));
  const next = { ...state, positions: { ...state.positions, timeline: { ...state.positions.timeline, at } } };
  return { ...next, positions: { ...next.positions, timeline: { at, top: columnsShown(next).from } } };
}
