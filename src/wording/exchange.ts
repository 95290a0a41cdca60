import { isFunctionWord } from './function-words.ts';
import type { SideName, SiteReader } from './site-reader.ts';
import type { WordSpan } from './words.ts';

/**
 * Whether a site puts values and qualifiers in the place of others of their kind, and nothing else.
 *
 *     5 million for ports, 7 for ferries → 7 million for ports, 5 for ferries      two exchanges
 *     reports by June, answers by July   → answers by July, reports by June        none: the verbs went along
 */
export function isExchange(reader: SiteReader): boolean {
  const kinds = kindsIn(reader, 'old');
  return kinds !== '' && kinds === kindsIn(reader, 'new');
}

const isContent = (reader: SiteReader, side: SideName, at: number): boolean => {
  const { keys, tokens } = reader.words(side);
  return !!tokens[at]?.word && !isFunctionWord(keys[at] as string);
};

/** What one side of a site speaks of: `amount date`; nothing if it holds other words as well. */
function kindsIn(reader: SiteReader, side: SideName): string {
  const values = VALUES.flatMap((kind) => reader.values(side, kind));
  const mentions = reader.mentions(side, 'qualifier');
  const spans: readonly WordSpan[] = [...values, ...mentions];
  const parts = new Set<number>();
  for (const { start, endExclusive } of spans) for (let at = start; at < endExclusive; at++) parts.add(at);
  if (!reader.open(side).every((at) => parts.has(at) || !isContent(reader, side, at))) return '';
  const kinds = [...values.map(({ kind }) => kind), ...mentions.map(({ term }) => term.class)];
  return [...new Set(kinds)].sort().join(' ');
}

const VALUES = ['date', 'citation', 'amount'] as const;
