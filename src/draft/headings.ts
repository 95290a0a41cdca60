import type { Block } from './blocks.ts';
import { readLabels } from './labels.ts';
import { withoutNotes } from './note-references.ts';

/** Longest heading that is not marked as one, in words. */
const MAX_WORDS = 16;

const ANNEX = /^(?:annexe?|anhang|anlage|anexo|allegato|appendix|bijlage)(?:\s+(?:[IVXLC]+|\d+|[A-Z]))?$/iu;

/**
 * The style of a heading that Markdown takes for a paragraph: a bold line, a line that is a Roman number or a
 * capital and a short title (`II. EUROPEAN DEFENCE`), `ANNEX`, or `Article 5` alone. Undefined for ordinary text.
 * Lines of one style are siblings.
 */
export function implicitHeading(block: Block): string | undefined {
  if (block.kind !== 'paragraph' || block.marker !== undefined || block.footnote !== undefined)
    return undefined;
  if (block.containers.length > 0) return undefined;
  if (block.heading !== undefined) return block.heading;
  const text = block.flow.text.trim();
  if (text === '' || text.includes('\n') || text.split(/\s+/).length > MAX_WORDS) return undefined;
  if (ANNEX.test(text) && text.slice(0, 2) === text.slice(0, 2).toUpperCase()) return 'annex';
  if (/[.;,:!?]$/.test(text) && !/^\S+\.$/.test(text)) return undefined;

  const [reading] = readLabels(text, 'heading');
  const title = reading ? text.slice(reading.length) : text;
  if (isWhollyBold(block)) return ANNEX.test(text) ? 'annex' : `bold ${reading?.label.style ?? ''}`.trim();
  if (!reading) return undefined;
  const { style } = reading.label;
  if (/ROMAN|ALPHA/.test(style) && title !== '' && (reading.weak === false || isUpperCase(title))) {
    return isUpperCase(title) || style.includes('ROMAN') ? style : undefined;
  }
  const isDivision = /^\p{L}/u.test(style) && !/^(?:num|alpha|ALPHA|roman|ROMAN|decimal|bullet)/.test(style);
  return isDivision && title === '' ? style : undefined;
}

/** Whether a line that stands below `ANNEX I` or `Article 5` reads as its title. */
export function isTitle(line: string): boolean {
  const text = withoutNotes(line).trim();
  if (/[.;,:!?]$/.test(text) || text.split(/\s+/).length > MAX_WORDS) return false;
  return readLabels(text, 'paragraph').length === 0;
}

function isWhollyBold({ flow }: Block): boolean {
  const start = flow.text.length - flow.text.trimStart().length;
  const end = flow.text.trimEnd().length;
  return flow.marks.some(
    (mark) => mark.type === 'strong' && mark.start <= start && mark.endExclusive >= end && end > start,
  );
}

const isUpperCase = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
