import { type Change, type Direction, neutralChange, substantiveChange } from '../change.ts';
import { intensityBetween } from '../intensity.ts';
import type { Mention } from '../mentions.ts';
import { isSameWording } from '../same-wording.ts';
import { SETTINGS } from '../settings.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/**
 * What the text does with its object: verbs on their axes, modals on the scale of commitment. Strength compares within
 * one axis only.
 *
 *     welcomes → takes note of      verb, weaker on the axis of approval
 *     stand ready to → will         modality, stronger on the axis of commitment
 *     recalls → urges               verb, changed: two axes
 */
export function stanceChanges(site: SiteReader): Change[] {
  const found = difference(
    site.mentions('old', 'stance'),
    site.mentions('new', 'stance'),
    ({ term }) => term,
  );
  site.coverBoth(found);
  site.cover('old', found.old);
  site.cover('new', found.new);
  const changes = found.both.flatMap(([a, b]) => sameStance(site, a, b));
  const rest = [...found.new];
  const alone: Mention[] = [];
  for (const a of found.old) {
    const at = rest.findIndex(({ term }) => term.scale === a.term.scale);
    if (at < 0) alone.push(a);
    else changes.push(onOneScale(site, a, rest.splice(at, 1)[0] as Mention));
  }
  for (let i = 0; i < Math.max(alone.length, rest.length); i++) {
    const [a, b] = [alone[i], rest[i]];
    changes.push(a && b ? onTwoScales(site, a, b) : cameOrWent(site, a, b));
  }
  return changes;
}

function sameStance(site: SiteReader, a: Mention, b: Mention): Change[] {
  if (site.sameWords(a, b)) return [];
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  if (!isSameWording(old, newer, site.lexicon)) {
    const direction = intensityBetween(old, newer, site.lexicon);
    const note = `other words, at the level of "${a.term.lemma}"`;
    return [
      substantiveChange(classOf(a, b), direction, `same-level:${a.term.name}`, { old, new: newer }, note),
    ];
  }
  return [neutralChange('wording', 'same-verb', old, newer, `both forms of "${a.term.lemma}"`)];
}

/** Approval and disapproval are no more and less of one thing. */
const APART = 'disapproval';

const classOf = (...mentions: readonly (Mention | undefined)[]): 'modality' | 'verb' =>
  mentions.some((mention) => mention?.term.class === 'modality') ? 'modality' : 'verb';

function onOneScale(site: SiteReader, a: Mention, b: Mention): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const [from, to] = [a.term.rank ?? 0, b.term.rank ?? 0];
  const scale = a.term.scale ?? '';
  const direction: Direction =
    Math.abs(to - from) < SETTINGS.rankStep ? 'changed' : to > from ? 'stronger' : 'weaker';
  const level = direction === 'changed' ? 'about the same level' : direction;
  const note = `${level} on the scale of ${scale} (${from} → ${to})`;
  return substantiveChange(classOf(a, b), direction, `${scale}:${a.term.name}>${b.term.name}`, wording, note);
}

function onTwoScales(site: SiteReader, a: Mention, b: Mention): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const [from, to] = [a.term.rank ?? 0, b.term.rank ?? 0];
  const isClear =
    ![a, b].some(({ term }) => term.scale === APART) && Math.abs(to - from) >= SETTINGS.clearGap;
  const direction: Direction = !isClear ? 'changed' : to > from ? 'stronger' : 'weaker';
  const note = isClear
    ? `from ${a.term.scale} to ${b.term.scale}: clearly ${direction} (${from} → ${to})`
    : `from ${a.term.scale} to ${b.term.scale}, which do not compare`;
  return substantiveChange(
    classOf(a, b),
    direction,
    `other-axis:${a.term.name}>${b.term.name}`,
    wording,
    note,
  );
}

/** A weak modal softens the verb behind it, so that dropping it strengthens; a strong one says much the same. */
function cameOrWent(site: SiteReader, a: Mention | undefined, b: Mention | undefined): Change {
  const { term } = (a ?? b)!;
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const isWeak = term.class === 'modality' && (term.rank ?? 100) < SETTINGS.bareVerb;
  const direction: Direction = isWeak ? (a ? 'stronger' : 'weaker') : 'changed';
  const rule = term.class === 'modality' ? term.name : `other-axis:${term.name}`;
  const note = `"${term.lemma}" is ${a ? 'dropped' : 'added'}`;
  return substantiveChange(classOf(a, b), direction, rule, wording, note);
}
