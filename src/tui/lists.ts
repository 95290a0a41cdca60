import type { Look } from './look.ts';
import { bodyOf, type Position, panesOf, type State, type ViewName } from './state.ts';
import type { ViewRow } from './theme.ts';
import { bracketDetail, bracketsOf } from './views/brackets.ts';
import { clauseDetail, outlineIn } from './views/clauses.ts';
import { firstSpot, ledgerDetail, ledgerOf, selectedEntry, spotsOf } from './views/ledger.ts';
import { threadDetail } from './views/thread.ts';

/** Rows of the list of a view. The texts have the clauses' list, and so stay at the same clause. */
export function countOf(state: State, view: ViewName): number {
  const { comparison, filter, drafts } = state;
  switch (view) {
    case 'clauses':
    case 'texts':
      return outlineIn(state).rows.length;
    case 'ledger':
      return comparison ? ledgerOf(comparison, filter).length : 0;
    case 'brackets':
      return comparison ? bracketsOf(comparison).length : 0;
    case 'thread':
    case 'timeline':
      return drafts.length;
  }
}

/** The list that a view moves in. */
export const listOf = (view: ViewName): ViewName => (view === 'texts' ? 'clauses' : view);

export const hasPanes = (view: ViewName): boolean => view !== 'texts' && view !== 'timeline';

/** Rows of the pane beside the list. */
export function detailOf(state: State, look: Look): { head: ViewRow; rows: readonly ViewRow[] } {
  const width = panesOf(state.size).detail.columns;
  switch (state.view) {
    case 'ledger':
      return ledgerDetail(state, width, look);
    case 'brackets':
      return bracketDetail(state, width, look);
    case 'thread':
      return threadDetail(state, width, look);
    default:
      return clauseDetail(state, width, look);
  }
}

/** Rows of the detail pane beneath its head. */
const detailHeight = ({ size }: State): number => panesOf(size).detail.rows;

/** A state whose selection exists and is on the screen. */
export function settled(state: State, look: Look): State {
  const list = listOf(state.view);
  const height = hasPanes(state.view) ? panesOf(state.size).list.rows : bodyOf(state.size).rows;
  const position = within(state.positions[list], countOf(state, state.view), height);
  const next: State =
    position === state.positions[list]
      ? state
      : { ...state, positions: { ...state.positions, [list]: position } };
  if (next.view === 'texts') return next;
  const entry = next.comparison && selectedEntry(next);
  const places = next.comparison && entry ? spotsOf(next.comparison, entry).length : 0;
  const place = Math.max(0, Math.min(next.place, places - 1));
  const rows = hasPanes(next.view) ? detailOf(next, look).rows.length : 0;
  const most = Math.max(0, rows - detailHeight(next));
  const wanted =
    next.view === 'ledger' && next.focus === 'detail'
      ? within(
          { at: place + firstSpot(next, panesOf(next.size).detail.columns, look), top: next.scroll },
          rows,
          detailHeight(next),
        ).top
      : next.scroll;
  const scroll = Math.max(0, Math.min(wanted, most));
  return scroll === next.scroll && place === next.place ? next : { ...next, scroll, place };
}

/** Rows kept in sight above and below the selected one. */
const MARGIN = 2;

function within({ at, top }: Position, count: number, height: number): Position {
  const row = Math.max(0, Math.min(at, count - 1));
  const margin = Math.min(MARGIN, Math.floor((height - 1) / 2));
  const first = Math.max(
    0,
    Math.min(Math.max(Math.min(top, row - margin), row - height + 1 + margin), count - height),
  );
  return row === at && first === top ? { at, top } : { at: row, top: first };
}
