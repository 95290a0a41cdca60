import { type Bracket, bracketKey, bracketsIn, isGap, isSlot } from '../brackets.ts';
import { type Change, substantiveChange } from '../change.ts';
import { difference, type SideName, type SiteReader } from '../site-reader.ts';

/**
 * Square brackets around open text.
 *
 *     the mission → [the mission]      opened
 *     [by 2026] → by 2026              closed
 *     [p.m.] → by June 2026            a slot is filled
 *     the mission → […]                text is left out
 *
 * A bracket that stays open with other words in it is no change of its own; its words are told by the other rules.
 */
export function bracketChanges(site: SiteReader): Change[] {
  const [old, newer] = [bracketsIn(site.words('old').text), bracketsIn(site.words('new').text)];
  for (const side of ['old', 'new'] as const) coverSigns(site, side);
  const found = difference(old, newer, ({ text }) => bracketKey(text));
  const rest = [...found.new];
  const gone = found.old.filter((bracket) => {
    if (isSlot(bracket) || isGap(bracket) || stands(bracket, site.words('new').text)) return true;
    const at = rest.findIndex(
      (other) => !isSlot(other) && !isGap(other) && !stands(other, site.words('old').text),
    );
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  for (const bracket of gone) if (isSlot(bracket)) coverText(site, 'old', bracket);
  for (const bracket of rest) if (isSlot(bracket)) coverText(site, 'new', bracket);
  return [...gone.map((bracket) => closed(site, bracket)), ...rest.map((bracket) => opened(site, bracket))];
}

/** Whether the text of a bracket stands in the other clause as well. */
const stands = ({ text }: Bracket, other: string): boolean => bracketKey(other).includes(bracketKey(text));

const printed = (site: SiteReader, side: SideName, { start, endExclusive }: Bracket): string =>
  site.words(side).text.slice(start, endExclusive);

function closed(site: SiteReader, bracket: Bracket): Change {
  const old = printed(site, 'old', bracket);
  if (isGap(bracket))
    return substantiveChange('bracket', 'changed', 'gap', { old, new: '' }, 'text is put in');
  if (isSlot(bracket))
    return substantiveChange('bracket', 'changed', 'slot', { old, new: '' }, 'a slot is filled');
  const asIs = stands(bracket, site.words('new').text);
  const note = asIs ? 'no longer open; the text stands' : 'no longer open; the text is gone or changed';
  return substantiveChange('bracket', 'changed', 'closed', { old, new: asIs ? bracket.text : '' }, note);
}

function opened(site: SiteReader, bracket: Bracket): Change {
  const newer = printed(site, 'new', bracket);
  if (isGap(bracket))
    return substantiveChange('bracket', 'changed', 'gap', { old: '', new: newer }, 'text is left out');
  if (isSlot(bracket))
    return substantiveChange('bracket', 'changed', 'slot', { old: '', new: newer }, 'a slot is left open');
  const asIs = stands(bracket, site.words('old').text);
  const wording = { old: asIs ? bracket.text : '', new: newer };
  return substantiveChange('bracket', 'changed', 'opened', wording, 'open text: not agreed');
}

function coverSigns(site: SiteReader, side: SideName): void {
  const { keys } = site.words(side);
  for (const at of site.open(side)) {
    if (/^[[\]]$/.test(keys[at] ?? '')) site.cover(side, { start: at, endExclusive: at + 1 });
  }
}

/** A slot says nothing of its own. */
function coverText(site: SiteReader, side: SideName, { start, endExclusive }: Bracket): void {
  site.words(side).tokens.forEach((token, at) => {
    if (token.start >= start && token.endExclusive <= endExclusive) {
      site.cover(side, { start: at, endExclusive: at + 1 });
    }
  });
}
