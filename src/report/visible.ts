import { codePointName } from '../draft/hidden-characters.ts';

/**
 * Makes text from an untrusted source safe for a terminal and for any format: nothing it holds can move the cursor,
 * reorder a line or ring a bell, and nothing stands there unseen. Control characters become their pictures, what has no
 * shape its code point; soft hyphens, which only say where a word may break, go. Joiners and selectors that scripts and
 * emoji need stay, one at a time.
 */
export function visible(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text;
  return text
    .replace(/\u00ad/g, '')
    .replace(/[\0-\x09\x0b-\x1f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replace(/\x7f/g, '␡')
    .replace(/((?:\u200c|\u200d|[\ufe00-\ufe0f]){2})(?:\u200c|\u200d|[\ufe00-\ufe0f])+/g, '$1')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1…')
    .replace(HIDDEN, named);
}

/** Text as a part of one line: a line feed in it is a blank. */
export const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');

const named = (char: string): string => `⟨${codePointName(char)}⟩`;

/** Scripts that have no use for joiners and selectors: there they only hide. */
const UNJOINED = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]';
const JOINERS = '\\u200c|\\u200d|[\\ufe00-\\ufe0f]';
/** What shapes the letter or sign before it, in some script. */
const SHAPERS = `${JOINERS}|[\\u180b-\\u180f\\u115f\\u1160\\u{e0100}-\\u{e01ef}]`;

/** C1 controls, what is no character, lone surrogates, format characters, and what a font shows as nothing. */
const HIDDEN = new RegExp(
  `[\\x80-\\x9f\\u2028\\u2029\\ufdd0-\\ufdef\\ufffe\\uffff\\p{Cs}]|(?!${SHAPERS})[\\p{Cf}\\p{DI}]|(?<=${UNJOINED})(?:${SHAPERS})|(?:${JOINERS})(?=${UNJOINED})`,
  'gu',
);

/** Blanks other than the usual one, hyphens, and what has no shape of its own. */
const NAMELESS = new RegExp(`[^\\S ]|[\\u00ad\\u2010-\\u2015]|${SHAPERS}`, 'gu');

/** Names a character that has no shape of its own, for a note: `⟨U+00A0⟩` instead of a blank. */
export const nameBlanks = (text: string): string => visible(text.replace(NAMELESS, named));
