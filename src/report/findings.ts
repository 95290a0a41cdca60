import type { BracketAccount, Comparison, LedgerEntry, Link, Summary } from '../compare/comparison.ts';
import type { ReaderMarks } from '../compare/reader-marks.ts';
import type { Change, Direction } from '../wording/change.ts';
import { readerMarkText } from './reader-mark-text.ts';
import { plain, quiet, type Run } from './runs.ts';
import { isWanted, type Selection } from './selection.ts';
import { nameBlanks, oneLine } from './visible.ts';

/** The sign of a direction; its word stands beside it. */
export const SIGNS: Readonly<Record<Direction, string>> = {
  stronger: '▲',
  weaker: '▼',
  broader: '◇',
  narrower: '◆',
  changed: '●',
  neutral: '○',
};

/** Longest wording quoted in a finding, in characters. */
const MAX_QUOTE = 90;

/** The findings of a link that are wanted, one row each: `▼ actor weaker: the EU → the Europeans (the reason)`. */
export function findingRows(link: Link, selection: Selection, marks: ReaderMarks): Run[][] {
  const { changes } = link;
  const names = selection.only.filter((name) => changes.some((change) => change.class === name));
  return changes
    .filter((change) => isWanted(change, selection))
    .filter((change) => names.length === 0 || names.includes(change.class))
    .map((change) => [...findingRow(change), ...markRuns(readerMarkText(marks, { change, link }))]);
}

const markRuns = (said: string): Run[] => (said === '' ? [] : [quiet(` [${oneLine(said)}]`)]);

/** `▼ actor weaker`: class and direction, the latter only where one is claimed. */
export function kindText({ class: name, direction }: Pick<Change, 'class' | 'direction'>): string {
  const told = direction === 'changed' || direction === 'neutral' ? '' : ` ${direction}`;
  return `${SIGNS[direction]} ${name}${told}`;
}

function findingRow(change: Change): Run[] {
  const { old, new: newer, note } = change;
  return [
    { text: kindText(change), tone: 'strong' },
    plain(`: ${pairText(old, newer)}`),
    quiet(note === '' ? '' : ` (${oneLine(note)})`),
  ].filter(({ text }) => text !== '') as Run[];
}

/** Two wordings as they are shown: where they would look the same, what makes them differ has its name. */
export const toldApart = (old: string, newer: string): readonly [old: string, newer: string] =>
  old !== newer && oneLine(old) === oneLine(newer) ? [nameBlanks(old), nameBlanks(newer)] : [old, newer];

/** `old → new`, with a plus or minus sign where there is one side only. */
export function pairText(was: string, is: string): string {
  const [old, newer] = toldApart(was, is);
  if (old === '') return `+ ${quote(newer)}`;
  if (newer === '') return `− ${quote(old)}`;
  return `${quote(old)} → ${quote(newer)}`;
}

function quote(text: string): string {
  const shown = [...oneLine(text).replace(/\s+/g, ' ').trim()];
  return shown.length > MAX_QUOTE
    ? `${shown
        .slice(0, MAX_QUOTE - 1)
        .join('')
        .trimEnd()}…`
    : shown.join('');
}

/** `3 weaker, 1 stronger, 2 actors, 1 date weaker`: what a reader asks first. */
export function summaryText({ changes }: Summary): string {
  const { byDirection, byClass } = changes;
  const directions = (['weaker', 'stronger', 'narrower', 'broader'] as const).flatMap((name) =>
    byDirection[name] ? [`${byDirection[name]} ${name}`] : [],
  );
  const classes = TOLD.flatMap(([name, one, many]) => {
    const count = byClass[name] ?? 0;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return [...directions, ...classes].join(', ');
}

const TOLD = [
  ['actor', 'actor', 'actors'],
  ['date', 'deadline or time', 'deadlines or times'],
  ['amount', 'amount', 'amounts'],
  ['negation', 'negation', 'negations'],
  ['bracket', 'bracket', 'brackets'],
] as const;

/** Most places named in one row. */
const MAX_PLACES = 8;

/** The ledger, the brackets and the stale references, after the clauses. */
export function accountRows(comparison: Comparison): Run[][] {
  const { brackets, references, links } = comparison;
  const told = toldLedger(comparison);
  const stale = references.filter((reference) => reference.stale);
  const paths = new Map(links.map(({ id, old, new: newer }) => [id, (newer[0] ?? old[0])?.path ?? '']));
  return [
    ...section('Ledger', told.map(ledgerRow)),
    ...section('Brackets', bracketRows(brackets)),
    ...section(
      'Stale references',
      stale.map(({ link, text, was, now }) => [
        plain(
          `${oneLine(paths.get(link) ?? '')}: "${quote(text)}" meant ${was === '' ? 'nothing' : oneLine(was)}`,
        ),
        quiet(now === '' ? ', which is no longer there' : `, now ${oneLine(now)}`),
      ]),
    ),
  ];
}

/** What a reader wants of the ledger: what recurs, and where something is left. */
export const toldLedger = ({ ledger }: Comparison): LedgerEntry[] =>
  ledger.filter(({ substantive, count, left }) => substantive && (count > 1 || left.length > 0));

const section = (title: string, rows: readonly Run[][]): Run[][] =>
  rows.length === 0 ? [] : [[{ text: title, tone: 'heading' }], ...rows, []];

function ledgerRow({
  class: name,
  direction,
  old,
  new: newer,
  count,
  left,
  leftCount,
  already,
}: LedgerEntry): Run[] {
  const places = left.slice(0, MAX_PLACES).map(({ path }) => oneLine(path));
  const more = leftCount > MAX_PLACES ? ` and ${leftCount - MAX_PLACES} more` : '';
  const facts = [
    `${count}×`,
    ...(left.length > 0 ? [`still in ${[...new Set(places)].join(', ')}${more}`] : []),
    ...(already > 0 ? [`${already}× so before`] : []),
  ];
  return [
    { text: `${SIGNS[direction]} ${name}`, tone: 'strong' },
    plain(`: ${pairText(old, newer)}`),
    quiet(` (${facts.join('; ')})`),
  ];
}

function bracketRows({ opened, closed, changed, open, before, nested }: BracketAccount): Run[][] {
  if (open === 0 && before === 0) return [];
  const facts = [
    `${before} → ${open} open`,
    ...(nested > 0 ? [`${nested} nested`] : []),
    ...(opened.length > 0 ? [`${opened.length} opened`] : []),
    ...(closed.length > 0 ? [`${closed.length} closed`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
  ];
  const rows = [...opened, ...changed, ...closed].map(({ path, old, new: newer, how }) => [
    plain(`${how} in ${oneLine(path)}: ${pairText(how === 'as-is' ? '' : old, newer).replace(/^\+ /, '')}`),
  ]);
  return [[plain(facts.join(', '))], ...rows];
}
