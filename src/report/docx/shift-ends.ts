import type { TrackedParagraph } from '../tracked-text.ts';

/**
 * Moves the mark of a paragraph's end to the paragraph before, where that one ends with a mark of the same kind.
 *
 *     Loans | [-20-][+15+]¶         Loans | [-20-][+15¶+]
 *     [+Guarantees | 2¶+]      →    [+Guarantees | 2+]¶
 *
 * Both say the same, but LibreOffice takes the two insertions on the left for one, with the end between them that was
 * there before, and joins the paragraphs when the changes are rejected.
 */
export function shiftEnds(paragraphs: readonly TrackedParagraph[]): TrackedParagraph[] {
  const shifted = [...paragraphs];
  for (let at = 0; at < shifted.length; at++) {
    const { end, runs } = shifted[at]!;
    const op = runs.at(-1)?.op;
    if (end !== 'kept' || op === undefined || op === 'kept') continue;
    const isWhole = ({ end: its, runs: parts }: TrackedParagraph): boolean =>
      its === op && parts.every((run) => run.op === op);
    let last = at;
    while (last + 1 < shifted.length && isWhole(shifted[last + 1]!)) last++;
    if (last === at) continue;
    shifted[at] = { ...shifted[at]!, end: op };
    shifted[last] = { ...shifted[last]!, end: 'kept' };
    at = last;
  }
  return shifted;
}
