import { type Token, tokenize } from '../draft/tokens.ts';

/**
 * Tokens for marking: what a reader takes in as one thing is one unit, so that no mark ends inside it.
 *
 *     EUR 150 billion      2 %      6 March 2025      6. März 2025      March 2025      EUCO 10/25
 */
export type Unit = Token;

const CURRENCY = /^(?:EUR|USD|GBP|CHF|UAH|JPY|CNY|SEK|PLN|€|\$|£|¥)$/;
const NUMBER = /^\p{N}/u;
const MAGNITUDE =
  /^(?:thousand|million|millions|billion|billions|trillion|bn|mn|tausend|million(?:en)?|milliarden?|mio|mrd|mille|milliards?|millones|mil|milioni|miliardi)$/i;
const PERCENT = /^(?:%|percent|prozent|pourcent)$/i;
const YEAR = /^(?:19|20)\p{N}{2}$/u;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$/i;
const SERIES = /^\p{Lu}{2,}$/u;
const DOCUMENT_NUMBER = /^\p{N}+\/\p{N}+/u;

export function readUnits(text: string): Unit[] {
  const tokens = tokenize(text);
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = unitLength(tokens, i);
    const first = tokens[i] as Token;
    const last = tokens[i + length - 1] as Token;
    const key =
      length === 1
        ? first.key
        : tokens
            .slice(i, i + length)
            .map((token) => token.key)
            .join(' ');
    units.push({
      start: first.start,
      endExclusive: last.endExclusive,
      key,
      word: first.word || length > 1,
    });
    i += length;
  }
  return units;
}

/** How many tokens from `at` are one unit. */
function unitLength(tokens: readonly Token[], at: number): number {
  const is = (offset: number, pattern: RegExp): boolean => pattern.test(tokens[at + offset]?.key ?? '');
  if (is(0, CURRENCY) && is(1, NUMBER)) return is(2, MAGNITUDE) ? 3 : 2;
  if (is(0, NUMBER)) {
    if (is(1, MONTH)) return is(2, YEAR) ? 3 : 2;
    if (is(1, /^\.$/) && is(2, MONTH)) return is(3, YEAR) ? 4 : 3;
    if (is(1, PERCENT)) return 2;
    if (is(1, /^per$/i) && is(2, /^cent$/i)) return 3;
    if (is(1, MAGNITUDE)) return is(2, CURRENCY) ? 3 : 2;
    return is(1, CURRENCY) ? 2 : 1;
  }
  if (is(0, MONTH) && is(1, YEAR)) return 2;
  return is(0, SERIES) && is(1, DOCUMENT_NUMBER) ? 2 : 1;
}
