import type { Comparison, LedgerEntry, Link } from '../../compare/comparison.ts';
import { NO_MARK, type ReaderMarks, unitsOf } from '../../compare/reader-marks.ts';
import { kindText, pairText } from '../../report/findings.ts';
import { factsOf, inlineRuns, sideRuns, signOf } from '../../report/link-runs.ts';
import { rowWidth } from '../../report/runs.ts';
import { oneLine } from '../../report/visible.ts';
import type { Change } from '../../wording/change.ts';
import { paths, TONES } from '../badges.ts';
import { type Filter, isFiltering, passes } from '../filter.ts';
import type { Look } from '../look.ts';
import { remember } from '../remember.ts';
import { BLANK, type Flow, flow, marked, row, rule, run } from '../rows.ts';
import { highlight } from '../search.ts';
import type { State } from '../state.ts';
import type { ViewRow } from '../theme.ts';

/** Narrowest pane with room for two columns of text. */
const MIN_SIDES = 44;

/** What became of a clause: `II/5  was II/4, moved ──── edited, 94 % alike`. */
export function headRow(link: Link, width: number, { measure }: Look): ViewRow {
  const shown = link.kind === 'deleted' ? link.old : link.new;
  const facts = factsOf(link).filter((fact) => !/alike$/.test(fact));
  const title = [
    run(`${signOf(link)} ${paths(shown)}`, 'strong'),
    run(facts.length === 0 ? '' : `  ${facts.join(', ')}`, 'quiet'),
  ];
  const alike = link.kind === 'same' ? '' : alikeText(link);
  return rule(title, width, measure, [run(`${link.kind}${alike}`, 'quiet')]);
}

/** Rounded, but what differs is never told to be all alike. */
const alikeText = ({ match, kind }: Link): string =>
  match ? `, ${Math.min(kind === 'same' ? 100 : 99, Math.round(match.similarity * 100))} % alike` : '';

/** A clause with its wording, findings, match and places, as far as a pane is wide. */
export const detailRows = (state: State, link: Link, width: number, look: Look): readonly ViewRow[] =>
  state.comparison
    ? rowsOf(
        state.comparison,
        link,
        state.unit,
        state.marks,
        state.filter,
        state.search,
        state.layout,
        state.wrap,
        state.shift,
        width,
        look,
      )
    : [];

const rowsOf = remember(
  (
    comparison: Comparison,
    link: Link,
    unit: number,
    marks: ReaderMarks,
    filter: Filter,
    search: string,
    layout: State['layout'],
    wrap: boolean,
    shift: number,
    width: number,
    look: Look,
  ): readonly ViewRow[] => {
    const frame: Flow = { width, wrap, shift, measure: look.measure };
    const isFilteredOut = (change: Change | undefined): boolean =>
      isFiltering(filter) && !passes(change, filter);
    return [
      ...wordingRows(link, layout, search, frame, look),
      BLANK,
      ...unitsOf(link).flatMap(({ key, change }, i) => {
        const mark = marks.get(key) ?? NO_MARK;
        const pointed = (rows: ViewRow[]): ViewRow[] => (i === unit ? withPointer(rows) : rows);
        const signs = [
          ...(mark.seen ? [run(' ✓ seen', 'seen')] : []),
          ...(mark.star ? [run(' ★', 'star')] : []),
        ];
        const note = mark.note === '' ? [] : flow([run(`✎ ${oneLine(mark.note)}`, 'star')], frame, 4, 6);
        if (!change)
          return signs.length + note.length > 0
            ? [...pointed(flow([run('marked', 'quiet'), ...signs], frame, 2)), ...note]
            : [];
        const quiet = isFilteredOut(change) || !change.substantive;
        return [
          ...pointed(
            flow(
              [
                run(kindText(change), quiet ? 'quiet' : TONES[change.direction]),
                run(`  ${pairText(change.old, change.new)}`, quiet ? 'quiet' : 'plain'),
                ...signs,
              ],
              frame,
              2,
              4,
            ),
          ),
          ...flow([run(reasonOf(change), 'quiet')], frame, 4),
          ...placeRows(comparison, link, change, frame),
          ...note,
        ];
      }),
      ...flow([run(matchText(link), 'quiet')], frame),
      ...flow([run(linesText(link), 'quiet')], frame),
    ];
  },
);

/** The selected change has a pointer before it, in the place of its indentation. */
const withPointer = ([first, ...rest]: readonly ViewRow[]): ViewRow[] =>
  first ? [row(run('▸ ', 'strong'), ...first.runs.slice(1)), ...rest] : [];

/** The clause's words, old and new in one text or in two columns. */
export function wordingRows(
  link: Link,
  layout: State['layout'],
  search: string,
  frame: Flow,
  look: Look,
): ViewRow[] {
  if (layout === 'inline' || frame.width < MIN_SIDES || !frame.wrap)
    return flow(highlight(marked(inlineRuns(link.edits), look), search), frame);
  const column = Math.floor((frame.width - 3) / 2);
  return sidesRows(link, search, column, frame, look);
}

/** Old and new wording in two columns of a width each. */
export function sidesRows(link: Link, search: string, column: number, frame: Flow, look: Look): ViewRow[] {
  const [old, newer] = (['old', 'new'] as const).map((side) =>
    link[side].length === 0
      ? []
      : flow(highlight(marked(sideRuns(link.edits, side), look), search), { ...frame, width: column }),
  ) as [ViewRow[], ViewRow[]];
  return Array.from({ length: Math.max(old.length, newer.length) }, (_, i) => {
    const [a, b] = [old[i]?.runs ?? [], newer[i]?.runs ?? []];
    const gap = Math.max(0, column - rowWidth(a, look.measure));
    return row(...a, run(' '.repeat(gap)), run(' │ ', 'quiet'), ...b);
  });
}

const reasonOf = ({ note, rule: name }: Change): string =>
  note === '' ? name : `${oneLine(note)}  [${oneLine(name)}]`;

const BY: Readonly<Record<string, string>> = {
  identical: 'the same words',
  text: 'alike in wording',
  position: 'in the same place between others that match',
  label: 'the same label',
  split: 'its words are in several clauses now',
  merge: 'the words of several clauses are in it',
};

function matchText(link: Link): string {
  const { match, kind } = link;
  if (!match)
    return kind === 'inserted'
      ? 'Nothing in the old draft is like it.'
      : 'Nothing in the new draft is like it.';
  return `Matched: ${BY[match.by] ?? match.by}${alikeText(link)}.`;
}

function linesText({ old, new: newer }: Link): string {
  const lines = (clauses: Link['old']): string =>
    clauses
      .map(({ lines: [first, last] }) => (first === last ? `${first}` : `${first}–${last}`))
      .join(', ') || '–';
  return `Lines: ${lines(old)} → ${lines(newer)}`;
}

/** Most places named in one row. */
const MAX_PLACES = 6;

/** Where else the same substitution was made, and where the old wording is left. */
function placeRows({ ledger }: Comparison, { id }: Link, change: Change, frame: Flow): ViewRow[] {
  const entry = ledger.find(
    (other) =>
      other.class === change.class &&
      other.old === change.old &&
      other.new === change.new &&
      other.links.includes(id),
  );
  if (!entry || (entry.count < 2 && entry.leftCount === 0)) return [];
  return flow([run(countText(entry), 'quiet')], frame, 4, 6);
}

/** `3 of 5 places changed; still "the European Union" in II/7, II/9` */
export function countText({ count, old, left, leftCount }: LedgerEntry): string {
  if (leftCount === 0) return `${count} places changed, none left`;
  const places = [...new Set(left.map(({ path }) => oneLine(path)))];
  const more = places.length > MAX_PLACES ? ' and more' : '';
  const wording = oneLine(old);
  return `${count} of ${count + leftCount} places changed; still "${wording}" in ${places.slice(0, MAX_PLACES).join(', ')}${more}`;
}
