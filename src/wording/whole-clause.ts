import { type Change, MIRRORED, substantiveChange } from './change.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions, type Mention } from './mentions.ts';
import { findValues } from './values.ts';
import { readWords, textOf, type WordSpan } from './words.ts';

/** How many of the words that commit are quoted. */
const MAX_QUOTED = 6;

/**
 * What a clause that came or went says: the formula it stands for, and the commitments it brings or takes away, by
 * the verb, who acts, who is asked, by when and how much.
 */
export function wholeClauseChanges(text: string, side: 'old' | 'new', lexicon: Lexicon): Change[] {
  const words = readWords(text);
  const mentions = findMentions(words, lexicon);
  const values = findValues(words, lexicon);
  const wordingOf = (quoted: string) =>
    side === 'new' ? { old: '', new: quoted } : { old: quoted, new: '' };
  const changes = mentions.flatMap((mention) => {
    const { term } = mention;
    if (term.class !== 'formula') return [];
    const effect = term.effect ?? 'changed';
    const wording = wordingOf(textOf(words, mention));
    const direction = side === 'new' ? effect : MIRRORED[effect];
    return [substantiveChange('actor', direction, `formula:${term.name}`, wording, term.meaning ?? '')];
  });
  const commits = mentions.filter(({ term }) => term.layer === 'stance');
  const limits = values.filter((value) =>
    value.kind === 'amount' ? !value.spelled : value.kind === 'date' && value.role === 'limit',
  );
  if (commits.length + limits.length === 0) return changes;
  const spans: (Mention | WordSpan)[] = [
    ...commits,
    ...mentions.filter(({ term }) => term.layer === 'actor'),
    ...limits,
  ];
  const quoted = apart(spans)
    .slice(0, MAX_QUOTED)
    .map((span) => textOf(words, span))
    .join(' … ');
  const [direction, rule, note] =
    side === 'new'
      ? (['broader', 'clause:added', 'the clause brings'] as const)
      : (['narrower', 'clause:removed', 'the clause takes away'] as const);
  return [...changes, substantiveChange('scope', direction, rule, wordingOf(quoted), note)];
}

/** In the order of the text, each word once. */
function apart(spans: readonly WordSpan[]): WordSpan[] {
  let end = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start || b.endExclusive - a.endExclusive)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.endExclusive;
      return true;
    });
}
