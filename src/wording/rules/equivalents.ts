import { type Change, neutralChange } from '../change.ts';
import type { Mention } from '../mentions.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';
import { isWithin } from '../words.ts';

/** Names of actors are told as such. */
const isActor = (site: SiteReader, side: SideName, mention: Mention): boolean =>
  site.allMentions(side).some((other) => other.term.layer === 'actor' && isWithin(mention, other));

/** Two wordings of one meaning: an abbreviation, a transliteration, a matter of house style. */
export function equivalentChanges(site: SiteReader): Change[] {
  const found = difference(
    site.mentions('old', 'equivalent'),
    site.mentions('new', 'equivalent'),
    ({ term }) => term,
  );
  return found.both.flatMap(([a, b]) => {
    if (site.sameWords(a, b) || isActor(site, 'old', a) || isActor(site, 'new', b)) return [];
    const [old, newer] = [site.text('old', a), site.text('new', b)];
    site.cover('old', [a]);
    site.cover('new', [b]);
    return [neutralChange('spelling', a.term.name, old, newer, 'two wordings of one meaning')];
  });
}
