import { grammarOf } from '../../languages/grammar.ts';
import { type Change, type Direction, MIRRORED, neutralChange, substantiveChange } from '../change.ts';
import { isFunctionWord, isJoin } from '../function-words.ts';
import { PUNCTUATION } from '../neutral.ts';
import { SETTINGS } from '../settings.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';

/**
 * What no other rule accounted for. Nothing is dropped: content words are scope or entity, an article is scope, the
 * other small words are wording.
 *
 *     the territories → territories              scope, narrower: the article
 *     this issue → the issue                     neutral
 *     fossil fuels → unabated fossil fuels       scope, narrower: a qualifier of the noun
 *     energy → energy and climate                scope, broader: one more thing
 */
export function restChanges(site: SiteReader): Change[] {
  const found = difference(restOf(site, 'old'), restOf(site, 'new'), ({ key }) => key);
  const [old, newer] = [found.old, found.new];
  if (old.length === 0 && newer.length === 0) return found.both.length > 0 ? otherOrder(site) : [];
  const isContent = ({ key }: Rest): boolean =>
    !isFunctionWord(key) && !site.lexicon.isDeterminer(key) && !AUXILIARIES.has(key);
  const wording = { old: spanText(site, 'old'), new: spanText(site, 'new') };
  const [a, b] = [old.filter(isContent), newer.filter(isContent)];
  if (a.length === 0 && b.length === 0) return smallWords(site, old, newer, wording);
  if ([...a, ...b].every(({ isName }) => isName)) return [named(a, b, wording)];
  const isReplaced = (rest: readonly Rest[]): boolean =>
    rest.some(({ key }) => !site.lexicon.isDeterminer(key));
  if (isReplaced(old) && isReplaced(newer)) {
    const isInflected =
      a.length > 0 && a.length === b.length && a.every(({ key }, i) => stem(key) === stem(b[i]?.key ?? ''));
    const [rule, note] = isInflected
      ? ['inflection', 'another form of the word']
      : ['replaced', 'other words'];
    return [substantiveChange('scope', 'changed', rule, wording, note)];
  }
  const side: SideName = a.length > 0 ? 'old' : 'new';
  const isQualifier = qualifies(site, side, side === 'old' ? a : b);
  const added: Direction = isQualifier ? 'narrower' : 'broader';
  const rule = `${side === 'new' ? 'added' : 'removed'}${isQualifier ? ':qualifier' : ''}`;
  const what = isQualifier ? 'a qualifier is' : 'words are';
  return [
    substantiveChange(
      'scope',
      side === 'new' ? added : MIRRORED[added],
      rule,
      wording,
      `${what} ${side === 'new' ? 'added' : 'dropped'}`,
    ),
  ];
}

const AUXILIARIES = new Set(['do', 'does', 'did', 'having', 'being', 'can', 'so', 'both', 'there', 'ne']);

interface Rest {
  readonly at: number;
  readonly key: string;
  /** A word with a capital inside a sentence. */
  readonly isName: boolean;
}

function restOf(site: SiteReader, side: SideName): Rest[] {
  const { keys, tokens } = site.words(side);
  return site
    .open(side)
    .filter((at) => tokens[at]?.word || !PUNCTUATION.test(tokens[at]?.key ?? ''))
    .map((at) => ({
      at,
      key: keys[at] as string,
      isName:
        !CAPITAL_NOUNS.has(site.lexicon.data.language) &&
        at > 0 &&
        !/^[.!?]$/.test(keys[at - 1] ?? '') &&
        /^\p{Lu}/u.test(tokens[at]?.key ?? ''),
    }));
}

/** Languages in which a capital tells a noun, not a name. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de']);

/** From the first to the last word that is left. */
function spanText(site: SiteReader, side: SideName): string {
  const open = restOf(site, side);
  if (open.length === 0) return '';
  return site.text(side, { start: open[0]!.at, endExclusive: open.at(-1)!.at + 1 });
}

function named(a: readonly Rest[], b: readonly Rest[], wording: { old: string; new: string }): Change {
  const rule = a.length === 0 ? 'added' : b.length === 0 ? 'removed' : 'replaced';
  return substantiveChange('entity', 'changed', rule, wording, `a name is ${rule}`);
}

function smallWords(
  site: SiteReader,
  old: readonly Rest[],
  newer: readonly Rest[],
  wording: { old: string; new: string },
): Change[] {
  const isArticle = ({ key }: Rest): boolean => site.lexicon.isDeterminer(key);
  if (old.length === 0 || newer.length === 0) {
    const all = [...old, ...newer];
    // "and" only joins what is named beside it, "does" and "ne" only carry a "not".
    if (all.every(({ key }) => isJoin(key) || AUXILIARIES.has(key))) {
      return [neutralChange('wording', 'joint', wording.old, wording.new, 'a word that only joins')];
    }
  }
  const join = joinChange(site, old, newer, wording);
  if (join) return [join];
  if (![...old, ...newer].every(isArticle)) {
    return [substantiveChange('wording', 'changed', 'small-word', wording, 'a small word')];
  }
  if (old.length > 0 && newer.length > 0) {
    return [neutralChange('wording', 'determiner', wording.old, wording.new, 'another article or pronoun')];
  }
  const { old: before, new: after } = site.site;
  const words = before.endExclusive - before.start + after.endExclusive - after.start;
  if (words > old.length + newer.length) {
    return [
      neutralChange(
        'wording',
        'determiner',
        wording.old,
        wording.new,
        'the article goes with the words beside it',
      ),
    ];
  }
  const direction = newer.length > 0 ? 'broader' : 'narrower';
  const rule = `article:${newer.length > 0 ? 'added' : 'removed'}`;
  return [
    substantiveChange(
      'scope',
      direction,
      rule,
      wording,
      `the article is ${newer.length > 0 ? 'added' : 'dropped'}`,
    ),
  ];
}

/** "and" for "or" asks for all where one was enough; "or" for "and" lets one do. */
function joinChange(
  { lexicon }: SiteReader,
  old: readonly Rest[],
  newer: readonly Rest[],
  wording: { old: string; new: string },
): Change | undefined {
  const { joining, parting } = grammarOf(lexicon.data.language);
  const has = (rest: readonly Rest[], words: ReadonlySet<string>): boolean =>
    rest.some(({ key }) => words.has(key.toLowerCase()));
  if (has(old, joining) && has(newer, parting))
    return substantiveChange(
      'scope',
      'broader',
      'one-for-all',
      wording,
      'one is enough where all were meant',
    );
  if (has(old, parting) && has(newer, joining))
    return substantiveChange(
      'scope',
      'narrower',
      'all-for-one',
      wording,
      'all are meant where one was enough',
    );
  return undefined;
}

/** The same words in another order: noise only where nobody acts and nothing is denied in what moved. */
function otherOrder(site: SiteReader): Change[] {
  const wording = { old: spanText(site, 'old'), new: spanText(site, 'new') };
  const acts = (['old', 'new'] as const).some(
    (side) => site.mentions(side, 'stance').length > 0 || site.mentions(side, 'actor').length > 0,
  );
  if (acts)
    return [substantiveChange('wording', 'changed', 'order', wording, 'the same words in another order')];
  return [neutralChange('wording', 'order', wording.old, wording.new, 'the same words in another order')];
}

/**
 * One or two words beside the noun they qualify, not one more item of a list: before it in English and German, behind
 * it in French.
 */
function qualifies(site: SiteReader, side: SideName, content: readonly Rest[]): boolean {
  const { keys, tokens } = site.words(side);
  if (content.length > SETTINGS.maxQualifier) return false;
  const [first, last] = [content[0]!.at, content.at(-1)!.at];
  const [before, after] = [keys[first - 1] ?? '', keys[last + 1] ?? ''];
  if (LISTED.test(before)) return false;
  if (site.lexicon.data.language === 'fr') return !!tokens[first - 1]?.word && !isFunctionWord(before);
  return !!tokens[last + 1]?.word && !isFunctionWord(after) && !/s$/.test(keys[last] ?? '');
}

const LISTED = /^(?:,|and|or|et|ou|und|oder)$/;

const stem = (key: string): string => key.replace(/(?:e?s|ed|ing|e|n|en|er|es)$/, '').slice(0, 12);
