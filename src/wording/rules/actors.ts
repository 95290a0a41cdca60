import { type Change, type Direction, MIRRORED, neutralChange, substantiveChange } from '../change.ts';
import type { Lexicon, Term } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';

/**
 * Who acts, and who is asked to.
 *
 *     the European Union → the Europeans       actor, weaker: another actor, by the table of shifts
 *     the European Union → the EU              same-actor
 *     calls on the Council → … Member States   addressee
 *     by the Russian Federation → ∅            entity, weaker: nobody is named any more
 */
export function actorChanges(site: SiteReader): Change[] {
  const found = difference(
    site.mentions('old', 'actor').filter((mention) => !isAttributive(site, 'old', mention)),
    site.mentions('new', 'actor').filter((mention) => !isAttributive(site, 'new', mention)),
    (mention) => identity(site, mention),
  );
  site.cover(
    'old',
    ...[...found.old, ...found.both.map(([a]) => a)].map((span) => site.withArticle('old', span)),
  );
  site.cover(
    'new',
    ...[...found.new, ...found.both.map(([, b]) => b)].map((span) => site.withArticle('new', span)),
  );
  const changes = found.both.flatMap(([a, b]) => sameActor(site, a, b));
  for (let i = 0; i < Math.max(found.old.length, found.new.length); i++) {
    const [a, b] = [found.old[i], found.new[i]];
    changes.push(a && b ? replaced(site, a, b) : cameOrWent(site, a, b));
  }
  return changes;
}

/** One term is one actor, except that a number in it counts: 26 Heads of State or Government are not 27. */
function identity(site: SiteReader, mention: Mention): unknown {
  if (!hasNumber(mention)) return mention.term;
  const sides = (['old', 'new'] as const).filter((side) => site.allMentions(side).includes(mention));
  return sides.map((side) => site.text(side, mention)).join();
}

function sameActor(site: SiteReader, a: Mention, b: Mention): Change[] {
  if (site.sameWords(a, b)) return [];
  return [
    neutralChange(
      'same-actor',
      a.term.name,
      site.named('old', a),
      site.named('new', b),
      `both name ${a.term.lemma}`,
    ),
  ];
}

function replaced(site: SiteReader, a: Mention, b: Mention): Change {
  const wording = { old: site.named('old', a), new: site.named('new', b) };
  const isThird = a.term.kind === 'third' && b.term.kind === 'third';
  const isAddressed = isAddressee(site, 'old', a) || isAddressee(site, 'new', b);
  const name = isAddressed ? 'addressee' : isThird ? 'entity' : 'actor';
  const shift = shiftBetween(site.lexicon, a.term, b.term);
  const { direction, why } = shift ?? {
    direction: 'changed',
    why: `from ${calledIn(site, 'old', a)} to ${calledIn(site, 'new', b)}`,
  };
  return substantiveChange(name, direction, `${a.term.name}>${b.term.name}`, wording, why);
}

/** The table names one way of a shift; the other way is its mirror. */
function shiftBetween(
  lexicon: Lexicon,
  from: Term,
  to: Term,
): { direction: Direction; why: string } | undefined {
  const there = lexicon.shift(from.name, to.name);
  if (there) return there;
  const back = lexicon.shift(to.name, from.name);
  return back && { direction: MIRRORED[back.direction], why: `the reverse of: ${back.why}` };
}

/** As the lexicon calls it; as the text does where a number is a part of the name. */
const calledIn = (site: SiteReader, side: SideName, mention: Mention): string =>
  hasNumber(mention) ? site.text(side, mention) : mention.term.lemma;

const hasNumber = ({ term }: Mention): boolean => term.lemma.includes('{n}');

function cameOrWent(site: SiteReader, a: Mention | undefined, b: Mention | undefined): Change {
  const [side, mention] = a ? (['old', a] as const) : (['new', b as Mention] as const);
  const wording = { old: site.named('old', a), new: site.named('new', b) };
  const pronoun = pronounOf(site, side === 'old' ? 'new' : 'old');
  if (pronoun) {
    const [there, here] = [site.text(pronoun.side, pronoun), site.named(side, mention)];
    site.cover(pronoun.side, pronoun);
    const [old, newer] = side === 'old' ? [here, there] : [there, here];
    return neutralChange('same-actor', 'pronoun', old, newer, 'a pronoun and the name it stands for');
  }
  if (isPassive(site) && !isAddressee(site, side, mention)) {
    const note = 'the passive leaves out who speaks';
    return neutralChange('same-actor', 'passive', site.named('old', a), site.named('new', b), note);
  }
  if (isApposition(site, side, mention))
    return neutralChange(
      'spelling',
      'abbreviation',
      wording.old,
      wording.new,
      'the name, in brackets behind it',
    );
  const isAgent = keyBefore(site, side, mention) === 'by';
  const name = isAddressee(site, side, mention)
    ? 'addressee'
    : mention.term.kind === 'third'
      ? 'entity'
      : 'actor';
  const added: Direction = isAgent ? 'stronger' : 'broader';
  const what = isAgent ? 'who does it is' : `${mention.term.lemma} is`;
  return substantiveChange(
    name,
    a ? MIRRORED[added] : added,
    `${a ? 'removed' : 'added'}:${mention.term.name}`,
    wording,
    `${what} ${a ? 'no longer named' : 'now named'}`,
  );
}

/** `The Council invites X to` and `X is invited to`: one verb, that went from active to passive or back. */
function isPassive(site: SiteReader): boolean {
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
  const old = new Map(asks('old').map((mention) => [mention.term, voice('old', mention)]));
  return asks('new').some((mention) => {
    const before = old.get(mention.term);
    return before !== undefined && before !== voice('new', mention);
  });
}

/** A pronoun that took the place of an actor, or gave it up. */
function pronounOf(
  site: SiteReader,
  side: SideName,
): { side: SideName; start: number; endExclusive: number } | undefined {
  const { keys } = site.words(side);
  const at = site.open(side).find((index) => PRONOUNS.has(keys[index] ?? ''));
  return at === undefined ? undefined : { side, start: at, endExclusive: at + 1 };
}

const PRONOUNS = new Set([
  'it',
  'they',
  'them',
  'he',
  'she',
  'il',
  'elle',
  'ils',
  'elles',
  'er',
  'sie',
  'es',
]);

/** The word before an expression and its article. */
function keyBefore(site: SiteReader, side: SideName, { start }: Mention): string | undefined {
  const { keys } = site.words(side);
  const before = keys[start - 1];
  return before !== undefined && site.lexicon.isDeterminer(before) ? keys[start - 2] : before;
}

/** Whether a verb that asks or orders stands before it, at most with other addressees between. */
function isAddressee(site: SiteReader, side: SideName, mention: Mention): boolean {
  const { keys } = site.words(side);
  const all = site.allMentions(side);
  let at = mention.start - 1;
  for (;;) {
    const key = keys[at] ?? '';
    const actor = all.find(({ term, endExclusive }) => term.layer === 'actor' && endExclusive === at + 1);
    if (actor) at = actor.start - 1;
    else if (site.lexicon.isDeterminer(key) || key === ',' || key === 'and' || key === 'all') at--;
    else break;
  }
  return all.some(({ term, endExclusive }) => term.scale === 'directive' && endExclusive === at + 1);
}

/** `the European Union (EU)`: the name again, for what comes. */
function isApposition(site: SiteReader, side: SideName, { term, start, endExclusive }: Mention): boolean {
  const { keys } = site.words(side);
  if (keys[start - 1] !== '(' || keys[endExclusive] !== ')') return false;
  return site.allMentions(side).some((other) => other.term === term && other.endExclusive === start - 1);
}

/** `EU law`, `Commission proposals`: in English the name qualifies a noun and acts in nothing. */
function isAttributive(site: SiteReader, side: SideName, { term, start, endExclusive }: Mention): boolean {
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
