import {
  type Change,
  type ChangeClass,
  type Direction,
  MIRRORED,
  neutralChange,
  substantiveChange,
} from '../change.ts';
import type { Mention } from '../mentions.ts';
import { isSameWording } from '../same-wording.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/** Conditions and softeners (hedge), and words that widen or narrow what is meant (scope). */
export function qualifierChanges(site: SiteReader): Change[] {
  return [...changesOf(site, 'hedge'), ...changesOf(site, 'scope')];
}

/** A condition that only went to another place of the clause, or is said in other words, is no change. */
export function movedQualifiers(site: SiteReader): Change[] {
  const classes = ['hedge', 'scope'] as const;
  const found = difference(
    site.mentions('old', 'qualifier', classes),
    site.mentions('new', 'qualifier', classes),
    ({ term }) => term,
  );
  site.coverBoth(found);
  return found.both.flatMap(([a, b]) => sameQualifier(site, a, b));
}

function sameQualifier(site: SiteReader, a: Mention, b: Mention): Change[] {
  if (site.sameWords(a, b)) return [];
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  if (!isSameWording(old, newer, site.lexicon)) {
    const name = a.term.class === 'scope' ? 'scope' : 'hedge';
    const note = `other words, of the kind of "${a.term.lemma}"`;
    return [substantiveChange(name, 'changed', `same-kind:${a.term.name}`, { old, new: newer }, note)];
  }
  return [neutralChange('wording', 'same-qualifier', old, newer, `both forms of "${a.term.lemma}"`)];
}

function changesOf(site: SiteReader, name: 'hedge' | 'scope'): Change[] {
  const found = difference(
    site.mentions('old', 'qualifier', [name]),
    site.mentions('new', 'qualifier', [name]),
    ({ term }) => term,
  );
  site.coverBoth(found);
  site.cover('old', found.old);
  site.cover('new', found.new);
  const changes: Change[] = [];
  for (let i = 0; i < Math.max(found.old.length, found.new.length); i++) {
    changes.push(change(site, name, found.old[i], found.new[i]));
  }
  return changes;
}

function change(site: SiteReader, name: ChangeClass, a: Mention | undefined, b: Mention | undefined): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const [lost, gained] = [a && MIRRORED[a.term.effect ?? 'changed'], b?.term.effect];
  if (!(a && b) && (lost ?? gained) === 'neutral')
    return neutralChange('wording', 'linking', wording.old, wording.new, noteOf(a, b));
  const direction = together(lost, gained);
  const rule = [name === 'scope' ? 'term' : '', a?.term.name, b && a ? '>' : '', b?.term.name]
    .filter(Boolean)
    .join(':');
  return substantiveChange(name, direction, rule.replace(/:>:/, '>'), wording, noteOf(a, b));
}

/** Two effects that agree are one; otherwise no direction is claimed. */
function together(lost: Direction | undefined, gained: Direction | undefined): Direction {
  if (lost === undefined || gained === undefined) return lost ?? gained ?? 'changed';
  return lost === gained ? lost : 'changed';
}

function noteOf(a: Mention | undefined, b: Mention | undefined): string {
  if (a && b) return `"${b.term.lemma}" instead of "${a.term.lemma}"`;
  return a ? `"${a.term.lemma}" is dropped` : `"${b?.term.lemma}" is added`;
}
