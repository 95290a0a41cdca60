import type { Comparison, Link } from '../compare/comparison.ts';
import { oneLine } from '../report/visible.ts';

/** The old and the new wording of a clause, each with its draft and place, to be pasted into a mail. */
export function quotation({ old, new: newer }: Comparison, link: Link): string {
  const side = (name: string, clauses: Link['old']): string[] =>
    clauses.map(
      ({ path, label, text }) =>
        `${oneLine(name)}, ${oneLine(path)}: “${oneLine(`${label} ${text}`.trim())}”`,
    );
  return [...side(old.name, link.old), ...side(newer.name, link.new)].join('\n');
}
