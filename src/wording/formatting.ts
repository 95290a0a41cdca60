import type { Clause, Mark } from '../draft/draft.ts';
import { isBullet } from '../draft/labels.ts';
import { type Change, neutralChange } from './change.ts';

/**
 * What differs between two paired clauses besides their words: the shape of the label, emphasis and links, and, if
 * nothing else shows it, the Markdown they are written in.
 *
 * @param alreadyShown whether another change or flag of the link tells that the two are not the same
 */
export function formattingChanges(
  old: Clause,
  newer: Clause,
  sources: { readonly old: string; readonly new: string },
  alreadyShown: boolean,
): Change[] {
  const changes: Change[] = [];
  const [a, b] = [old.label?.text ?? '', newer.label?.text ?? ''];
  if (a !== b && !isRenumbered(old, newer)) {
    changes.push(neutralChange('formatting', 'label', a, b, 'the same number or dash, printed otherwise'));
  }
  const [x, y] = [describeMarks(old), describeMarks(newer)];
  if (old.text === newer.text && x !== y) {
    changes.push(neutralChange('formatting', 'emphasis', x, y, 'the same words, marked up otherwise'));
  }
  if (changes.length === 0 && !alreadyShown) {
    const [p, q] = [rawText(old, sources.old), rawText(newer, sources.new)];
    if (p !== q && visible(p) !== visible(q)) {
      changes.push(neutralChange('formatting', 'markup', p, q, 'the same text in other Markdown'));
    }
  }
  return changes;
}

/** A dash has no number, and `a)` and `(a)` are the same one. */
export function isRenumbered({ label: old }: Clause, { label: newer }: Clause): boolean {
  if (old === undefined || newer === undefined) {
    const only = old ?? newer;
    return only !== undefined && !isBullet(only);
  }
  return old.style !== 'footnote' && old.value !== newer.value;
}

function describeMarks({ marks, text }: Clause): string {
  const describe = ({ type, start, endExclusive, target }: Mark): string =>
    `${type} “${text.slice(start, endExclusive)}”${target === undefined ? '' : ` ${target}`}`;
  return marks.map(describe).join(', ');
}

const rawText = ({ spans }: Clause, source: string): string =>
  spans.map(({ start, endExclusive }) => source.slice(start, endExclusive)).join(' ');

const visible = (text: string): string => text.replace(/\s/g, '');
