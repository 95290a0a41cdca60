import { type Change, MIRRORED, substantiveChange } from '../change.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/** Sentences that decide what a text is: "supported by 26 Heads of State or Government" is no text of all 27. */
export function formulaChanges(site: SiteReader): Change[] {
  const found = difference(
    site.mentions('old', 'formula'),
    site.mentions('new', 'formula'),
    ({ term }) => term,
  );
  const [a, b] = [found.old[0], found.new[0]];
  if (!a && !b) return [];
  const term = (b ?? a)!.term;
  const effect = term.effect ?? 'changed';
  site.cover('old', found.old);
  site.cover('new', found.new);
  const wording = { old: site.text('old', a ?? site.site.old), new: site.text('new', b ?? site.site.new) };
  const direction = a && b ? 'changed' : b ? effect : MIRRORED[effect];
  return [substantiveChange('actor', direction, `formula:${term.name}`, wording, term.meaning ?? '')];
}
