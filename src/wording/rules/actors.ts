import { type Change, type Direction, MIRRORED, neutralChange, substantiveChange } from '../change.ts';
import type { Lexicon, Term } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import { isSameWording } from '../same-wording.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';
import { agentSign, isAddressee, isApposition, isAttributive, isPassive, pronounOf } from './actor-roles.ts';

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
    [...found.old, ...found.both.map(([a]) => a)].map((span) => site.withArticle('old', span)),
  );
  site.cover(
    'new',
    [...found.new, ...found.both.map(([, b]) => b)].map((span) => site.withArticle('new', span)),
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
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  if (!isSameWording(old, newer, site.lexicon)) {
    const name = a.term.kind === 'third' ? 'entity' : 'actor';
    const wording = { old: site.named('old', a), new: site.named('new', b) };
    return [substantiveChange(name, 'changed', `same-kind:${a.term.name}`, wording, `named otherwise`)];
  }
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
  const other: SideName = side === 'old' ? 'new' : 'old';
  const pronoun = pronounOf(site, other);
  if (pronoun) {
    const [there, here] = [site.text(other, pronoun), site.named(side, mention)];
    site.cover(other, [pronoun]);
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
  const agent = agentSign(site, side, mention);
  if (agent) {
    site.cover(side, [agent]);
    wording[side] = site.text(side, { ...agent, endExclusive: mention.endExclusive });
  }
  const name = isAddressee(site, side, mention)
    ? 'addressee'
    : mention.term.kind === 'third'
      ? 'entity'
      : 'actor';
  const added: Direction = agent ? 'stronger' : 'broader';
  const what = agent ? 'who does it is' : `${calledIn(site, side, mention)} is`;
  return substantiveChange(
    name,
    a ? MIRRORED[added] : added,
    `${a ? 'removed' : 'added'}:${mention.term.name}`,
    wording,
    `${what} ${a ? 'no longer named' : 'now named'}`,
  );
}
