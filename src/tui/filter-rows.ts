import { isFiltering } from './filter.ts';
import { filterChoices } from './filter-choices.ts';
import type { Look } from './look.ts';
import { fit, run } from './rows.ts';
import { bodyOf, type Dialog, type State } from './state.ts';
import type { ViewRow } from './theme.ts';

/** The filter's choices, those that are on with a cross. */
export function filterRows(
  { comparison, filter, size }: State,
  { at }: Dialog & { kind: 'filter' },
  { measure }: Look,
): ViewRow[] {
  if (!comparison) return [];
  const { columns, rows } = bodyOf(size);
  const choices = filterChoices(comparison);
  const top = Math.max(0, Math.min(at - (rows >> 1), choices.length - rows));
  return choices.slice(top, top + rows).map((choice, i) => {
    const isOn =
      choice.kind === 'all'
        ? !isFiltering(filter)
        : choice.kind === 'class'
          ? filter.classes.has(choice.name)
          : filter.directions.has(choice.name);
    const text =
      choice.kind === 'all' ? 'all changes' : `${choice.name.padEnd(14)} ${String(choice.count).padStart(5)}`;
    const isSelected = top + i === at;
    return fit(
      {
        runs: [run(isSelected ? '▸ ' : '  '), run(isOn ? '[x] ' : '[ ] ', 'key'), run(text)],
        bar: isSelected,
      },
      Math.min(columns, 40),
      measure,
    );
  });
}
