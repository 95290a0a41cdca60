/**
 * clausediff as a library: read drafts, compare them, use the result.
 *
 * @example
 * const comparison = compare(parseDraft(oldText, 'draft-1.md'), parseDraft(newText, 'draft-2.md'));
 * for (const link of comparison.links) console.log(link.kind, link.new[0]?.path);
 *
 * @module
 */
export type { MatchReason } from './align/pairing.ts';
export { compare } from './compare/compare.ts';
export { compareAll } from './compare/compare-all.ts';
export type * from './compare/comparison.ts';
export type { CompareOptions } from './compare/options.ts';
export { decodeDraft } from './draft/decode.ts';
export type * from './draft/draft.ts';
export { DraftError } from './draft/draft.ts';
export { parseDraft } from './draft/parse-draft.ts';
export type { Change, ChangeClass, Direction } from './wording/change.ts';
export type { Edit } from './wording/edits.ts';
export { builtInLexicon } from './wording/languages.ts';
export type * from './wording/lexicon-data.ts';
export { LexiconError } from './wording/lexicon-error.ts';
export { readLexicon } from './wording/lexicon-schema.ts';
export type { OwnLexicon } from './wording/own-lexicon.ts';
