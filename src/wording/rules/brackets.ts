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
  const keys = { old: bracketKey(site.words('old').text), new: bracketKey(site.words('new').text) };
  const isReworded = (bracket: Bracket, other: SideName): boolean =>
    !isSlot(bracket) && !isGap(bracket) && !keys[other].includes(bracketKey(bracket.text));
  // One that stays open with other words in it takes the place of the first such one.
  const reworded = found.new.filter((bracket) => isReworded(bracket, 'old'));
  let count = 0;
  const gone = found.old.filter((bracket) => !isReworded(bracket, 'new') || ++count > reworded.length);
  const heirs = new Set(reworded.slice(0, count));
  const rest = found.new.filter((bracket) => !heirs.has(bracket));
  for (const bracket of gone) if (isSlot(bracket)) coverText(site, 'old', bracket);
  for (const bracket of rest) if (isSlot(bracket)) coverText(site, 'new', bracket);
  /** Whether the text of a bracket stands in the other clause as well. */
  const stands = ({ text }: Bracket, other: SideName): boolean => keys[other].includes(bracketKey(text));
  return [
    ...gone.map((bracket) => closed(site, bracket, stands(bracket, 'new'))),
    ...rest.map((bracket) => opened(site, bracket, stands(bracket, 'old'))),
  ];
}

const printed = (site: SiteReader, side: SideName, { start, endExclusive }: Bracket): string =>
  site.words(side).text.slice(start, endExclusive);

function closed(site: SiteReader, bracket: Bracket, asIs: boolean): Change {
  const old = printed(site, 'old', bracket);
  if (isGap(bracket))
    return substantiveChange('bracket', 'changed', 'gap', { old, new: '' }, 'text is put in');
  if (isSlot(bracket))
    return substantiveChange('bracket', 'changed', 'slot', { old, new: '' }, 'a slot is filled');
  const note = asIs ? 'no longer open; the text stands' : 'no longer open; the text is gone or changed';
  return substantiveChange('bracket', 'changed', 'closed', { old, new: asIs ? bracket.text : '' }, note);
}

function opened(site: SiteReader, bracket: Bracket, asIs: boolean): Change {
  const newer = printed(site, 'new', bracket);
  if (isGap(bracket))
    return substantiveChange('bracket', 'changed', 'gap', { old: '', new: newer }, 'text is left out');
  if (isSlot(bracket))
    return substantiveChange('bracket', 'changed', 'slot', { old: '', new: newer }, 'a slot is left open');
  const wording = { old: asIs ? bracket.text : '', new: newer };
  return substantiveChange('bracket', 'changed', 'opened', wording, 'open text: not agreed');
}

function coverSigns(site: SiteReader, side: SideName): void {
  const { keys } = site.words(side);
  for (const at of site.open(side)) {
    if (/^[[\]]$/.test(keys[at] ?? '')) site.cover(side, [{ start: at, endExclusive: at + 1 }]);
  }
}

/** A slot says nothing of its own. */
function coverText(site: SiteReader, side: SideName, { start, endExclusive }: Bracket): void {
  site.words(side).tokens.forEach((token, at) => {
    if (token.start >= start && token.endExclusive <= endExclusive) {
      site.cover(side, [{ start: at, endExclusive: at + 1 }]);
    }
  });
}
