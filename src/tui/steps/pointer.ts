import { countOf, hasPanes, listOf } from '../lists.ts';
import { bodyOf, panesOf, type State } from '../state.ts';
import { draftAtColumn } from '../views/timeline.ts';
import { atDraft, bounded, moved, selected, sideways } from './move.ts';
import { entered } from './views.ts';

/** Rows above the body: the head, and the titles of the panes. */
const BODY_TOP = 2;

export function clicked(state: State, x: number, y: number): State {
  if (state.dialog) return state;
  const line = y - BODY_TOP;
  if (line < 0 || line >= bodyOf(state.size).rows) return state;
  if (state.view === 'timeline') {
    const at = draftAtColumn(state, x);
    return at === undefined ? state : atDraft(state, at);
  }
  if (!hasPanes(state.view)) return state;
  const { beside, list } = panesOf(state.size);
  const isList = beside ? x < list.columns : line < list.rows;
  if (!isList) return { ...state, focus: 'detail' };
  const { at, top } = state.positions[listOf(state.view)];
  if (top + line >= countOf(state, state.view)) return state;
  if (top + line === at) return state.focus === 'list' ? entered(state) : { ...state, focus: 'list' };
  return selected({ ...state, focus: 'list' }, top + line);
}

export function wheeled(state: State, { x, y, rows }: { x: number; y: number; rows: number }): State {
  if (state.dialog) return state;
  if (state.view === 'timeline') return sideways(state, rows > 0 ? 1 : -1, 0);
  const { beside, list } = panesOf(state.size);
  const isList = !hasPanes(state.view) || (beside ? x < list.columns : y - BODY_TOP < list.rows);
  return isList
    ? moved({ ...state, focus: 'list' }, rows)
    : { ...state, scroll: bounded(state.scroll + rows) };
}
