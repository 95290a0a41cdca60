import { oneLine } from '../../report/visible.ts';
import type { Typing } from '../actions.ts';
import { goToMatch } from '../go.ts';
import { markNote } from '../marking.ts';
import { matchesOf } from '../search.ts';
import type { Prompt, State } from '../state.ts';
import { edited } from '../typing.ts';

export const withPrompt = (state: State, purpose: Prompt['purpose'], text: string): State => ({
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

/** What typing does to the line and, while it is a search, to the place. */
export function typed(state: State, prompt: Prompt, typing: Typing): State {
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
          message: { text: `not found: ${oneLine(prompt.text)}`, isTrouble: false },
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
