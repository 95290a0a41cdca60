import { foldTypography } from './fold.ts';

/**
 * A token of a clause's text: a word of any script, a number with its separators, a footnote reference, or one
 * other character. Blanks are no tokens; they lie between them.
 *
 *     States’ low-carbon goals   →  States | ’ | low-carbon | goals
 *     EUR 3 000, 2.5 % [^4]      →  EUR | 3 000 | , | 2.5 | % | [^4]
 *     理事会                      →  理 | 事 | 会
 */
export interface Token {
  readonly start: number;
  readonly endExclusive: number;
  /** Folded for typography; two tokens are the same word if their keys are equal. Case is kept. */
  readonly key: string;
  readonly word: boolean;
}

/** What a character can be part of. `joiner` binds letters on both sides, `separator` digits, `dot` either. */
type CharClass =
  | 'blank'
  | 'letter'
  | 'digit'
  | 'single'
  | 'joiner'
  | 'separator'
  | 'dot'
  | 'invisible'
  | 'other';

/** The key shared by all footnote references: which footnote it is, is decided by aligning the footnotes. */
const FOOTNOTE_KEY = '[^]';

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    const first = classAt(text, at);
    at += lengthAt(text, at);
    if (first === 'blank' || first === 'invisible') continue;
    if (first === 'letter') at = wordEnd(text, at);
    else if (first === 'digit') at = numberEnd(text, start, at);
    else if (text.startsWith('...', start)) at = start + 3;
    else {
      const end = text.startsWith('[^', start) ? footnoteEnd(text, at) : -1;
      if (end > 0) {
        tokens.push({ start, endExclusive: end, key: FOOTNOTE_KEY, word: false });
        at = end;
        continue;
      }
      at = clusterEnd(text, start, at);
    }
    const word = first === 'letter' || first === 'digit' || first === 'single';
    const printed = text.slice(start, at);
    tokens.push({ start, endExclusive: at, key: foldTypography(printed) || printed, word });
  }
  return tokens;
}

/** Letters, marks and digits, and what joins them: `co‑legislators`, `l’Union`, `p.m`, `post-2020`. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const found = classAt(text, at);
    if (found === 'letter' || found === 'digit' || found === 'invisible') at += lengthAt(text, at);
    else if ((found === 'joiner' || found === 'dot') && isWordAt(text, at + 1)) at += 1;
    else break;
  }
  return at;
}

/** `3 000`, `2.5`, `15381/06`, `2(3)` is two; a suffix belongs to the number: `3bis`, `21st`, `20-fold`. */
function numberEnd(text: string, start: number, from: number): number {
  let at = from;
  while (at < text.length) {
    const found = classAt(text, at);
    if (found === 'digit' || found === 'invisible') at += lengthAt(text, at);
    else if ((found === 'separator' || found === 'dot') && classAt(text, at + 1) === 'digit') at += 1;
    else break;
  }
  if (at - start <= 3) at = thousandsEnd(text, at);
  const next = classAt(text, at);
  if (next === 'letter' || (next === 'joiner' && text[at] !== "'" && isWordAt(text, at + 1)))
    return wordEnd(text, at);
  return at;
}

function thousandsEnd(text: string, from: number): number {
  let at = from;
  while (/[ \u00a0\u202f\u2009]/.test(text[at] ?? '') && isThreeDigits(text, at + 1)) at += 4;
  return at;
}

const isThreeDigits = (text: string, at: number): boolean =>
  [0, 1, 2].every((i) => classAt(text, at + i) === 'digit') && classAt(text, at + 3) !== 'digit';

function footnoteEnd(text: string, from: number): number {
  const end = text.indexOf(']', from);
  return end > from + 1 && !/\s/.test(text.slice(from, end)) ? end + 1 : -1;
}

const ZERO_WIDTH_JOINER = 0x200d;

/** One character as a reader counts them: marks on it, what is joined to it, a skin tone, the second half of a flag. */
function clusterEnd(text: string, start: number, from: number): number {
  let at = from;
  if (isRegional(text, start) && isRegional(text, at)) at += 2;
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    if (code === ZERO_WIDTH_JOINER && at + 1 < text.length) at += 1 + lengthAt(text, at + 1);
    else if (isMark(text, at) || isSkinTone(code) || isTag(code)) at += lengthAt(text, at);
    else break;
  }
  return at;
}

const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;

/** What tells the flag of one part of a country from that of another. */
const isTag = (code: number): boolean => code >= 0xe0020 && code <= 0xe007f;

function isRegional(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

function isWordAt(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === 'letter' || found === 'digit';
}

const isMark = (text: string, at: number): boolean =>
  classAt(text, at) === 'letter' && /^\p{M}/u.test(text.slice(at, at + 2));

const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function classAt(text: string, at: number): CharClass {
  const unit = text.charCodeAt(at);
  return unit < SURROGATES ? unitClass(unit) : classify(String.fromCodePoint(text.codePointAt(at) ?? BLANK));
}

function unitClass(unit: number): CharClass {
  const known = classes[unit];
  if (known !== undefined) return known;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

const SURROGATES = 0xd800;
const BLANK = 0x20;
/** By UTF-16 unit, filled as characters are met. */
const classes = new Array<CharClass | undefined>(SURROGATES).fill(undefined);

function classify(char: string): CharClass {
  if (/[a-zA-Z_]/.test(char)) return 'letter';
  if (/[0-9]/.test(char)) return 'digit';
  if (char === '.') return 'dot';
  if (/[,:/]/.test(char)) return 'separator';
  if (/[-\u2010\u2011'\u2019\u02bc\u00b7\u05f3\u05f4]/.test(char)) return 'joiner';
  if (INVISIBLE.test(char)) return 'invisible';
  if (/\s/.test(char)) return 'blank';
  if (char < '\u0080') return 'other';
  if (/[\u2010-\u2027\u2030-\u205e]/.test(char)) return 'other';
  if (char >= FIRST_UNSPACED && UNSPACED.test(char)) return 'single';
  if (/\p{N}/u.test(char)) return 'digit';
  return /[\p{L}\p{M}]/u.test(char) ? 'letter' : 'other';
}

/** Format characters that show nothing. */
const INVISIBLE = /(?=\p{DI})\p{Cf}/u;

/** Where the scripts without blanks begin; telling earlier characters apart without the costly pattern. */
const FIRST_UNSPACED = '\u0e00';

/** Scripts written without blanks between words: every character is a word. */
const UNSPACED =
  /^(?!\p{M})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
