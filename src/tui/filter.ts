import type { Link } from '../compare/comparison.ts';
import type { Change, ChangeClass, Direction } from '../wording/change.ts';

/** Which changes a reader wants to see; an empty set restricts nothing. */
export interface Filter {
  readonly classes: ReadonlySet<ChangeClass>;
  readonly directions: ReadonlySet<Direction>;
}

export const NO_FILTER: Filter = { classes: new Set(), directions: new Set() };

export const isFiltering = ({ classes, directions }: Filter): boolean => classes.size + directions.size > 0;

/** A clause that moved, came or went without a change of wording passes only where nothing is filtered. */
export const passes = (change: Change | undefined, filter: Filter): boolean =>
  !isFiltering(filter) ||
  (change !== undefined &&
    (filter.classes.size === 0 || filter.classes.has(change.class)) &&
    (filter.directions.size === 0 || filter.directions.has(change.direction)));

export const linkPasses = ({ changes }: Link, filter: Filter): boolean =>
  changes.some((change) => passes(change, filter));

export const filterText = ({ classes, directions }: Filter): string =>
  [[...classes].join(', '), [...directions].join(', ')].filter(Boolean).join('; ');
