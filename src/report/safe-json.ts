/**
 * A value as JSON that is safe to print and reads back as the same value: what a terminal obeys, or a reader does not
 * see, is escaped. All JSON of the program is written by it.
 *
 * @param indent blanks of a level; 0 for one line
 */
export const safeJson = (value: unknown, indent = 2): string =>
  `${JSON.stringify(value, null, indent).replace(HIDDEN, escapeUnits)}\n`;

/** JSON allows these in strings. Lone surrogates and the lowest controls are escaped by `JSON.stringify`. */
const HIDDEN = /[\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\p{Cf}\p{DI}]/gu;

const escapeUnits = (char: string): string =>
  char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
