import type { State } from '../state.ts';

/** A state in which the foot says something. */
export const tell = (state: State, text: string): State => ({
  ...state,
  message: { text, isTrouble: false },
});
