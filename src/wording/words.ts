import { type Token, tokenize } from '../draft/tokens.ts';
import { wordKey } from './lexicon.ts';

/** A clause's text as words: tokens with the keys by which they are matched. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
}

/** A run of words, as indexes of tokens. */
export interface WordSpan {
  readonly start: number;
  readonly endExclusive: number;
}

export function readWords(text: string): Words {
  const tokens = tokenize(text);
  return { text, tokens, keys: tokens.map(({ key }) => wordKey(key)) };
}

/** The text from the first to the last word of a span. */
export function textOf({ text, tokens }: Words, { start, endExclusive }: WordSpan): string {
  if (endExclusive <= start) return '';
  return text.slice(tokens[start]?.start, tokens[endExclusive - 1]?.endExclusive);
}

export const isWithin = (inner: WordSpan, outer: WordSpan): boolean =>
  inner.start >= outer.start && inner.endExclusive <= outer.endExclusive;
