import { KINDS } from '../report/headline.ts';
import type { Selection } from '../report/selection.ts';
import { CHANGE_CLASSES, DIRECTIONS, type Direction } from '../wording/change.ts';
import { type Option, type ParsedArgs, UsageError } from './program.ts';

/** What every output lets one choose. */
export const SELECTION_OPTIONS: readonly Option[] = [
  { name: 'all', short: 'a', summary: 'show every clause, unchanged ones too' },
  { name: 'only', value: 'NAMES', summary: 'only these kinds or classes of change, separated by commas' },
  { name: 'direction', value: 'NAMES', summary: 'only changes in these directions, separated by commas' },
  { name: 'min-rank', value: 'NUMBER', summary: 'only findings of at least this rank, 0 to 100' },
  { name: 'neutral', short: 'n', summary: 'list neutral changes one by one' },
  {
    name: 'context',
    short: 'c',
    value: 'CLAUSES',
    summary: 'show so many unchanged clauses around a change',
  },
];

export const chooseSelection = (args: ParsedArgs): Selection => ({
  all: args.has('all'),
  only: readNames(args.value('only')),
  directions: readDirections(args.value('direction')),
  minRank: readNumber('min-rank', args.value('min-rank'), 100),
  neutral: args.has('neutral'),
  context: readNumber('context', args.value('context'), MAX_CONTEXT),
});

const MAX_CONTEXT = 1_000;

function readNumber(name: string, value: string | undefined, most: number): number {
  if (value === undefined) return 0;
  if (!/^\d{1,9}$/.test(value) || Number(value) > most)
    throw new UsageError(`--${name} takes a number from 0 to ${most}, not "${value}"`);
  return Number(value);
}

function readNames(value: string | undefined): string[] {
  return readList('only', value, [...KINDS, ...CHANGE_CLASSES]);
}

const readDirections = (value: string | undefined): Direction[] => readList('direction', value, DIRECTIONS);

function readList<T extends string>(option: string, value: string | undefined, known: readonly T[]): T[] {
  const names = (value ?? '').split(',').flatMap((name) => name.trim() || []);
  for (const name of names) {
    if (!(known as readonly string[]).includes(name))
      throw new UsageError(`--${option} does not know "${name}"; it takes ${known.join(', ')}`);
  }
  if (value !== undefined && names.length === 0) throw new UsageError(`--${option} takes at least one name`);
  return names as T[];
}
