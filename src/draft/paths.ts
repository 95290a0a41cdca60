import type { ClauseDraft } from './clause-builder.ts';
import { isBullet } from './labels.ts';

/** Longest part of a path taken from an unnumbered heading, in characters. */
const MAX_HEADING = 40;

/**
 * The path of each clause: the labels from the top, without their punctuation (`II/4/a`). What has no label is
 * counted among its like: `¶2` the second unnumbered paragraph, `–3` the third dash, `r1` the first row. The title
 * of the whole text is not repeated in front of everything.
 */
export function pathsOf(clauses: readonly ClauseDraft[], texts: readonly string[]): string[] {
  const paths: string[] = [];
  const counts = new Map<string, number>();
  const used = new Map<string, number>();
  const title = titleOf(clauses);

  clauses.forEach((clause, i) => {
    const above = clause.parent < 0 || clause.parent === title ? '' : `${paths[clause.parent]}/`;
    const name = i === title ? 'title' : nameOf(clause, texts[i] as string, above, counts);
    const path = above + name;
    const repeats = (used.get(path) ?? 0) + 1;
    used.set(path, repeats);
    paths.push(repeats === 1 ? path : `${path}~${repeats}`);
  });
  return paths;
}

/** Index of the heading that stands over everything, or -1. */
function titleOf(clauses: readonly ClauseDraft[]): number {
  const [first] = clauses;
  if (first?.type !== 'section' || first.label !== undefined) return -1;
  const isOnlyOne = clauses.every((clause, i) => i === 0 || clause.type !== 'section' || clause.parent >= 0);
  return isOnlyOne ? 0 : -1;
}

function nameOf(clause: ClauseDraft, text: string, above: string, counts: Map<string, number>): string {
  const { label, type } = clause;
  if (type === 'footnote') return `fn${label?.value ?? ''}`;
  if (label && !isBullet(label)) return core(label.text);
  if (type === 'section') return heading(text);
  const sign = label ? '–' : type === 'row' ? 'r' : '¶';
  const count = (counts.get(above + sign) ?? 0) + 1;
  counts.set(above + sign, count);
  return sign + count;
}

function withoutStops(label: string): string {
  let end = label.length;
  while (end > 0 && '.:'.includes(label[end - 1] as string)) end--;
  return label.slice(0, end);
}

const core = (label: string): string =>
  withoutStops(label.replace(/^\((.*)\)$/, '$1').replace(/^([^(]*)\)$/, '$1'))
    .replace(/\s+/g, ' ')
    .replaceAll('/', '∕');

function heading(text: string): string {
  const short =
    [...text].length > MAX_HEADING
      ? `${[...text]
          .slice(0, MAX_HEADING - 1)
          .join('')
          .trimEnd()}…`
      : text;
  return short.replaceAll('/', '∕') || '¶';
}
