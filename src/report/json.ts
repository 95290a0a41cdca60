import type { Comparison } from '../compare/comparison.ts';

/** The comparison as it is. Control characters in a draft's text are escaped, so it is safe to print. */
export const jsonReport = (comparison: Comparison): string =>
  `${JSON.stringify(comparison, null, 2).replace(CONTROL, escapeUnit)}\n`;

/** JSON allows these in strings, terminals obey them. */
const CONTROL = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escapeUnit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
