import type { Chain, Comparison } from '../compare/comparison.ts';
import type { Format } from './report.ts';
import { safeJson } from './safe-json.ts';

/** The public contract: a comparison for two drafts, a chain for more. */
export const json: Format = {
  name: 'json',
  endings: ['.json'],
  summary: 'the comparison as it is, for programs',
  can: ['chain'],
  write: ({ chain }) => jsonReport(chain.steps.length === 1 ? chain.steps[0]! : chain),
};

/** The comparison, or the chain, as it is. */
export const jsonReport = (result: Comparison | Chain): string => safeJson(result);
