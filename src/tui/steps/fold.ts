import { outlineOf } from '../outline.ts';
import type { State } from '../state.ts';
import { outlineIn, selectedRow } from '../views/clauses.ts';
import { tell } from './tell.ts';

/** Opens or closes the fold that is selected, or that the selected clause lies in. */
export function folded(state: State): State {
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
export function anchored(before: State, after: State): State {
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
