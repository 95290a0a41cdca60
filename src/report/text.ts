import type { Comparison, Link } from '../compare/comparison.ts';
import { hasSubstance } from '../compare/substance.ts';
import { digestRows } from './digest.ts';
import { accountRows, findingRows } from './findings.ts';
import { headlineRuns } from './headline.ts';
import { headRuns, inlineRuns, neutralNote, sideRuns } from './link-runs.ts';
import { plain, quiet, rowWidth, wrapRuns } from './runs.ts';
import { blocksOf } from './selection.ts';
import { LineWriter, type TextOptions } from './text-lines.ts';
import { oneLine } from './visible.ts';

const INDENT = 4;

/** The printed diff: a headline with counts, what to raise, then each changed clause with its marks, the others folded. */
export function textReport(comparison: Comparison, options: TextOptions): string {
  const lines = new LineWriter(options);
  for (const row of headlineRuns(comparison)) lines.write(row);
  lines.gap();
  const digest = digestRows(comparison, options);
  for (const row of digest) lines.write(row, 0, 2);
  if (digest.length > 0) lines.gap();

  let section: Link | undefined;
  for (const block of blocksOf(comparison.links, options)) {
    if (block.kind === 'folded') {
      section = block.links.findLast(isSection) ?? section;
      lines.write([quiet(`… ${foldNote(block.links)}`)], INDENT);
      continue;
    }
    if (section && !isSection(block.link)) writeSection(lines, section);
    section = undefined;
    writeLink(lines, block.link, options);
  }
  lines.gap();
  if (options.only.length === 0) for (const row of accountRows(comparison)) lines.write(row);
  return lines.text();
}

const isSection = (link: Link): boolean => (link.new[0] ?? link.old[0])?.type === 'section';

function writeSection(lines: LineWriter, { new: newer }: Link): void {
  const [clause] = newer;
  if (clause) lines.write([{ text: oneLine(`${clause.label} ${clause.text}`.trim()), tone: 'heading' }]);
}

/** `7 clauses unchanged (5 renumbered), 2 with neutral changes only, 3 with other changes`. */
export function foldNote(links: readonly Link[]): string {
  const other = links.filter(hasSubstance);
  const rest = links.filter((link) => !hasSubstance(link));
  const neutral = rest.filter(({ changes }) => changes.length > 0);
  const unchanged = rest.filter(({ changes }) => changes.length === 0);
  const renumbered = unchanged.filter((link) => link.renumbered).length;
  const notes: string[] = [];
  if (unchanged.length > 0) {
    const clauses = unchanged.length === 1 ? 'clause' : 'clauses';
    notes.push(
      `${unchanged.length} ${clauses} unchanged${renumbered > 0 ? ` (${renumbered} renumbered)` : ''}`,
    );
  }
  if (neutral.length > 0) notes.push(`${neutral.length} with neutral changes only`);
  if (other.length > 0) notes.push(`${other.length} with other changes`);
  return notes.join(', ');
}

function writeLink(lines: LineWriter, link: Link, options: TextOptions): void {
  lines.write(headRuns(link));
  if (options.sideBySide) writeSideBySide(lines, link, options);
  else lines.write(options.painter.mark(inlineRuns(link.edits)), INDENT);
  for (const row of findingRows(link, options, options.marks)) lines.write(row, INDENT, INDENT + 2);
  const note = options.neutral ? '' : neutralNote(link.changes);
  if (note !== '') lines.write([quiet(`neutral: ${note}`)], INDENT);
  lines.gap();
}

function writeSideBySide(lines: LineWriter, { edits }: Link, { width, measure, painter }: TextOptions): void {
  const column = Math.max(8, Math.floor((width - 3) / 2));
  const [left, right] = (['old', 'new'] as const).map((side) =>
    wrapRuns(painter.mark(sideRuns(edits, side)), column, measure),
  );
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const [a, b] = [left?.[i] ?? [], right?.[i] ?? []];
    const padding = ' '.repeat(Math.max(0, column - rowWidth(a, measure)));
    lines.raw([...a, plain(padding), quiet(' │ '), ...b]);
  }
}
