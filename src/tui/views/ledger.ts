import type { Comparison, LedgerEntry, Link } from '../../compare/comparison.ts';
import { kindText, pairText } from '../../report/findings.ts';
import { oneLine } from '../../report/visible.ts';
import { paths, TONES } from '../badges.ts';
import { type Filter, isFiltering } from '../filter.ts';
import type { Look } from '../look.ts';
import { remember } from '../remember.ts';
import { BLANK, cut, flow, row, rule, run } from '../rows.ts';
import type { State } from '../state.ts';
import type { ViewRow } from '../theme.ts';
import { countText } from './detail.ts';

/** A place of a substitution: one where it was made, or one where the old wording is left. */
export interface LedgerSpot {
  readonly link: string;
  readonly path: string;
  readonly left: boolean;
  readonly excerpt: string;
}

/** The substitutions that a reader wants, what means something first. */
export const ledgerOf = remember(
  (comparison: Comparison, { classes, directions }: Filter): readonly LedgerEntry[] => {
    const wanted = comparison.ledger.filter(
      (entry) =>
        (classes.size === 0 || classes.has(entry.class)) &&
        (directions.size === 0 || directions.has(entry.direction)),
    );
    return [
      ...wanted.filter(({ substantive }) => substantive),
      ...wanted.filter(({ substantive }) => !substantive),
    ];
  },
);

export const selectedEntry = ({ comparison, filter, positions }: State): LedgerEntry | undefined =>
  comparison && ledgerOf(comparison, filter)[positions.ledger.at];

/** All places of a substitution, those where it was made first. */
export const spotsOf = remember((comparison: Comparison, entry: LedgerEntry): readonly LedgerSpot[] => {
  const links = new Map(comparison.links.map((link): [string, Link] => [link.id, link]));
  const made = [...new Set(entry.links)].flatMap((id): LedgerSpot[] => {
    const link = links.get(id);
    if (!link) return [];
    const clauses = link.new.length > 0 ? link.new : link.old;
    return [
      {
        link: id,
        path: paths(clauses),
        left: false,
        excerpt: around(clauses.map(({ text }) => text).join(' '), entry.new),
      },
    ];
  });
  const left = entry.left.map(({ link, path, excerpt }) => ({ link, path, left: true, excerpt }));
  return [...made, ...left];
});

export function ledgerListRow(entry: LedgerEntry, width: number, { measure }: Look): ViewRow {
  const { count, leftCount, substantive, direction, old, new: newer } = entry;
  const left = leftCount === 0 ? '' : ` (${leftCount} left)`;
  return row(
    ...cut(
      [
        run(`${String(count).padStart(3)}× `),
        run(`${kindText(entry)} `, substantive ? TONES[direction] : 'quiet'),
        run(`${pairText(old, newer)}${left}`, substantive ? 'plain' : 'quiet'),
      ],
      width,
      measure,
    ),
  );
}

/** Characters shown before the wording that is meant. */
const LEAD = 30;

/** A text from a little before some wording of it. */
function around(text: string, wording: string): string {
  const at = text.toLowerCase().indexOf(wording.toLowerCase());
  const from = at > LEAD ? text.lastIndexOf(' ', at - LEAD + 1) + 1 : 0;
  return from > 0 ? `…${text.slice(from)}` : text;
}

/** What stands above the places. */
function leadRows(entry: LedgerEntry, width: number, { measure }: Look): ViewRow[] {
  const frame = { width, wrap: true, shift: 0, measure };
  const note = entry.already > 0 ? `; the old draft had the new wording ${entry.already}×` : '';
  return [
    ...flow([run(pairText(entry.old, entry.new), 'strong')], frame),
    ...flow([run(`${countText(entry)}${note}`, 'quiet')], frame),
    BLANK,
  ];
}

/** Row of the first place in the pane. */
export function firstSpot(state: State, width: number, look: Look): number {
  const entry = selectedEntry(state);
  return entry ? leadRows(entry, width, look).length : 0;
}

export function ledgerDetail(
  state: State,
  width: number,
  look: Look,
): { head: ViewRow; rows: readonly ViewRow[] } {
  const { comparison, filter, focus, place } = state;
  const entry = selectedEntry(state);
  if (!comparison || !entry) {
    const what = isFiltering(filter)
      ? 'No such substitution; Esc clears the filter.'
      : 'Nothing was substituted.';
    return { head: row(), rows: [row(run(what, 'quiet'))] };
  }
  const { measure } = look;
  return {
    head: rule([run(kindText(entry), entry.substantive ? TONES[entry.direction] : 'quiet')], width, measure),
    rows: [
      ...leadRows(entry, width, look),
      ...spotsOf(comparison, entry).map((spot, i) => {
        const isSelected = focus === 'detail' && i === place;
        const runs = cut(
          [
            run(
              `${isSelected ? '▸' : ' '} ${spot.left ? 'left   ' : 'changed'} `,
              spot.left ? 'weaker' : 'stronger',
            ),
            run(`${oneLine(spot.path)}  `, 'strong'),
            run(
              oneLine(spot.excerpt)
                .replaceAll('\n', ' ')
                .slice(0, 4 * width),
              'quiet',
            ),
          ],
          width,
          measure,
        );
        return { runs, bar: isSelected };
      }),
    ],
  };
}
