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
  site.cover('old', ...found.old);
  site.cover('new', ...found.new);
  return [
    ...found.old.map((mention) => change(site, 'old', mention)),
    ...found.new.map((mention) => change(site, 'new', mention)),
  ];
}

/** Words that come or go together with a "not" are a phrase of its own; the "not" denies nothing that was there. */
function isPhrase(site: SiteReader): boolean {
  const [old, newer] = [site.open('old'), site.open('new')];
  if (old.length > 0 && newer.length > 0) return false;
  return Math.max(old.length, newer.length) > SETTINGS.negatedWords;
}

function change(site: SiteReader, side: SideName, mention: Mention): Change {
  const context = { start: Math.max(0, mention.start - 1), endExclusive: mention.endExclusive + 1 };
  const text = site.text(side, {
    ...context,
    endExclusive: Math.min(context.endExclusive, site.words(side).tokens.length),
  });
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
