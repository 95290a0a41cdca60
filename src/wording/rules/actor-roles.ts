import { isJoin } from '../function-words.ts';
import type { Term } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import type { SideName, SiteReader } from '../site-reader.ts';
import type { WordSpan } from '../words.ts';

/** In which part an actor is named: asked to act, acting, speaking, or only lending its name to a noun. */

/** `The Council invites X to` and `X is invited to`: one verb, that went from active to passive or back. */
export function isPassive(site: SiteReader): boolean {
  const asks = (side: SideName) =>
    site
      .allMentions(side)
      .filter(
        (mention) =>
          mention.term.layer === 'stance' &&
          mention.term.scale === 'directive' &&
          site.isEdited(side, mention),
      );
  const voice = (side: SideName, mention: Mention): string =>
    /^(?:is|are|was|were)\s/i.test(site.text(side, mention)) ? 'passive' : 'active';
  const voicesOf = (side: SideName): Map<Term, Set<string>> => {
    const voices = new Map<Term, Set<string>>();
    for (const mention of asks(side))
      voices.set(mention.term, (voices.get(mention.term) ?? new Set()).add(voice(side, mention)));
    return voices;
  };
  const [old, newer] = [voicesOf('old'), voicesOf('new')];
  return [...old].some(([term, before]) => {
    const after = newer.get(term);
    return after !== undefined && ![...before].some((one) => after.has(one));
  });
}

/** A pronoun that took the place of an actor, or gave it up. */
export function pronounOf(site: SiteReader, side: SideName): WordSpan | undefined {
  const { keys } = site.words(side);
  const at = site.open(side).find((index) => PRONOUNS.has(keys[index] as string));
  return at === undefined ? undefined : { start: at, endExclusive: at + 1 };
}

const PRONOUNS = new Set('it they them he him she il elle ils elles er sie es'.split(' '));

/** The `by` of `by the Commission`: whoever is named behind it does what the text says. */
export function agentSign(site: SiteReader, side: SideName, mention: Mention): WordSpan | undefined {
  const { start } = site.withArticle(side, mention);
  const isSign = AGENT.has(site.words(side).keys[start - 1] ?? '');
  return isSign ? { start: start - 1, endExclusive: start } : undefined;
}

const AGENT = new Set(['by', 'par', 'durch']);

/** Most words between a verb that asks and the last of those whom it asks; a list of addressees has a few dozen. */
const MAX_BETWEEN = 100;

/** Whether a verb that asks or orders stands before it, at most with other addressees between. */
export function isAddressee(site: SiteReader, side: SideName, mention: Mention): boolean {
  const { keys } = site.words(side);
  const byEnd = mentionsByEnd(site.allMentions(side));
  let at = mention.start - 1;
  while (mention.start - at <= MAX_BETWEEN) {
    const key = keys[at] ?? '';
    const actor = byEnd.get(at + 1)?.find(({ term }) => term.layer === 'actor');
    if (actor) at = actor.start - 1;
    else if (site.lexicon.isDeterminer(key) || key === ',' || isJoin(key) || ALL.has(key)) at--;
    else break;
  }
  return byEnd.get(at + 1)?.some(({ term }) => term.scale === 'directive') ?? false;
}

const endsKnown = new WeakMap<readonly Mention[], ReadonlyMap<number, readonly Mention[]>>();

function mentionsByEnd(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const known = endsKnown.get(mentions);
  if (known) return known;
  const found = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const others = found.get(mention.endExclusive);
    if (others) others.push(mention);
    else found.set(mention.endExclusive, [mention]);
  }
  endsKnown.set(mentions, found);
  return found;
}

const ALL = new Set(['all', 'tous', 'toutes', 'alle']);

/** `the European Union (EU)`: the name again, for what comes. */
export function isApposition(
  site: SiteReader,
  side: SideName,
  { term, start, endExclusive }: Mention,
): boolean {
  const { keys } = site.words(side);
  if (keys[start - 1] !== '(' || keys[endExclusive] !== ')') return false;
  return site.allMentions(side).some((other) => other.term === term && other.endExclusive === start - 1);
}

/** `EU law`, `Commission proposals`: in English the name qualifies a noun and acts in nothing. */
export function isAttributive(
  site: SiteReader,
  side: SideName,
  { term, start, endExclusive }: Mention,
): boolean {
  if (site.lexicon.data.language !== 'en') return false;
  if (term.kind !== 'union' && term.kind !== 'institution') return false;
  const { keys, tokens } = site.words(side);
  if (site.lexicon.isDeterminer(keys[start - 1] ?? '')) return false;
  const next = tokens[endExclusive]?.key ?? '';
  if (!/^\p{Ll}/u.test(next) || isVerbAt(site, side, endExclusive)) return false;
  return !FUNCTION_KEYS.has(keys[endExclusive] ?? '');
}

const isVerbAt = (site: SiteReader, side: SideName, at: number): boolean =>
  site.allMentions(side).some(({ term, start }) => term.layer === 'stance' && start === at);

const FUNCTION_KEYS = new Set(
  'and or to of in on for with by at as is are was were has have had not nor that which who'.split(' '),
);
