import type { Comparison } from '../compare/comparison.ts';
import { CHANGE_CLASSES, type ChangeClass, DIRECTIONS, type Direction } from '../wording/change.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { remember } from './remember.ts';

/** One line of the filter's dialog. */
export type FilterChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'class'; readonly name: ChangeClass; readonly count: number }
  | { readonly kind: 'direction'; readonly name: Direction; readonly count: number };

/** What occurs in a comparison, with how often. */
export const filterChoices = remember((comparison: Comparison): readonly FilterChoice[] => {
  const changes = comparison.links.flatMap((link) => link.changes);
  const counted = <K extends 'class' | 'direction', N extends string>(kind: K, names: readonly N[]) =>
    names.flatMap((name) => {
      const count = changes.filter((change) => (change[kind] as string) === name).length;
      return count > 0 ? [{ kind, name, count }] : [];
    });
  return [{ kind: 'all' }, ...counted('direction', DIRECTIONS), ...counted('class', CHANGE_CLASSES)];
});

export function toggled({ classes, directions }: Filter, choice: FilterChoice): Filter {
  switch (choice.kind) {
    case 'all':
      return NO_FILTER;
    case 'class':
      return { classes: flipped(classes, choice.name), directions };
    case 'direction':
      return { classes, directions: flipped(directions, choice.name) };
  }
}

function flipped<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
