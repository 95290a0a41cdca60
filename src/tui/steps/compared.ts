import { goToChange, goToLink, sameLink } from '../go.ts';
import { START, type State } from '../state.ts';
import { selectedLink, selectedRow } from '../views/clauses.ts';

/** A new comparison: of other drafts, or of the same ones after a file changed. The reader stays at the same clause. */
export function compared(state: State, comparison: State['comparison'] & {}): State {
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
