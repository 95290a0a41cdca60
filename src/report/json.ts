import type { Chain, Comparison } from '../compare/comparison.ts';
import type { Format } from './report.ts';

/** The public contract: a comparison for two drafts, a chain for more. */
export const json: Format = {
  name: 'json',
  endings: ['.json'],
  summary: 'the comparison as it is, for programs',
  can: ['chain'],
  write: ({ chain }) => jsonReport(chain.steps.length === 1 ? chain.steps[0]! : chain),
};

/** The comparison as it is. Control characters in a draft's text are escaped, so it is safe to print. */
export const jsonReport = (result: Comparison | Chain): string =>
  `${JSON.stringify(result, null, 2).replace(CONTROL, escapeUnit)}\n`;

/** JSON allows these in strings, terminals obey them. */
const CONTROL = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escapeUnit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
