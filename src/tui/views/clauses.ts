import type { Comparison, Link } from '../../compare/comparison.ts';
import { type ReaderMarks, unitsOf, unitsToSee } from '../../compare/reader-marks.ts';
import { signOf } from '../../report/link-runs.ts';
import { foldNote } from '../../report/text.ts';
import { oneLine } from '../../report/visible.ts';
import { badges, fate, paths } from '../badges.ts';
import type { Look } from '../look.ts';
import { isSection, type Outline, type OutlineRow, outlineOf } from '../outline.ts';
import { remember } from '../remember.ts';
import { cut, row, run } from '../rows.ts';
import { highlight, matchesOf } from '../search.ts';
import type { State } from '../state.ts';
import type { ViewRow, ViewRun } from '../theme.ts';
import { detailRows, headRow } from './detail.ts';

const EMPTY: Outline = { rows: [], indexOf: new Map() };

export const outlineIn = ({ comparison, filter, opened }: State): Outline =>
  comparison ? outlineOf(comparison, filter, opened) : EMPTY;

/** The row of the outline that is selected. */
export const selectedRow = (state: State): OutlineRow | undefined =>
  outlineIn(state).rows[state.positions.clauses.at];

/** The link that is selected; none on a fold. */
export const selectedLink = (state: State): Link | undefined => {
  const selected = selectedRow(state);
  return selected && selected.kind !== 'fold' ? selected.link : undefined;
};

/** Deepest indentation, in levels of two columns. */
const MAX_INDENT = 4;
/** Characters of a text that a row can show at most. */
const MAX_EXCERPT = 200;

export function clauseListRow(state: State, entry: OutlineRow, width: number, look: Look): ViewRow {
  if (entry.kind === 'fold') {
    const isOpen = state.opened === undefined || state.opened.has(entry.key);
    return row(run(`   ${isOpen ? '▾' : '…'} ${foldNote(entry.links)}`, 'quiet'));
  }
  const { link } = entry;
  const clause = (link.kind === 'deleted' ? link.old : link.new)[0] ?? link.old[0];
  if (!clause) return row();
  const depth = Math.min(MAX_INDENT, clause.path.split('/').length - 1);
  const label = oneLine(clause.label);
  const indent = run('  '.repeat(depth));
  const text = oneLine(clause.text.slice(0, MAX_EXCERPT));
  if (entry.kind === 'left')
    return row(run('   '), indent, run(`·   ⇄ to ${paths(link.new)}  `, 'quiet'), run(text, 'quiet'));
  const name = isSection(link)
    ? [run(`${label} ${text}`.trim(), 'heading'), run(isUnchanged(link) ? '' : '  ')]
    : [run(`${label === '' ? '·' : label} `.padEnd(4), link.kind === 'deleted' ? 'delete' : 'plain')];
  const marks = badges(link, state.filter);
  const rest = isSection(link) ? [] : [run(text, 'quiet')];
  const runs = [
    isFound(link, state) ? run('»', 'match') : run(' '),
    ...markRuns(link, state.marks),
    indent,
    ...name,
    ...(isSection(link) && isUnchanged(link) ? [] : [...fate(link), ...marks]),
    ...rest,
  ];
  return row(...cut(highlight(runs, state.search), width, look.measure));
}

const isUnchanged = ({ kind, moved, renumbered }: Link): boolean => kind === 'same' && !moved && !renumbered;

/** `✓` if all of a clause is seen, `★` if a change of it has a star, `✎` if one has a note. */
function markRuns(link: Link, marks: ReaderMarks): ViewRun[] {
  const own = unitsOf(link).flatMap(({ key }) => marks.get(key) ?? []);
  const toSee = unitsToSee(link);
  const isSeen = toSee.length > 0 && toSee.every(({ key }) => marks.get(key)?.seen);
  const second = own.some(({ star }) => star) ? '★' : own.some(({ note }) => note !== '') ? '✎' : ' ';
  return [run(isSeen ? '✓' : ' ', 'seen'), run(second, 'star')];
}

/** A row whose clause has what is searched for says so, even where the words are too far to the right. */
const isFound = (link: Link, { comparison, search }: State): boolean =>
  comparison !== undefined && search !== '' && matchesOf(comparison, search).includes(link);

/** Head and rows of the pane beside the clauses. */
export function clauseDetail(
  state: State,
  width: number,
  look: Look,
): { head: ViewRow; rows: readonly ViewRow[] } {
  const selected = selectedRow(state);
  if (!selected) return { head: row(), rows: [row(run('Nothing here.', 'quiet'))] };
  if (selected.kind !== 'fold')
    return { head: headRow(selected.link, width, look), rows: detailRows(state, selected.link, width, look) };
  return {
    head: row(run(cutNote(foldNote(selected.links), width), 'quiet')),
    rows: selected.links.map((link) => foldedRow(link, width, look)),
  };
}

const cutNote = (note: string, width: number): string =>
  note.length > width ? `${note.slice(0, width - 1)}…` : note;

function foldedRow(link: Link, width: number, { measure }: Look): ViewRow {
  const clauses = link.kind === 'deleted' ? link.old : link.new;
  const text = oneLine((clauses[0]?.text ?? '').slice(0, MAX_EXCERPT));
  return row(...cut([run(`${signOf(link)} ${paths(clauses)}  `), run(text, 'quiet')], width, measure));
}

/** Changes that a reader has seen, and all that there are to see. */
export const progressOf = remember(
  ({ links }: Comparison, marks: ReaderMarks): { readonly seen: number; readonly all: number } => {
    const units = links.flatMap(unitsToSee);
    return { seen: units.filter(({ key }) => marks.get(key)?.seen).length, all: units.length };
  },
);
