import { isFunctionWord } from './function-words.ts';
import type { SideName, SiteReader } from './site-reader.ts';
import { isWithin, type WordSpan } from './words.ts';

/**
 * Whether a site puts values and qualifiers in the place of others, and nothing else.
 *
 *     5 million for ports, 7 for ferries → 7 million for ports, 5 for ferries      two exchanges
 *     reports by June, answers by July   → answers by July, reports by June        none: the verbs went along
 *     Articles 5 and 7                   → Articles 7 and 5                        none: a list in another order
 */
export function isExchange(sites: readonly SiteReader[], at: number): boolean {
  const reader = sites[at] as SiteReader;
  if (!SIDES.every((side) => holdsOnlyValues(reader, side))) return false;
  return ![sites[at - 1], sites[at + 1]].some((other) => other && isListed(reader, other));
}

const SIDES: readonly SideName[] = ['old', 'new'];

const isContent = (reader: SiteReader, side: SideName, at: number): boolean => {
  const { keys, tokens } = reader.words(side);
  return !!tokens[at]?.word && !isFunctionWord(keys[at] as string);
};

function holdsOnlyValues(reader: SiteReader, side: SideName): boolean {
  const spans: readonly WordSpan[] = [
    ...reader.values(side, 'date'),
    ...reader.values(side, 'citation'),
    ...reader.values(side, 'amount'),
    ...reader.mentions(side, 'qualifier'),
  ];
  const isPart = (at: number): boolean =>
    spans.some((span) => isWithin({ start: at, endExclusive: at + 1 }, span));
  return spans.length > 0 && reader.open(side).every((at) => isPart(at) || !isContent(reader, side, at));
}

/** Whether nothing but small words and commas stands between two sites. */
const isListed = (reader: SiteReader, other: SiteReader): boolean =>
  SIDES.every((side) => {
    const [a, b] = [reader.site[side], other.site[side]];
    const [from, to] = a.endExclusive <= b.start ? [a.endExclusive, b.start] : [b.endExclusive, a.start];
    return !reader
      .words(side)
      .keys.slice(from, to)
      .some((_, i) => isContent(reader, side, from + i));
  });
