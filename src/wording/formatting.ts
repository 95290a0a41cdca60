import type { Clause, Mark } from '../draft/draft.ts';
import { isBullet } from '../draft/labels.ts';
import { type Change, neutralChange, substantiveChange } from './change.ts';
import { difference } from './site-reader.ts';

/**
 * What differs between two paired clauses besides their words: the shape of the label, emphasis, links and line breaks,
 * the lines of code, and, if nothing else shows it, the Markdown they are written in. Where a link leads is a reference.
 *
 * @param alreadyShown whether another change or flag of the link tells that the two are not the same
 */
export function formattingChanges(
  old: Clause,
  newer: Clause,
  sources: { readonly old: string; readonly new: string },
  alreadyShown: boolean,
): Change[] {
  const [a, b] = [old.label?.text ?? '', newer.label?.text ?? ''];
  const isPrintedOtherwise = a !== b && !isRenumbered(old, newer);
  const changes = [
    ...(isPrintedOtherwise
      ? [neutralChange('formatting', 'label', a, b, 'the same number or dash, printed otherwise')]
      : []),
    ...markChanges(old, newer),
    ...lineBreakChanges(old, newer, sources),
    ...layoutChanges(old, newer),
  ];
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
  const areNotes = old.style === 'footnote' && newer.style === 'footnote';
  return !areNotes && old.value !== newer.value;
}

/** A mark with the words it lies on. */
interface MarkedWords {
  readonly mark: Mark;
  readonly words: string;
}

function markChanges(old: Clause, newer: Clause): Change[] {
  const sides = { old: markedWords(old), new: markedWords(newer) };
  if (sides.old.length + sides.new.length === 0) return [];
  const isSameText = old.text === newer.text;
  const placeOf = ({ mark }: MarkedWords): string => (isSameText ? `${mark.start} ` : '');
  const left = difference(sides.old, sides.new, (one) => placeOf(one) + describe(one));
  const led = difference(
    left.old.filter(isLink),
    left.new.filter(isLink),
    (one) => `${placeOf(one)}${one.mark.type} ${one.words}`,
  );
  const addresses = new Set(led.both.flat());
  const rest = {
    old: left.old.filter((one) => !addresses.has(one)),
    new: left.new.filter((one) => !addresses.has(one)),
  };
  const shown = isSameText
    ? {
        old: rest.old.length + rest.new.length > 0 ? sides.old : [],
        new: rest.new.length + rest.old.length > 0 ? sides.new : [],
      }
    : { old: onKeptWords(rest.old, newer), new: onKeptWords(rest.new, old) };
  return [
    ...led.both.flatMap(([was, is]) => addressChange(was, is)),
    ...emphasisChanges(shown.old, shown.new),
  ];
}

const markedWords = ({ marks, text }: Clause): MarkedWords[] =>
  marks
    .filter(({ type }) => type !== 'delete' && type !== 'hidden' && type !== 'layout')
    .map((mark) => ({ mark, words: text.slice(mark.start, mark.endExclusive) }));

const isLink = ({ mark }: MarkedWords): boolean => mark.type === 'link' || mark.type === 'image';

/** Beside changed words: only what the other draft has too, but marked up otherwise. */
const onKeptWords = (marked: readonly MarkedWords[], { text }: Clause): MarkedWords[] =>
  marked.filter(({ words }) => text.includes(words));

function emphasisChanges(old: readonly MarkedWords[], newer: readonly MarkedWords[]): Change[] {
  if (old.length + newer.length === 0) return [];
  const [x, y] = [old, newer].map((all) => all.map(describe).join(', ')) as [string, string];
  return [neutralChange('formatting', 'emphasis', x, y, 'the same words, marked up otherwise')];
}

/** An address that is its own text has changed with it. */
function addressChange({ mark: was }: MarkedWords, { mark: is, words }: MarkedWords): Change[] {
  const wording = { old: was.target ?? '', new: is.target ?? '' };
  if (words === wording.old || words === wording.new) return [];
  const note = is.type === 'image' ? 'another image' : `the link “${words}” leads elsewhere`;
  return [substantiveChange('reference', 'changed', 'address', wording, note)];
}

const describe = ({ mark: { type, target }, words }: MarkedWords): string =>
  `${type} “${words}”${target === undefined ? '' : ` ${target}`}`;

function lineBreakChanges(
  old: Clause,
  newer: Clause,
  sources: { readonly old: string; readonly new: string },
): Change[] {
  const breaksIn = (clause: Clause, source: string): string[] =>
    clause.type === 'code' ? [] : hardBreaks(rawText(clause, source));
  const words = difference(breaksIn(old, sources.old), breaksIn(newer, sources.new), (word) => word);
  const isKept = (word: string): boolean => old.text.includes(word) && newer.text.includes(word);
  const told = (all: readonly string[]): string =>
    all
      .filter((word) => old.text === newer.text || isKept(word))
      .map((word) => `after “${word}”`)
      .join(', ');
  const [was, is] = [told(words.old), told(words.new)];
  if (was === is) return [];
  return [neutralChange('formatting', 'line-break', was, is, 'a line is broken on purpose here')];
}

/** The words behind which a line ends whatever its length, by two blanks or a backslash at its end. */
function hardBreaks(raw: string): string[] {
  const lines = raw.split(/\r\n?|\n/);
  return lines.slice(0, -1).flatMap((line, i) => {
    const isHard = line.endsWith('  ') || (line.endsWith('\\') && !line.endsWith('\\\\'));
    if (!isHard || line.trim() === '' || lines[i + 1]?.trim() === '') return [];
    const words = line.replace(/\\$/, '').trimEnd();
    return [words.slice(words.lastIndexOf(' ') + 1)];
  });
}

/** The same code on other lines, or with other blanks. */
function layoutChanges(old: Clause, newer: Clause): Change[] {
  if (old.text !== newer.text) return [];
  const [a, b] = [layoutOf(old), layoutOf(newer)];
  if (a === b) return [];
  return [neutralChange('formatting', 'code', a, b, 'the same code with other lines or indentation')];
}

const layoutOf = ({ marks }: Clause): string => marks.find(({ type }) => type === 'layout')?.target ?? '';

const rawText = ({ spans }: Clause, source: string): string =>
  spans.map(({ start, endExclusive }) => source.slice(start, endExclusive)).join(' ');

const visible = (text: string): string => text.replace(/\s/g, '');
