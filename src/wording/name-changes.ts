import { type Change, neutralChange } from './change.ts';
import type { Edit } from './edits.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import { neutralChanges } from './neutral.ts';
import { actorChanges } from './rules/actors.ts';
import { amountChanges } from './rules/amounts.ts';
import { bracketChanges } from './rules/brackets.ts';
import { citationChanges } from './rules/citations.ts';
import { equivalentChanges } from './rules/equivalents.ts';
import { formulaChanges } from './rules/formulas.ts';
import { ladderChanges } from './rules/ladders.ts';
import { negationChanges } from './rules/negations.ts';
import { phraseChanges } from './rules/phrases.ts';
import { movedQualifiers, qualifierChanges } from './rules/qualifiers.ts';
import { restChanges } from './rules/rest.ts';
import type { Rule } from './rules/rule.ts';
import { stanceChanges } from './rules/stances.ts';
import { timeChanges } from './rules/times.ts';
import { type ReadText, SiteReader } from './site-reader.ts';
import { findSites } from './sites.ts';
import { findValues } from './values.ts';
import { readWords } from './words.ts';

/** In this order each rule takes what it accounts for at a site; what is left goes to the next. */
const FIRST: readonly Rule[] = [formulaChanges, equivalentChanges, phraseChanges];
/** These look at all sites of a clause at once: what left one place may have come to another. */
const TOGETHER: readonly Rule[] = [timeChanges, citationChanges, amountChanges, movedQualifiers];
const LAST: readonly Rule[] = [
  actorChanges,
  stanceChanges,
  ladderChanges,
  qualifierChanges,
  negationChanges,
  restChanges,
];

/**
 * Names the changes that the edits of a link make, the most important first.
 *
 * Noise is recognised by showing that both sides are the same words, written otherwise. Whatever survives is read as
 * whole expressions, named by the rules, and never dropped.
 */
export function nameChanges(edits: readonly Edit[], lexicon: Lexicon): Change[] {
  const neutral = edits.map(neutralChanges);
  const changes = neutral.flatMap((found) => found ?? []);
  if (neutral.every((found) => found !== undefined)) return changes;
  const texts = { old: readText(edits, 'old', lexicon), new: readText(edits, 'new', lexicon) };
  const expressions = {
    old: [...texts.old.mentions, ...texts.old.values],
    new: [...texts.new.mentions, ...texts.new.values],
  };
  const open = new Set(edits.filter((_, i) => neutral[i] === undefined));
  const { sites, counterparts } = findSites(edits, texts.old.words, texts.new.words, expressions, (edit) =>
    open.has(edit),
  );
  const link = { lexicon, texts, counterparts, covered: { old: new Set<number>(), new: new Set<number>() } };
  const each = sites.map((site) => new SiteReader([site], link));
  const all = new SiteReader(sites, link);
  changes.push(...bracketChanges(all));
  for (const reader of each) changes.push(...FIRST.flatMap((rule) => rule(reader)));
  changes.push(...TOGETHER.flatMap((rule) => rule(all)));
  for (const reader of each) changes.push(...LAST.flatMap((rule) => rule(reader)));
  return changes.length > 0 ? changes.sort((a, b) => b.rank - a.rank) : [onlyMoved(edits)];
}

/** Expressions that only went to another place of the clause. */
function onlyMoved(edits: readonly Edit[]): Change {
  const [first] = edits.filter(({ op }) => op !== 'equal');
  return neutralChange(
    'wording',
    'order',
    first?.old ?? '',
    first?.new ?? '',
    'the same words in another order',
  );
}

function readText(edits: readonly Edit[], side: 'old' | 'new', lexicon: Lexicon): ReadText {
  const words = readWords(edits.map((edit) => edit[side]).join(''));
  return { words, mentions: findMentions(words, lexicon), values: findValues(words, lexicon) };
}
