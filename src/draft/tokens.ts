import { foldTypography } from './fold.ts';

/**
 * A token of a clause's text: a word of any script, a number with its separators, a footnote reference, or one
 * other character. Blanks are no tokens; they lie between them.
 */
export interface Token {
  readonly start: number;
  readonly endExclusive: number;
  /** Folded for typography; two tokens are the same word if their keys are equal. Case is kept. */
  readonly key: string;
  readonly word: boolean;
}

const HYPHENS = '\\-\u2010\u2011';
const APOSTROPHES = "'\u2019\u02bc";
/** Not visible and never a boundary: soft hyphen, zero-width and directional marks. */
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069';
/** Scripts written without blanks between words: every character is a word. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_${INVISIBLE}])`;

const TOKEN = new RegExp(
  [
    '\\[\\^[^\\]\\s]+\\]',
    '\\p{N}{1,3}(?:[ \u00a0\u202f\u2009]\\p{N}{3})+(?!\\p{N})',
    `\\p{N}+(?:[.,:/]\\p{N}+)*(?:${LETTER}+|%)?(?:[${HYPHENS}]${LETTER}+)*`,
    `[${UNSPACED}]\\p{M}*`,
    `${LETTER}+(?:[${HYPHENS}${APOSTROPHES}\u00b7.]${LETTER}+)*`,
    '[^\\s]',
  ].join('|'),
  'gu',
);

const WORD = /[\p{L}\p{N}]/u;
const FOOTNOTE_REFERENCE = /^\[\^/;

/** The key shared by all footnote references: which footnote it is, is decided by aligning the footnotes. */
const FOOTNOTE_KEY = '[^]';

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const reference = FOOTNOTE_REFERENCE.test(raw) && raw.length > 3;
    const key = reference ? FOOTNOTE_KEY : foldTypography(raw);
    if (key === '' || key === ' ') continue;
    const start = match.index;
    tokens.push({ start, endExclusive: start + raw.length, key, word: !reference && WORD.test(raw) });
  }
  return tokens;
}
