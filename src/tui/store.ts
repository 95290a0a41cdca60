import type { Action } from './actions.ts';
import type { State } from './state.ts';

/** The one place where the state is. Listeners hear once of all that happens in one turn of the event loop. */
export interface Store {
  get(): State;
  dispatch(action: Action): void;
  subscribe(listener: () => void): () => void;
}

/** @param follow called after each action, with the states before and after it */
export function createStore(
  initial: State,
  reduce: (state: State, action: Action) => State,
  follow: (before: State, after: State, action: Action) => void,
): Store {
  let state = initial;
  let isPlanned = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    isPlanned = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    dispatch: (action) => {
      const before = state;
      state = reduce(before, action);
      if (state !== before && !isPlanned) {
        isPlanned = true;
        setImmediate(tell);
      }
      follow(before, state, action);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
