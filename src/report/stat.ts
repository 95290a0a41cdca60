import type { Comparison, Link } from '../compare/comparison.ts';
import { isIdentical } from '../compare/substance.ts';
import { headlineRuns, KINDS } from './headline.ts';
import type { Measure } from './measure.ts';
import { plain, quiet, type Run, wrapRuns } from './runs.ts';
import type { TextOptions } from './text-lines.ts';
import { oneLine } from './visible.ts';

/** Columns kept for the counts. */
const MIN_COUNTS = 12;

/** The headline, and what changed under each section heading of the new draft. */
export function statReport(comparison: Comparison, { width, measure, painter }: TextOptions): string {
  const lines = headlineRuns(comparison).flatMap((row) => wrapRuns(row, width, measure).map(painter.paint));
  lines.push('');
  const sections = bySection(comparison.links);
  const names = sections.map(({ name }) =>
    shorten(name, Math.min(Math.max(12, Math.floor(width / 2)), width - MIN_COUNTS - 3), measure),
  );
  const column = names.reduce((most, name) => Math.max(most, measure(name)), 0) + 3;
  sections.forEach(({ links }, i) => {
    const rows = wrapRuns([countsOf(links)], width - column, measure);
    rows.forEach((row, k) => {
      const name = k === 0 ? ` ${names[i]}` : '';
      lines.push(painter.paint([plain(name + ' '.repeat(column - measure(name))), ...row]));
    });
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function countsOf(links: readonly Link[]): Run {
  const counts = KINDS.flatMap((kind) => {
    const isKind = (link: Link): boolean =>
      kind === 'moved' || kind === 'renumbered' ? link[kind] : link.kind === kind;
    const count = links.filter(isKind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  if (counts.length > 0) return plain(counts.join(', '));
  return quiet(links.every(isIdentical) ? 'unchanged' : 'neutral changes only');
}

function bySection(links: readonly Link[]): { name: string; links: Link[] }[] {
  const sections = [{ name: '(before the first heading)', links: [] as Link[] }];
  for (const link of links) {
    const [clause] = link.new;
    if (clause?.type === 'section') {
      sections.push({ name: oneLine(`${clause.label} ${clause.text}`.trim()), links: [] });
    }
    sections.at(-1)?.links.push(link);
  }
  return sections.filter(({ links: inside }) => inside.length > 0);
}

function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let short = '';
  let used = 1;
  for (const char of text) {
    used += measure(char);
    if (used > width) break;
    short += char;
  }
  return `${short.trimEnd()}…`;
}
