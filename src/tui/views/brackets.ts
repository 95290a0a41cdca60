import type { Comparison, Link } from '../../compare/comparison.ts';
import { pairText } from '../../report/findings.ts';
import { oneLine } from '../../report/visible.ts';
import type { Look } from '../look.ts';
import { remember } from '../remember.ts';
import { cut, row, run } from '../rows.ts';
import type { State } from '../state.ts';
import type { ViewRow } from '../theme.ts';
import { detailRows, headRow } from './detail.ts';

/** A square bracket that changed, or one that still stands. */
export interface BracketRow {
  readonly link: string;
  readonly path: string;
  readonly how: string;
  readonly wording: string;
  readonly isOpen: boolean;
}

/** What became of the brackets, then those that are still open. */
export const bracketsOf = remember(({ brackets }: Comparison): readonly BracketRow[] => {
  const { opened, changed, closed, standing } = brackets;
  return [
    ...[...opened, ...changed, ...closed].map(({ link, path, how, old, new: newer }) => ({
      link,
      path,
      how: how === 'as-is' || how === 'with-changes' ? `closed ${how.replace('-', ' ')}` : how,
      wording: how === 'as-is' ? old : pairText(old, newer),
      isOpen: how === 'opened' || how === 'changed',
    })),
    ...standing.map(({ link, path, text }) => ({
      link,
      path,
      how: 'open',
      wording: `[${text}]`,
      isOpen: true,
    })),
  ];
});

export const selectedBracket = ({ comparison, positions }: State): BracketRow | undefined =>
  comparison && bracketsOf(comparison)[positions.brackets.at];

/** Columns of what became of a bracket. */
const HOW = 'closed with changes '.length;

export function bracketListRow(bracket: BracketRow, width: number, { measure }: Look): ViewRow {
  const { how, path, wording, isOpen } = bracket;
  return row(
    ...cut(
      [
        run('  '),
        run(width >= 2 * HOW ? how.padEnd(HOW) : `${how} `, isOpen ? 'weaker' : 'stronger'),
        run(`${oneLine(path)} `, 'strong'),
        run(oneLine(wording.slice(0, 4 * width)), 'quiet'),
      ],
      width,
      measure,
    ),
  );
}

export function bracketDetail(
  state: State,
  width: number,
  look: Look,
): { head: ViewRow; rows: readonly ViewRow[] } {
  const selected = selectedBracket(state);
  const link = selected && linkOf(state.comparison, selected.link);
  if (!link) return { head: row(), rows: [row(run('Neither draft has square brackets.', 'quiet'))] };
  return { head: headRow(link, width, look), rows: detailRows(state, link, width, look) };
}

const linkOf = (comparison: Comparison | undefined, id: string): Link | undefined =>
  comparison?.links.find((link) => link.id === id);
