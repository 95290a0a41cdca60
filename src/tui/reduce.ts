import { NO_MARK } from '../compare/reader-marks.ts';
import { visible } from '../report/visible.ts';
import type { Action, Typing } from './actions.ts';
import type { CommandName } from './commands.ts';
import { isFiltering, NO_FILTER } from './filter.ts';
import { filterChoices, toggled } from './filter-choices.ts';
import { goToChange, goToLink, goToMatch, goToOtherEnd, sameLink } from './go.ts';
import { helpRows } from './help.ts';
import { countOf, hasPanes, listOf, settled } from './lists.ts';
import type { Look } from './look.ts';
import { markClauseSeen, markNote, markSeen, markStar, selectedKey } from './marking.ts';
import { outlineOf } from './outline.ts';
import { matchesOf } from './search.ts';
import { bodyOf, type Dialog, type Prompt, panesOf, START, type State, type ViewName } from './state.ts';
import { edited } from './typing.ts';
import { selectedBracket } from './views/brackets.ts';
import { outlineIn, selectedLink, selectedRow } from './views/clauses.ts';
import { selectedEntry, spotsOf } from './views/ledger.ts';
import { columnsShown, draftAtColumn } from './views/timeline.ts';

/** The state after something happened. Pure: what has to be done in the world, `run-view` sees from the two states. */
export function reduce(state: State, action: Action, look: Look): State {
  return settled(applied(state, action, look), look);
}

function applied(state: State, action: Action, look: Look): State {
  switch (action.type) {
    case 'command':
      return state.dialog
        ? inDialog(state, state.dialog, action.name, look)
        : command({ ...state, message: undefined }, action.name);
    case 'typed':
      return state.dialog?.kind === 'prompt' ? typed(state, state.dialog.prompt, action.typing) : state;
    case 'clicked':
      return clicked({ ...state, message: undefined }, action.x, action.y);
    case 'wheeled':
      return wheeled(state, action);
    case 'resized':
      return { ...state, size: action.size };
    case 'opened': {
      const last = action.drafts.length - 1;
      const steps = action.drafts.map(() => undefined);
      return { ...state, drafts: action.drafts, pair: [last - 1, last], steps };
    }
    case 'working':
      return { ...state, work: action.work };
    case 'paired':
      return { ...state, pair: action.pair };
    case 'compared':
      return compared(state, action.comparison);
    case 'stepped':
      return { ...state, steps: state.steps.map((step, i) => (i === action.draft ? action.step : step)) };
    case 'forgotten':
      return {
        ...state,
        thread: undefined,
        ...(state.view === 'thread' ? { view: 'clauses' as const } : {}),
        steps: state.steps.map((step, i) =>
          i === action.draft || i === action.draft + 1 ? undefined : step,
        ),
      };
    case 'followed':
      return state.thread ? { ...state, thread: { ...state.thread, cells: action.cells } } : state;
    case 'told':
      return { ...state, message: action.message };
  }
}

function command(state: State, name: CommandName): State {
  const { columns, rows } = hasPanes(state.view) ? panesOf(state.size).list : bodyOf(state.size);
  const page = Math.max(1, state.focus === 'detail' ? panesOf(state.size).detail.rows - 1 : rows - 1);
  const half = Math.max(1, Math.floor(page / 2));
  switch (name) {
    case 'down':
      return moved(state, 1);
    case 'up':
      return moved(state, -1);
    case 'half-down':
      return moved(state, half);
    case 'half-up':
      return moved(state, -half);
    case 'page-down':
      return moved(state, page);
    case 'page-up':
      return moved(state, -page);
    case 'top':
      return moved(state, Number.NEGATIVE_INFINITY);
    case 'bottom':
      return moved(state, Number.POSITIVE_INFINITY);
    case 'left':
      return sideways(state, -1, columns);
    case 'right':
      return sideways(state, 1, columns);
    case 'other-pane':
      return hasPanes(state.view) ? { ...state, focus: state.focus === 'list' ? 'detail' : 'list' } : state;
    case 'next-change':
      return state.search === '' ? change(state, 1, false) : goToMatch(inClauses(state), 1);
    case 'previous-change':
      return state.search === '' ? change(state, -1, false) : goToMatch(inClauses(state), -1);
    case 'next-substantive':
      return change(state, 1, true);
    case 'previous-substantive':
      return change(state, -1, true);
    case 'other-end':
      return goToOtherEnd(inClauses(state));
    case 'enter':
      return entered(state);
    case 'back':
      return back(state);
    case 'layout':
      return { ...state, layout: state.layout === 'inline' ? 'side' : 'inline' };
    case 'wrap':
      return { ...state, wrap: !state.wrap, shift: 0, scroll: 0 };
    case 'fold':
      return folded(state);
    case 'fold-all':
      return anchored(state, { ...state, opened: state.opened === undefined ? new Set() : undefined });
    case 'search':
      return withPrompt(inClauses(state), 'search', '');
    case 'filter':
      return { ...state, dialog: { kind: 'filter', at: 0 } };
    case 'clauses':
    case 'texts':
    case 'ledger':
    case 'brackets':
    case 'timeline':
      return inView(state, name);
    case 'thread':
      return threaded(state);
    case 'older-pair':
      return stepped(state, -1);
    case 'newer-pair':
      return stepped(state, 1);
    case 'base':
      return state.view === 'timeline'
        ? { ...state, base: state.positions.timeline.at }
        : inView(state, 'timeline');
    case 'seen':
      return markSeen(inClauses(state));
    case 'seen-clause':
      return markClauseSeen(inClauses(state));
    case 'star':
      return markStar(inClauses(state));
    case 'note': {
      const key = selectedKey(state);
      if (key === undefined) return tell(state, 'select a clause to note something about it');
      return withPrompt(inClauses(state), 'note', (state.marks.get(key) ?? NO_MARK).note);
    }
    case 'report':
      return state.comparison ? withPrompt(state, 'report', 'changes.html') : state;
    case 'mouse':
      return tell(
        { ...state, mouse: !state.mouse },
        state.mouse ? 'mouse off' : 'mouse on; Shift selects text',
      );
    case 'help':
      return { ...state, dialog: { kind: 'help', top: 0 } };
    case 'open':
    case 'copy':
    case 'redraw':
    case 'suspend':
    case 'quit':
      return state;
  }
}

const tell = (state: State, text: string): State => ({ ...state, message: { text, isTrouble: false } });

function moved(state: State, by: number): State {
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
const bounded = (row: number): number => Math.max(0, Math.min(FAR, row));

function selected(state: State, at: number): State {
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

function sideways(state: State, by: 1 | -1, columns: number): State {
  if (state.view === 'timeline') return atDraft(state, state.positions.timeline.at + by);
  if (!state.wrap) return { ...state, shift: Math.max(0, state.shift + by * Math.min(SHIFT, columns)) };
  return hasPanes(state.view) ? { ...state, focus: by < 0 ? 'list' : 'detail' } : state;
}

/** Selects a column of the timeline, and moves the columns as far as needed. */
function atDraft(state: State, wanted: number): State {
  const at = Math.max(0, Math.min(state.drafts.length - 1, wanted));
  const next = { ...state, positions: { ...state.positions, timeline: { ...state.positions.timeline, at } } };
  return { ...next, positions: { ...next.positions, timeline: { at, top: columnsShown(next).from } } };
}

/** The views whose selection is a clause of the list. */
const inClauses = (state: State): State =>
  state.view === 'clauses' || state.view === 'texts' ? state : inView(state, 'clauses');

function inView(state: State, view: ViewName): State {
  if (view === state.view) return { ...state, focus: 'list' };
  const behind =
    view === 'clauses' ? [] : [state.view, ...state.behind.filter((name) => name !== state.view)];
  const at = view === 'timeline' ? { ...START, at: state.pair[1] } : state.positions[view];
  const positions = { ...state.positions, [view]: at };
  const base = view === 'timeline' ? undefined : state.base;
  return { ...state, view, behind, positions, base, focus: 'list', scroll: 0, place: 0, unit: 0 };
}

const change = (state: State, by: 1 | -1, substantiveOnly: boolean): State =>
  goToChange(inClauses(state), by, substantiveOnly);

function entered(state: State): State {
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

function back(state: State): State {
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

function folded(state: State): State {
  const entry = selectedRow(state);
  const key = entry?.kind === 'fold' ? entry.key : entry?.kind === 'link' ? entry.fold : undefined;
  const { comparison } = state;
  if (key === undefined || !comparison) return tell(state, 'no fold here; Z opens or closes all');
  const all =
    state.opened ?? new Set(outlineIn(state).rows.flatMap((row) => (row.kind === 'fold' ? [row.key] : [])));
  const opened = new Set(all);
  if (!opened.delete(key)) opened.add(key);
  const next = { ...state, opened };
  const at = outlineOf(comparison, state.filter, opened).indexOf.get(key) ?? 0;
  return { ...next, positions: { ...next.positions, clauses: { ...next.positions.clauses, at } } };
}

/** A state with other rows, with the same one selected as before, or what is left nearest to it. */
function anchored(before: State, after: State): State {
  const entry = selectedRow(before);
  const { rows, indexOf } = outlineIn(after);
  if (!entry) return after;
  const exact = indexOf.get(entry.key);
  if (exact !== undefined)
    return {
      ...after,
      positions: { ...after.positions, clauses: { ...after.positions.clauses, at: exact } },
    };
  const id = entry.kind === 'fold' ? entry.links[0]?.id : entry.link.id;
  const holds = rows.findIndex((row) => row.kind === 'fold' && row.links.some((link) => link.id === id));
  const own = id === undefined ? undefined : indexOf.get(id);
  const at = own ?? Math.max(0, holds);
  return {
    ...after,
    unit: 0,
    positions: { ...after.positions, clauses: { ...after.positions.clauses, at } },
  };
}

function compared(state: State, comparison: State['comparison'] & {}): State {
  const link = selectedLink(state) ?? (state.comparison ? firstOfFold(state) : undefined);
  const hasOpened = state.comparison !== undefined;
  const next: State = {
    ...state,
    comparison,
    target: undefined,
    opened: state.opened === undefined ? undefined : new Set(),
    scroll: 0,
    unit: hasOpened ? state.unit : 0,
  };
  if (state.target !== undefined) {
    const wanted = comparison.links.find(({ new: newer }) =>
      newer.some(({ index }) => index === state.target),
    );
    if (wanted) return goToLink(next, wanted.id);
  }
  const same = link && sameLink(comparison, link);
  if (same) return goToLink(next, same.id, next.unit);
  const start = { ...next, positions: { ...next.positions, clauses: START, ledger: START, brackets: START } };
  return hasOpened ? start : { ...goToChange({ ...start, unit: -1 }, 1, true), message: state.message };
}

const firstOfFold = (state: State) => {
  const entry = selectedRow(state);
  return entry?.kind === 'fold' ? entry.links[0] : undefined;
};

function stepped(state: State, by: 1 | -1): State {
  const [older, newer] = [state.pair[0] + by, state.pair[1] + by];
  if (older < 0 || newer >= state.drafts.length)
    return tell(
      state,
      state.drafts.length > 2 ? `no ${by < 0 ? 'earlier' : 'later'} draft` : 'there are only two drafts',
    );
  return { ...state, pair: [older, newer] };
}

function threaded(state: State): State {
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

const withPrompt = (state: State, purpose: Prompt['purpose'], text: string): State => ({
  ...state,
  dialog: {
    kind: 'prompt',
    prompt: {
      purpose,
      text,
      caret: [...text].length,
      origin: { position: state.positions.clauses, unit: state.unit },
    },
  },
});

function typed(state: State, prompt: Prompt, typing: Typing): State {
  const closed: State = { ...state, dialog: undefined };
  if (typing.kind === 'cancel') {
    if (prompt.purpose !== 'search') return closed;
    const { position, unit } = prompt.origin;
    return { ...closed, search: '', unit, positions: { ...state.positions, clauses: position } };
  }
  if (typing.kind === 'submit') {
    if (prompt.purpose === 'note') return markNote(closed, prompt.text);
    if (prompt.purpose === 'search' && prompt.text !== '' && state.comparison) {
      const count = matchesOf(state.comparison, prompt.text).length;
      if (count === 0)
        return {
          ...closed,
          search: '',
          message: { text: `not found: ${visible(prompt.text)}`, isTrouble: false },
        };
    }
    return closed;
  }
  const next: Prompt = { ...prompt, ...edited(prompt, typing) };
  const open: State = { ...state, dialog: { kind: 'prompt', prompt: next } };
  if (prompt.purpose !== 'search') return open;
  const { position, unit } = prompt.origin;
  const from = { ...open, search: next.text, unit, positions: { ...open.positions, clauses: position } };
  return next.text === '' ? from : goToMatch(from, 1, true);
}

function inDialog(state: State, dialog: Dialog, name: CommandName, look: Look): State {
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

/** Rows above the body: the head, and the titles of the panes. */
const BODY_TOP = 2;

function clicked(state: State, x: number, y: number): State {
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

function wheeled(state: State, { x, y, rows }: { x: number; y: number; rows: number }): State {
  if (state.dialog) return state;
  if (state.view === 'timeline') return sideways(state, rows > 0 ? 1 : -1, 0);
  const { beside, list } = panesOf(state.size);
  const isList = !hasPanes(state.view) || (beside ? x < list.columns : y - BODY_TOP < list.rows);
  return isList
    ? moved({ ...state, focus: 'list' }, rows)
    : { ...state, scroll: bounded(state.scroll + rows) };
}
