import { type Change, type Direction, substantiveChange } from '../change.ts';
import type { Mention } from '../mentions.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/** Nouns that stand for more or less of one thing: humanitarian pauses, a pause, a ceasefire. */
export function ladderChanges(site: SiteReader): Change[] {
  const found = difference(
    site.mentions('old', 'ladder'),
    site.mentions('new', 'ladder'),
    ({ term }) => term,
  );
  const rest = [...found.new];
  return found.old.flatMap((a) => {
    const at = rest.findIndex(({ term }) => term.scale === a.term.scale && term.rank !== a.term.rank);
    if (at < 0) return [];
    const [b] = rest.splice(at, 1) as [Mention];
    site.cover('old', [a]);
    site.cover('new', [b]);
    const direction: Direction = (b.term.rank ?? 0) > (a.term.rank ?? 0) ? 'stronger' : 'weaker';
    const wording = { old: site.text('old', a), new: site.text('new', b) };
    const note = `${direction} on the ladder ${a.term.scale}: ${a.term.lemma} → ${b.term.lemma}`;
    return [substantiveChange('scope', direction, `ladder:${a.term.name}>${b.term.name}`, wording, note)];
  });
}
