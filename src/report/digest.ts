import type { Comparison } from '../compare/comparison.ts';
import type { DigestEntry } from '../compare/digest/digest.ts';
import { SIGNS } from './findings.ts';
import { headlineRuns } from './headline.ts';
import { plain, quiet, type Run } from './runs.ts';
import type { Selection } from './selection.ts';
import { LineWriter, type TextOptions } from './text-lines.ts';
import { oneLine } from './visible.ts';

/** Places named in a row; of more, how many there are. */
const MAX_PLACES = 4;
/** Entries that stand before the clauses; the rest is counted, and all are told with `--digest`. */
const MOST = 12;

/** The digest alone: what to raise, the most important first. */
export function digestReport(comparison: Comparison, options: TextOptions): string {
  const lines = new LineWriter(options);
  for (const row of headlineRuns(comparison)) lines.write(row);
  lines.gap();
  for (const row of digestRows(comparison, options, Number.POSITIVE_INFINITY)) lines.write(row, 0, 2);
  return lines.text();
}

/** The first entries of a digest, one row each, and what is folded. */
export function digestRows(comparison: Comparison, selection: Selection, most = MOST): Run[][] {
  const wanted = comparison.digest.filter((entry) => isWanted(entry, selection));
  const told = wanted.filter(({ routine }) => !routine);
  const routine = wanted.length - told.length;
  const paths = pathsIn(comparison);
  const rows = told.slice(0, most).map((entry) => entryRow(entry, paths));
  const rest = [
    ...(told.length > most ? [`${told.length - most} more, see --digest`] : []),
    ...(routine > 0 ? [`${routine} routine or of little weight`] : []),
  ];
  return rest.length === 0 ? rows : [...rows, [quiet(`… ${rest.join(', ')}`)]];
}

function entryRow({ direction, say, links, sure }: DigestEntry, paths: ReadonlyMap<string, string>): Run[] {
  const places = [...new Set(links.map((id) => paths.get(id) ?? ''))];
  const named = places.slice(0, MAX_PLACES).map(oneLine).join(', ');
  const more = places.length > MAX_PLACES ? ` and ${places.length - MAX_PLACES} more` : '';
  return [
    { text: SIGNS[direction], tone: 'strong' },
    plain(` ${oneLine(say)}`),
    quiet(` (${named}${more}${sure ? '' : ', not sure'})`),
  ];
}

/** Where each link stands in the newer draft, or stood in the older one. */
const pathsIn = ({ links }: Comparison): Map<string, string> =>
  new Map(links.map(({ id, old, new: newer }) => [id, (newer[0] ?? old[0])?.path ?? '']));

function isWanted({ class: name, aspects, direction, rank, op }: DigestEntry, selection: Selection): boolean {
  const { only, directions, minRank } = selection;
  if (rank < minRank || (directions.length > 0 && !directions.includes(direction))) return false;
  const names: readonly string[] = [name, ...aspects.map((aspect) => aspect.class), KIND[op] ?? op];
  return only.length === 0 || only.some((one) => names.includes(one));
}

/** How `--only` names what an entry does. */
const KIND: Readonly<Record<string, string>> = { added: 'inserted', dropped: 'deleted' };
