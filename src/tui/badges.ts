import type { Link, LinkedClause } from '../compare/comparison.ts';
import { SIGNS } from '../report/findings.ts';
import { signOf } from '../report/link-runs.ts';
import { oneLine } from '../report/visible.ts';
import type { Change, Direction } from '../wording/change.ts';
import { type Filter, passes } from './filter.ts';
import { run } from './rows.ts';
import type { ViewRun, ViewTone } from './theme.ts';

/** How each direction looks, beside its sign. */
export const TONES: Readonly<Record<Direction, ViewTone>> = {
  weaker: 'weaker',
  narrower: 'weaker',
  stronger: 'stronger',
  broader: 'stronger',
  changed: 'other',
  neutral: 'quiet',
};

/** Most badges of one row. */
const MAX_BADGES = 3;

/** `actor ▼ hedge ▼ +2`: the kinds of substantive change of a clause, each once. */
export function badges({ changes }: Link, filter: Filter): ViewRun[] {
  const kinds = new Map<string, Change>();
  for (const change of changes) {
    if (!change.substantive || !passes(change, filter)) continue;
    const kind = `${change.class} ${SIGNS[change.direction]}`;
    if (!kinds.has(kind)) kinds.set(kind, change);
  }
  const shown = [...kinds].slice(0, MAX_BADGES);
  const more = kinds.size - shown.length;
  return [
    ...shown.map(([kind, { direction }]) => run(`${kind} `, TONES[direction])),
    ...(more > 0 ? [run(`+${more} `, 'quiet')] : []),
  ];
}

/** The sign of a link and where else it is: `⇄ from II/9`, `− was II/8`, `= (was 3.)`. */
export function fate(link: Link): ViewRun[] {
  const { kind, moved, renumbered, old, new: newer } = link;
  const sign = run(`${signOf(link)} `, kind === 'same' && !moved ? 'quiet' : 'strong');
  if (kind === 'inserted') return [sign, run('new ', 'strong')];
  if (kind === 'deleted') return [sign, run(`was ${paths(old)} `, 'quiet')];
  if (kind === 'split') return [sign, run(`in ${newer.length} `, 'quiet')];
  if (kind === 'merged') return [sign, run(`from ${paths(old)} `, 'quiet')];
  if (moved) return [sign, run(`from ${paths(old)} `, 'quiet')];
  if (renumbered) return [sign, run(`(was ${oneLine(old[0]?.label ?? '')}) `, 'quiet')];
  return [sign];
}

export const paths = (clauses: readonly LinkedClause[]): string =>
  clauses.map(({ path }) => oneLine(path)).join(' + ');
