import { type Change, MIRRORED, substantiveChange } from '../change.ts';
import { SETTINGS } from '../settings.ts';
import type { SideName, SiteReader } from '../site-reader.ts';

/**
 * A phrase or sentence added or dropped as a whole. What opens it governs the rest, so that it is one change:
 *
 *     …, with due regard to the flexibility that could be needed by Member States      a hedge
 *     …, nor does it constitute a commitment                                           a negation
 *     The Union stands ready to examine whether …                                      a sentence: scope
 */
export function phraseChanges(site: SiteReader): Change[] {
  const { old, new: newer } = site.site;
  const side: SideName | undefined =
    old.start === old.endExclusive ? 'new' : newer.start === newer.endExclusive ? 'old' : undefined;
  if (side === undefined) return [];
  const open = site.open(side).filter((at) => site.words(side).tokens[at]?.word);
  if (open.length <= SETTINGS.maxQualifier) return [];
  return hedgePhrase(site, side, open) ?? sentence(site, side) ?? [];
}

function hedgePhrase(site: SiteReader, side: SideName, open: readonly number[]): Change[] | undefined {
  const { keys } = site.words(side);
  const opens = open.filter((at) => !LINKS.has(keys[at] ?? '')).slice(0, SETTINGS.hedgeOpens + 1);
  const head = site
    .mentions(side, 'qualifier', ['hedge', 'negation'])
    .find(({ start }) => opens.includes(start) && opens.indexOf(start) <= SETTINGS.hedgeOpens - 1);
  if (!head) return undefined;
  const { term } = head;
  if (term.class === 'negation' && !/^(?:nor|without|ni|sans|ohne|noch)$/.test(keys[head.start] ?? ''))
    return undefined;
  const effect = term.class === 'negation' ? 'weaker' : (term.effect ?? 'changed');
  const wording = site.whole();
  site.cover(side, [site.site[side]]);
  return [
    substantiveChange(
      term.class === 'negation' ? 'negation' : 'hedge',
      side === 'new' ? effect : MIRRORED[effect],
      `${side === 'new' ? 'added' : 'removed'}:${term.name}`,
      wording,
      `a phrase with "${site.text(side, head)}" is ${side === 'new' ? 'added' : 'dropped'}`,
    ),
  ];
}

const LINKS = new Set(['and', 'but', 'or', 'as']);

/** Whole sentences: formulas in them have been told before; the rest is what the text now also says. */
function sentence(site: SiteReader, side: SideName): Change[] | undefined {
  const wording = site.whole();
  const text = wording[side].trim();
  if (!/^[[("'“‘„«\s]*\p{Lu}.*[.!?;][\])"'”’“»\s]*$/su.test(text)) return undefined;
  site.cover(side, [site.site[side]]);
  const added = side === 'new';
  const rule = `clause:sentence-${added ? 'added' : 'removed'}`;
  const note = `a sentence is ${added ? 'added' : 'dropped'}${commitments(site, side)}`;
  return [substantiveChange('scope', added ? 'broader' : 'narrower', rule, wording, note)];
}

/** `: calls on (directive), the Commission` */
function commitments(site: SiteReader, side: SideName): string {
  const inside = site
    .allMentions(side)
    .filter(
      ({ term, start }) =>
        start >= site.site[side].start && start < site.site[side].endExclusive && term.layer === 'stance',
    );
  const names = [...new Set(inside.map((mention) => site.text(side, mention)))].slice(0, 3);
  return names.length > 0 ? `: ${names.join(', ')}` : '';
}
