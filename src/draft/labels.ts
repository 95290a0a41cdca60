import type { Label } from './draft.ts';

/**
 * Reads the label at the start of a line, as printed. Pure grammar: whether a line may carry a label at all, and
 * which of two readings holds (`i)` after `h)` is a letter, otherwise a Roman number), depends on the labels before
 * it, so a reading names its ordinal and the tree decides.
 */
export interface LabelReading {
  readonly label: Label;
  /** Place in its series, from 1; 0 where a series has no order (dashes) or the order is not known. */
  readonly ordinal: number;
  /** UTF-16 length of the label and the blanks behind it. */
  readonly length: number;
  /** True if ordinary text may well begin like this (`A. Smith`), so that only the right place in a series counts. */
  readonly weak: boolean;
}

const MULTIPLICATIVE = 'bis|ter|quater|quat|quinquies|sexies|septies|octies|novies|decies';
const NUMBER = `\\d{1,3}(?:[a-z](?![a-z])|\\s?(?:${MULTIPLICATIVE}))?`;

const ANNEX_WORDS = 'annexe?|anhang|anlage|anexo|allegato|załącznik|bijlage|appendix|schedule';
const DIVISIONS =
  'article|artikel|art[íi]culo|articolo|artigo|artykuł|articolul|статья|член|άρθρο|art\\.|' +
  `${ANNEX_WORDS}|` +
  'section|sección|sezione|abschnitt|unterabschnitt|afdeling|chapter|chapitre|kapitel|capítulo|capo|hoofdstuk|' +
  'title|titre|titel|título|titolo|part|partie|teil|parte|deel|book|livre|buch|libro|principle|recital';
/** Only these may open a paragraph; the others are labels in headings alone. */
const PARAGRAPH_DIVISIONS = /^(?:art|статья|член|άρθρο|annex|anhang|anlage|anexo|allegato|§)/i;

const GAP = '(?:[ \\t\\u00a0\\u202f]+|$)';
const PATTERNS = {
  bullet: new RegExp(`^([–—−•·▪◦‣●○■□➢])${GAP}`, 'u'),
  decimal: new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3})+(?:[a-z]|${MULTIPLICATIVE})?)(\\.?)${GAP}`, 'u'),
  number: new RegExp(`^(\\(?)(${NUMBER})([.)])${GAP}`, 'u'),
  plainNumber: new RegExp(`^(\\d{1,3}(?:${MULTIPLICATIVE}))${GAP}`, 'u'),
  letter: new RegExp(`^(\\(?)([a-z]|([a-z])\\3|[ivxl]{2,7})([.)])${GAP}`, 'u'),
  capital: new RegExp(`^(\\(?)([A-Z]|[IVXL]{2,7})([.)])${GAP}`, 'u'),
  paragraphSign: new RegExp(`^(§{1,2}\\s*\\d+[a-z]*)(?:\\.|${GAP})${GAP.replace('+', '*')}`, 'u'),
  division: new RegExp(
    `^((${DIVISIONS})[ \\t\\u00a0]+(\\d+(?:[-.]\\d+)*(?:\\s?(?:${MULTIPLICATIVE})|[a-z]?)(?:\\s?\\(\\d+[a-z]?\\))*|[IVXLC]+|[A-Z]|premier))(?![\\p{L}\\p{N}])([.:]?)[ \\t\\u00a0]*`,
    'iu',
  ),
  annex: new RegExp(`^(${ANNEX_WORDS})(?:\\s*$|\\s*[–—:-]\\s+)`, 'iu'),
} as const;

/**
 * All readings of the label that `line` begins with, likeliest first; empty if there is none.
 *
 * @param place `heading` allows bare division labels (`Part II The …`); `paragraph` is strict about them
 */
export function readLabels(line: string, place: 'heading' | 'paragraph'): LabelReading[] {
  let match = PATTERNS.bullet.exec(line);
  if (match) return [reading(match[1] as string, '', 'bullet', 0, match[0].length)];
  match = PATTERNS.decimal.exec(line);
  if (match) return [readDecimal(match, line)];
  match = PATTERNS.number.exec(line);
  if (match) return [readNumber(match)];
  match = PATTERNS.plainNumber.exec(line);
  if (match) return [numberReading(match[1] as string, match[1] as string, 'num', match[0].length)];
  match = PATTERNS.letter.exec(line) ?? PATTERNS.capital.exec(line);
  if (match) return readLetter(match);
  match = PATTERNS.paragraphSign.exec(line);
  if (match && divisionMayOpen(line.slice(match[0].length), '', place)) {
    const text = (match[1] as string).trim();
    return [reading(text, text.toLowerCase(), '§', numberIn(text), match[0].length)];
  }
  match = PATTERNS.division.exec(line);
  if (match) return readDivision(match, line, place);
  match = place === 'heading' ? PATTERNS.annex.exec(line) : null;
  if (match)
    return [reading(match[1] as string, (match[1] as string).toLowerCase(), 'annex', 1, match[0].length)];
  return [];
}

/** A label made by a Markdown list: its marker as printed. */
export function readListMarker(marker: string): LabelReading {
  const [numbered] = readLabels(marker, 'paragraph');
  return numbered ?? reading(marker, '', 'bullet', 0, marker.length);
}

export const isBullet = (label: Label): boolean => label.style === 'bullet';

function reading(
  text: string,
  value: string,
  style: string,
  ordinal: number,
  length: number,
  weak = false,
): LabelReading {
  return { label: { text, value, style }, ordinal, length, weak };
}

function numberReading(text: string, value: string, style: string, length: number): LabelReading {
  return reading(text, value.replace(/\s/g, '').toLowerCase(), style, numberIn(value), length);
}

const numberIn = (text: string): number => Number(text.match(/\d+/g)?.at(-1) ?? 0);

function readNumber([whole, open = '', value = '', close = '']: RegExpExecArray): LabelReading {
  return numberReading(open + value + close, value, `${open}num${close}`, whole.length);
}

/** `1.2 Text` is a label; `1.5 million` is text: without a closing dot it needs its place in a series. */
function readDecimal([whole, value = '', dot = '']: RegExpExecArray, line: string): LabelReading {
  const style = `decimal${value.split('.').length}`;
  const startsSentence = /^[\p{Lu}\p{Lo}[(*"“„«]/u.test(line.slice(whole.length));
  return reading(
    value + dot,
    value.toLowerCase(),
    style,
    numberIn(value),
    whole.length,
    !dot && !startsSentence,
  );
}

function readLetter(match: RegExpExecArray): LabelReading[] {
  const [whole, open = '', value = ''] = match;
  const close = match[match.length - 1] as string;
  const capital = value !== value.toLowerCase();
  const text = open + value + close;
  const lower = value.toLowerCase();
  const weak = close === '.' && value.length === 1;
  const alpha = reading(
    text,
    lower,
    `${open}${capital ? 'ALPHA' : 'alpha'}${lower.length > 1 ? '2' : ''}${close}`,
    lower.charCodeAt(0) - 96,
    whole.length,
    weak,
  );
  const number = romanNumber(lower);
  const isDouble = lower.length === 2 && lower[0] === lower[1];
  if (number === 0) return lower.length === 1 || isDouble ? [alpha] : [];
  const roman = reading(
    text,
    lower,
    `${open}${capital ? 'ROMAN' : 'roman'}${close}`,
    number,
    whole.length,
    weak,
  );
  if (lower === 'i') return [roman, alpha];
  if (lower.length === 1) return [alpha, roman];
  return isDouble ? [roman, alpha] : [roman];
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a well-formed Roman number up to 89, or 0. */
function romanNumber(text: string): number {
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return 0;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = ROMAN_DIGITS[text[i] as string] as number;
    const next = ROMAN_DIGITS[text[i + 1] ?? ''] ?? 0;
    sum += digit < next ? -digit : digit;
  }
  return sum;
}

function readDivision(match: RegExpExecArray, line: string, place: 'heading' | 'paragraph'): LabelReading[] {
  const [whole, name = '', division = '', number = '', stop = ''] = match;
  const rest = line.slice(whole.length);
  if (place === 'paragraph' && !PARAGRAPH_DIVISIONS.test(name)) return [];
  if (!divisionMayOpen(rest, stop, place, division.endsWith('.'))) return [];
  const text = name + (stop === '.' ? '.' : '');
  const roman = romanNumber(number.toLowerCase());
  const ordinal =
    numberIn(number) || roman || (number.length === 1 ? number.toLowerCase().charCodeAt(0) - 96 : 1);
  const value = name.toLowerCase().replace(/[\s\u00a0]+/g, ' ');
  const dash = place === 'heading' ? (/^[–—-]\s+/.exec(rest)?.[0].length ?? 0) : 0;
  return [reading(text, value, division.toLowerCase(), ordinal, whole.length + dash)];
}

/**
 * In a paragraph `Article 5` is a label only if it stands alone or is set off, because "Article 5 of the Treaty
 * provides …" is text; `Art. 5` and `§ 5` may also be followed at once by a sentence.
 */
function divisionMayOpen(rest: string, stop: string, place: 'heading' | 'paragraph', short = true): boolean {
  if (place === 'heading' || rest.trim() === '' || stop !== '' || /^[–—-]\s/.test(rest)) return true;
  return short && /^\p{Lu}\p{Ll}|^\p{Lu}\s\p{Ll}|^\(/u.test(rest);
}
