import { isFiltering, NO_FILTER } from '../filter.ts';
import { goToLink } from '../go.ts';
import { START, type State, type ViewName } from '../state.ts';
import { selectedBracket } from '../views/brackets.ts';
import { selectedLink, selectedRow } from '../views/clauses.ts';
import { selectedEntry, spotsOf } from '../views/ledger.ts';
import { anchored, folded } from './fold.ts';
import { tell } from './tell.ts';

/** The views whose selection is a clause of the list. */
export const inClauses = (state: State): State =>
  state.view === 'clauses' || state.view === 'texts' ? state : inView(state, 'clauses');

export function inView(state: State, view: ViewName): State {
  if (view === state.view) return { ...state, focus: 'list' };
  const behind =
    view === 'clauses' ? [] : [state.view, ...state.behind.filter((name) => name !== state.view)];
  const at = view === 'timeline' ? { ...START, at: state.pair[1] } : state.positions[view];
  const positions = { ...state.positions, [view]: at };
  const base = view === 'timeline' ? undefined : state.base;
  return { ...state, view, behind, positions, base, focus: 'list', scroll: 0, place: 0, unit: 0 };
}

/** Opens what is selected. */
export function entered(state: State): State {
  const { view, comparison, positions, focus } = state;
  switch (view) {
    case 'clauses':
      return selectedRow(state)?.kind === 'fold' ? folded(state) : { ...state, focus: 'detail' };
    case 'texts':
      return selectedRow(state)?.kind === 'fold' ? folded(state) : inClausesFrom(state);
    case 'ledger': {
      const entry = selectedEntry(state);
      if (!entry || !comparison) return state;
      if (focus === 'list') return { ...state, focus: 'detail', place: 0 };
      const spot = spotsOf(comparison, entry)[state.place];
      return spot ? goToLink(inClausesFrom(state), spot.link) : state;
    }
    case 'brackets': {
      const bracket = selectedBracket(state);
      return bracket ? goToLink(inClausesFrom(state), bracket.link) : state;
    }
    case 'thread': {
      const at = positions.thread.at;
      if (at === 0) return tell(state, 'the first draft has none before it');
      return {
        ...inClausesFrom(state),
        pair: [at - 1, at],
        target: state.thread?.cells?.[at]?.clauses[0]?.index,
      };
    }
    case 'timeline': {
      const at = positions.timeline.at;
      const base = state.base ?? at - 1;
      if (base < 0) return tell(state, 'the first draft has none before it; select a later one');
      if (base === at) return tell(state, 'select the draft to compare with');
      return { ...inClausesFrom(state), pair: [Math.min(base, at), Math.max(base, at)], base: undefined };
    }
  }
}

/** The clauses, with the way back to where the reader came from. */
const inClausesFrom = (state: State): State => ({
  ...state,
  view: 'clauses',
  behind: [state.view, ...state.behind],
  focus: 'list',
  scroll: 0,
  unit: 0,
});

/** One step out: of the search, the pane, the view, the filter. */
export function back(state: State): State {
  if (state.work) return state;
  if (state.search !== '') return { ...state, search: '' };
  if (state.focus === 'detail') return { ...state, focus: 'list', scroll: 0 };
  if (state.base !== undefined) return { ...state, base: undefined };
  const [last = 'clauses', ...behind] = state.behind;
  if (last !== state.view)
    return { ...state, view: last, behind, scroll: 0, focus: last === 'ledger' ? 'detail' : 'list' };
  if (isFiltering(state.filter)) return anchored(state, { ...state, filter: NO_FILTER });
  return tell(state, 'q quits');
}

/** The pair of drafts before, or the next one. */
export function stepped(state: State, by: 1 | -1): State {
  const [older, newer] = [state.pair[0] + by, state.pair[1] + by];
  if (older < 0 || newer >= state.drafts.length)
    return tell(
      state,
      state.drafts.length > 2 ? `no ${by < 0 ? 'earlier' : 'later'} draft` : 'there are only two drafts',
    );
  return { ...state, pair: [older, newer] };
}

/** Follows the selected clause through all drafts. */
export function threaded(state: State): State {
  const link = selectedLink(state);
  if (!link) return tell(state, 'select a clause to follow it');
  const isGone = link.new.length === 0;
  const [clause] = isGone ? link.old : link.new;
  const draft = state.pair[isGone ? 0 : 1];
  if (!clause) return state;
  const next = inView(state, 'thread');
  const positions = { ...next.positions, thread: { at: draft, top: 0 } };
  return { ...next, positions, thread: { draft, clause: clause.index, cells: undefined } };
}
