/** A value as indented JSON that is safe to print: what a terminal obeys, or hides, is escaped. */
export const safeJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(CONTROL, escapeUnits)}\n`;

/** JSON allows these in strings. */
const CONTROL = /[\x7f-\x9f\u2028\u2029]|\p{Cf}/gu;

const escapeUnits = (char: string): string =>
  char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
