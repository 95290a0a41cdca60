import { NO_MARK } from '../compare/reader-marks.ts';
import type { Action } from './actions.ts';
import type { CommandName } from './commands.ts';
import { goToChange, goToMatch, goToOtherEnd } from './go.ts';
import { hasPanes, settled } from './lists.ts';
import type { Look } from './look.ts';
import { markClauseSeen, markSeen, markStar, selectedKey } from './marking.ts';
import { bodyOf, panesOf, type State } from './state.ts';
import { compared } from './steps/compared.ts';
import { inDialog } from './steps/dialog.ts';
import { anchored, folded } from './steps/fold.ts';
import { moved, sideways } from './steps/move.ts';
import { clicked, wheeled } from './steps/pointer.ts';
import { typed, withPrompt } from './steps/prompt.ts';
import { tell } from './steps/tell.ts';
import { back, entered, inClauses, inView, stepped, threaded } from './steps/views.ts';

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

const change = (state: State, by: 1 | -1, substantiveOnly: boolean): State =>
  goToChange(inClauses(state), by, substantiveOnly);
