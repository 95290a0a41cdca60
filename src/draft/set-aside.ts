import type { SkippedNode } from './blocks.ts';
import type { Clause, SetAside, Span } from './draft.ts';
import type { SourceLines } from './source-lines.ts';

/**
 * All that is visible in the source and in no clause, in order: the nodes that were skipped, and as `markup`
 * whatever else lies between clauses (a table's ruler, the `>` of an empty quoted line). So clauses and set-aside
 * together hold every visible character.
 */
export function setAsideOf(
  source: string,
  lines: SourceLines,
  clauses: readonly Clause[],
  skipped: readonly SkippedNode[],
): SetAside[] {
  const found: SetAside[] = [];
  const add = (kind: SetAside['kind'], span: Span): void => {
    const raw = source.slice(span.start, span.endExclusive);
    const text = raw.trim();
    if (text === '') return;
    const start = span.start + raw.indexOf(text);
    const endExclusive = start + text.length;
    found.push({
      kind,
      start,
      endExclusive,
      text,
      lines: [lines.lineAt(start), lines.lineAt(endExclusive - 1)],
    });
  };

  const covered: (Span & Partial<SkippedNode>)[] = clauses.flatMap((clause) => clause.spans);
  for (const node of skipped) covered.push(node);
  covered.sort((a, b) => a.start - b.start || a.endExclusive - b.endExclusive);
  let end = 0;
  for (const span of covered) {
    if (span.start > end) add('markup', { start: end, endExclusive: span.start });
    if (span.kind !== undefined) add(span.kind, span);
    end = Math.max(end, span.endExclusive);
  }
  if (source.length > end) add('markup', { start: end, endExclusive: source.length });
  return found;
}
