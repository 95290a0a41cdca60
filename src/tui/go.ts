import type { Comparison, Link } from '../compare/comparison.ts';
import { unitsOf } from '../compare/reader-marks.ts';
import { isFiltering } from './filter.ts';
import { orderOf, outlineOf, placeOfLink, stopsOf } from './outline.ts';
import { matchesOf } from './search.ts';
import type { State } from './state.ts';
import { outlineIn, selectedRow } from './views/clauses.ts';

/** Selects a clause, and opens the fold that it lies in. */
export function goToLink(state: State, id: string, unit = 0): State {
  const { comparison, filter, opened } = state;
  if (!comparison) return state;
  const { fold } = placeOfLink(outlineIn(state), id);
  const open = fold !== undefined && opened ? new Set([...opened, fold]) : opened;
  const { index } = placeOfLink(outlineOf(comparison, filter, open), id);
  return {
    ...state,
    opened: open,
    unit,
    scroll: 0,
    positions: { ...state.positions, clauses: { ...state.positions.clauses, at: index } },
  };
}

/** Where the selection is in the text: the position of its link, and the change of it. A fold is before its clauses. */
function whereIn(state: State, comparison: Comparison): { order: number; unit: number } {
  const order = orderOf(comparison);
  const selected = selectedRow(state);
  if (!selected) return { order: -1, unit: 0 };
  if (selected.kind === 'fold') return { order: order.get(selected.links[0]?.id ?? '') ?? 0, unit: -1 };
  return { order: order.get(selected.link.id) ?? 0, unit: state.unit };
}

/** The next change in the text, or the one before; the same state where there is none. */
export function goToChange(state: State, by: 1 | -1, substantiveOnly: boolean): State {
  const { comparison, filter } = state;
  if (!comparison) return state;
  const order = orderOf(comparison);
  const here = whereIn(state, comparison);
  const isBeyond = (link: Link, unit: number): boolean => {
    const at = (order.get(link.id) ?? 0) - here.order || unit - here.unit;
    return by > 0 ? at > 0 : at < 0;
  };
  const stops = stopsOf(comparison, filter).filter(({ substantive }) => substantive || !substantiveOnly);
  const ahead = stops.filter(({ link, unit }) => isBeyond(link, unit));
  const stop = by > 0 ? ahead[0] : ahead.at(-1);
  if (stop) return goToLink(state, stop.link.id, stop.unit);
  const what = `${substantiveOnly ? 'substantive ' : ''}change${isFiltering(filter) ? ' that passes the filter' : ''}`;
  const text =
    stops.length === 0 ? `no ${what}` : by > 0 ? `that was the last ${what}` : `that was the first ${what}`;
  return { ...state, message: { text, isTrouble: false } };
}

/** The next clause with what is searched for, around the end; from the selected one on if `orHere`. */
export function goToMatch(state: State, by: 1 | -1, orHere = false): State {
  const { comparison, search } = state;
  if (!comparison) return state;
  const matches = matchesOf(comparison, search);
  const order = orderOf(comparison);
  const here = whereIn(state, comparison).order;
  const at = (link: Link): number => order.get(link.id) ?? 0;
  const next =
    by > 0
      ? (matches.find((link) => at(link) > here || (orHere && at(link) === here)) ?? matches[0])
      : (matches.findLast((link) => at(link) < here) ?? matches.at(-1));
  return next ? goToLink(state, next.id) : state;
}

/** The next change that the reader has not seen, around the end; the same state if all are. */
export function goToUnseen(state: State): State {
  const { comparison, marks, filter } = state;
  if (!comparison) return state;
  const order = orderOf(comparison);
  const here = whereIn(state, comparison);
  const unseen = stopsOf(comparison, filter).filter(({ link, unit, substantive }) => {
    const key = unitsOf(link)[unit]?.key;
    return substantive && key !== undefined && !marks.get(key)?.seen;
  });
  const next =
    unseen.find(({ link, unit }) => ((order.get(link.id) ?? 0) - here.order || unit - here.unit) > 0) ??
    unseen[0];
  return next
    ? goToLink(state, next.link.id, next.unit)
    : { ...state, message: { text: 'all changes seen', isTrouble: false } };
}

/**
 * The same clause in another comparison: the same words, otherwise the same path, nearest to where it stood; for a
 * comparison that was made anew, or one of other drafts.
 */
export function sameLink(comparison: Comparison, link: Link): Link | undefined {
  const clauses = ({ old, new: newer }: Link) => (newer.length > 0 ? newer : old);
  const [own] = clauses(link);
  if (!own) return undefined;
  const distance = (other: Link): number => Math.abs((clauses(other)[0]?.index ?? 0) - own.index);
  const nearest = (all: readonly Link[]): Link | undefined =>
    [...all].sort((a, b) => distance(a) - distance(b))[0];
  const has = (test: (clause: Link['new'][number]) => boolean) =>
    nearest(comparison.links.filter((other) => clauses(other).some(test)));
  return (
    has(({ text }) => text === own.text) ?? has(({ path }) => path === own.path) ?? nearest(comparison.links)
  );
}

/** The other end of a move, and round the parts of a split or merge. */
export function goToOtherEnd(state: State): State {
  const selected = selectedRow(state);
  if (!selected || selected.kind === 'fold') return state;
  const { rows } = outlineIn(state);
  const other = selected.kind === 'left' ? selected.link.id : `${selected.link.id}<`;
  const at = rows.findIndex(({ key }) => key === other);
  if (at >= 0)
    return {
      ...state,
      scroll: 0,
      positions: { ...state.positions, clauses: { ...state.positions.clauses, at } },
    };
  const { kind } = selected.link;
  const text =
    kind === 'split' || kind === 'merged'
      ? 'all its parts are shown here'
      : 'this clause neither moved nor was split or merged';
  return { ...state, message: { text, isTrouble: false } };
}
