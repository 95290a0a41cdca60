import { type Change, neutralChange, substantiveChange } from './change.ts';
import { deceptions } from './deceptions.ts';
import type { Edit } from './edits.ts';
import { isExchange } from './exchange.ts';
import { isFunctionWord } from './function-words.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import { nearby } from './nearby.ts';
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
import { SETTINGS } from './settings.ts';
import { type ReadText, SiteReader } from './site-reader.ts';
import { findSites } from './sites.ts';
import { findValues } from './values.ts';
import { readWords, type Words } from './words.ts';

/** In this order each rule takes what it accounts for at a site; what is left goes to the next. */
const FIRST: readonly Rule[] = [formulaChanges, equivalentChanges, phraseChanges];
/**
 * These look at all sites of a clause at once: what left one place may have come to another. Where one value took the
 * place of another they look at the site alone, so that two values that changed places do not make each other up.
 */
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
export const nameChanges = (edits: readonly Edit[], lexicon: Lexicon): Change[] =>
  [...deceptions(edits), ...wordChanges(edits, lexicon)].sort((a, b) => b.rank - a.rank);

function wordChanges(edits: readonly Edit[], lexicon: Lexicon): Change[] {
  const neutral = edits.map(neutralChanges);
  const changes = neutral.flatMap((found) => found ?? []);
  if (neutral.every((found) => found !== undefined)) return changes;
  const read = nearby(edits);
  const texts = { old: readText(read, 'old', lexicon), new: readText(read, 'new', lexicon) };
  const expressions = {
    old: [...texts.old.mentions, ...texts.old.values],
    new: [...texts.new.mentions, ...texts.new.values],
  };
  const count = neutral.filter((found) => found === undefined).length;
  const most = Math.max(expressions.old.length, expressions.new.length);
  const isTooLong =
    (count + most) * most > SETTINGS.maxNaming ||
    bracketWork(texts.old.words) + bracketWork(texts.new.words) > SETTINGS.maxBrackets;
  if (isTooLong) {
    return [...changes, ...edits.filter((_, i) => neutral[i] === undefined).map(unnamed)];
  }
  const open = new Set(edits.filter((_, i) => neutral[i] === undefined));
  const { sites, counterparts } = findSites(read, texts.old.words, texts.new.words, expressions, (edit) =>
    open.has(edit),
  );
  const link = { lexicon, texts, counterparts, covered: { old: new Set<number>(), new: new Set<number>() } };
  const each = sites.map((site) => new SiteReader([site], link));
  const all = new SiteReader(sites, link);
  const add = (found: readonly Change[]): void => {
    for (const change of found) changes.push(change);
  };
  add(bracketChanges(all));
  for (const reader of each) add(FIRST.flatMap((rule) => rule(reader)));
  const exchanges = new Set(each.filter(isExchange));
  const others = each.filter((reader) => !exchanges.has(reader)).map(({ site }) => site);
  for (const reader of [...exchanges, new SiteReader(others, link)])
    add(TOGETHER.flatMap((rule) => rule(reader)));
  for (const reader of each) add(LAST.flatMap((rule) => rule(reader)));
  const told = withoutMoves(changes);
  return told.length > 0 ? told : [onlyMoved(edits)];
}

const bracketWork = ({ text, keys }: Words): number =>
  text.includes('[') ? text.length * keys.filter((key) => key === '[').length : 0;

/** A clause as long as a book, changed all over: what changed is shown, but not what it means. */
const unnamed = (edit: Edit): Change =>
  substantiveChange('wording', 'changed', 'unnamed', edit, 'the clause is too long to name its changes');

/** What is dropped at one site and added at another of the same clause only went to another place. */
function withoutMoves(changes: readonly Change[]): Change[] {
  const told: (Change | undefined)[] = [...changes];
  const comers = new Map<string, number[]>();
  for (let at = changes.length - 1; at >= 0; at--) {
    const change = changes[at] as Change;
    if (change.old !== '' || !change.substantive) continue;
    for (const name of namesOf(change, change.new)) {
      const known = comers.get(name);
      if (known) known.push(at);
      else comers.set(name, [at]);
    }
  }
  const isTaken = (at: number | undefined): boolean => at !== undefined && told[at] !== changes[at];
  for (const [at, gone] of changes.entries()) {
    if (gone.old === '' || gone.new !== '' || !gone.substantive) continue;
    const places = namesOf(gone, gone.old).flatMap((name) => {
      const found = comers.get(name) ?? [];
      while (isTaken(found.at(-1))) found.pop();
      return found.at(-1) ?? [];
    });
    if (places.length === 0) continue;
    const come = places.reduce((first, place) => Math.min(first, place));
    told[at] = undefined;
    const note = 'the same expression at another place';
    told[come] = neutralChange('wording', 'moved', gone.old, (changes[come] as Change).new, note);
  }
  return told.filter((change) => change !== undefined);
}

/** What two changes must share one of to be about the same expression: its words, or what a rule calls it. */
function namesOf({ class: kind, rule }: Change, text: string): string[] {
  const name = nameOf(rule);
  const byRule = kind !== 'scope' && name.includes(':') ? [`${kind} rule ${name}`] : [];
  return [`${kind} words ${contentOf(text)}`, ...byRule];
}

/** The words of an expression that say something, to compare it wherever it stands in a list. */
const contentOf = (text: string): string => {
  const { keys } = readWords(text);
  const content = keys.filter((key) => /[\p{L}\p{N}]/u.test(key) && !isFunctionWord(key));
  return (content.length > 0 ? content : keys).join(' ');
};

/** `actor:removed:euco` and `actor:added:euco` are about one actor; `amount:removed` is about none in particular. */
const nameOf = (rule: string): string => rule.replace(/:(?:added|removed)(?=:|$)/, '');

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
