import { type Change, type Direction, MIRRORED, substantiveChange } from '../change.ts';
import type { Mention } from '../mentions.ts';
import { SETTINGS } from '../settings.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';

/**
 * A "not" that came or went. Denying a fact or an obligation takes away from the text; a "not" behind "shall" or "will"
 * forbids, which is not less, so that no direction is claimed there.
 */
export function negationChanges(site: SiteReader): Change[] {
  if (isPhrase(site)) return [];
  const found = difference(
    site.mentions('old', 'qualifier', ['negation']),
    site.mentions('new', 'qualifier', ['negation']),
    ({ term }) => term,
  );
  site.coverBoth(found);
  return (['old', 'new'] as const).flatMap((side) =>
    found[side].map((mention) => change(site, side, mention)),
  );
}

/** Words that come or go together with a "not" are a phrase of its own; the "not" denies nothing that was there. */
function isPhrase(site: SiteReader): boolean {
  const [old, newer] = [site.open('old'), site.open('new')];
  if (old.length > 0 && newer.length > 0) return false;
  return Math.max(old.length, newer.length) > SETTINGS.negatedWords;
}

function change(site: SiteReader, side: SideName, mention: Mention): Change {
  const { tokens } = site.words(side);
  const verb = Math.min(mention.start, coverParticle(site, side, mention) ?? mention.start - 1);
  const end = mention.endExclusive + (tokens[mention.endExclusive]?.word ? 1 : 0);
  const text = site.text(side, { start: Math.max(0, verb), endExclusive: end });
  site.cover(side, [mention]);
  const isForbidding = site
    .allMentions(side)
    .some(({ term, endExclusive }) => term.class === 'modality' && endExclusive === mention.start);
  const added: Direction = isForbidding ? 'changed' : 'weaker';
  return substantiveChange(
    'negation',
    side === 'new' ? added : MIRRORED[added],
    side === 'new' ? 'added' : 'removed',
    side === 'new' ? { old: '', new: text } : { old: text, new: '' },
    side === 'new' ? 'denied now' : 'no longer denied',
  );
}

/**
 * French denies with two words, of which the first says nothing alone: `ne ferme pas`, `n'est pas`.
 *
 * @returns where the particle stands, if there is one
 */
function coverParticle(site: SiteReader, side: SideName, { start }: Mention): number | undefined {
  const { keys } = site.words(side);
  const at = site
    .open(side)
    .findLast((i) => i < start && i >= start - PARTICLE_REACH && PARTICLE.test(keys[i]!));
  if (at === undefined) return undefined;
  site.cover(side, [{ start: at, endExclusive: at + 1 }]);
  const verb = keys[at]!.replace(PARTICLE, '');
  const other: SideName = side === 'old' ? 'new' : 'old';
  const bare = site.open(other).find((i) => site.words(other).keys[i] === verb);
  if (bare !== undefined) site.cover(other, [{ start: bare, endExclusive: bare + 1 }]);
  return at;
}

const PARTICLE = /^(?:ne$|n')/;
/** Words from the particle to the second word: `ne leur a toujours pas`. */
const PARTICLE_REACH = 4;
