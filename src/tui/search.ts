import type { Comparison, Link } from '../compare/comparison.ts';
import { remember } from './remember.ts';
import type { ViewRun } from './theme.ts';

/** As less does: a search in lower case finds both, one with a capital only that. */
const fold =
  (pattern: string) =>
  (text: string): string =>
    /\p{Lu}/u.test(pattern) ? text : text.toLowerCase();

/** The texts of a link, old and new. */
const sidesOf = ({ old, new: newer }: Link): string[] =>
  [old, newer].map((clauses) => clauses.map(({ label, text }) => `${label} ${text}`).join('\n'));

/** The links with the wording that is searched for, in either version, in the order of the text. */
export const matchesOf = remember((comparison: Comparison, search: string): readonly Link[] => {
  if (search === '') return [];
  const folded = fold(search);
  const pattern = folded(search);
  return comparison.links.filter((link) => sidesOf(link).some((text) => folded(text).includes(pattern)));
});

/** Marks what is searched for, in the old wording and in the new one, also where edits cut it in pieces. */
export function highlight(runs: readonly ViewRun[], search: string): readonly ViewRun[] {
  if (search === '' || runs.length === 0) return runs;
  const folded = fold(search);
  const pattern = folded(search);
  const hits = runs.map(({ text }) => new Array<boolean>(text.length).fill(false));
  for (const other of ['delete', 'insert'] as const) {
    const places = runs.flatMap(({ text, tone }, run) =>
      tone === other ? [] : Array.from({ length: text.length }, (_, at) => ({ run, at })),
    );
    const joined = folded(runs.map(({ text, tone }) => (tone === other ? '' : text)).join(''));
    // Some capitals are longer in lower case; then the places do not fit, and nothing is marked.
    if (joined.length !== places.length) continue;
    for (let at = joined.indexOf(pattern); at >= 0; at = joined.indexOf(pattern, at + pattern.length)) {
      for (const place of places.slice(at, at + pattern.length)) hits[place.run]![place.at] = true;
    }
  }
  return runs.flatMap((run, i) => cut(run, hits[i] as boolean[]));
}

function cut({ text, tone }: ViewRun, hits: readonly boolean[]): ViewRun[] {
  const pieces: ViewRun[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && hits[to] === hits[from]) to++;
    pieces.push({ text: text.slice(from, to), tone: hits[from] ? 'match' : tone });
    from = to;
  }
  return pieces;
}
