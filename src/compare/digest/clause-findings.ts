import { tokenize } from '../../draft/tokens.ts';
import type { Link, LinkedClause } from '../comparison.ts';
import type { Finding } from './finding.ts';
import { partOfLink } from './parts.ts';
import { contentWords } from './revisions.ts';
import type { DigestContext } from './wording-findings.ts';

/** Most clauses under a heading that are told with it as one. */
const MAX_UNDER_HEADING = 3;
/** Most points that are told with their chapeau, if one of them is long. */
const MAX_POINTS = 3;
/** Words of a point from which it says something of its own. */
const LONG_POINT = 12;
/** Words that are quoted of a clause. */
const QUOTED = 40;

/** Clauses that came or went, a heading or a chapeau with what stands under it as one. */
export function clauseFindings(links: readonly Link[], context: DigestContext): Finding[] {
  return [
    ...cameOrWent(links, 'new', context),
    ...cameOrWent(links, 'old', context),
    ...moved(links, context),
    ...regrouped(links, context),
  ];
}

function cameOrWent(links: readonly Link[], side: 'old' | 'new', context: DigestContext): Finding[] {
  const kind = side === 'new' ? 'inserted' : 'deleted';
  const other = links.filter((link) => link[side].length > 0);
  const own = other
    .filter((link) => link.kind === kind)
    .sort((a, b) => a[side][0]!.index - b[side][0]!.index);
  const told = new Set<Link>();
  return own.flatMap((link) => {
    if (told.has(link)) return [];
    const block = [link, ...under(link, own, other, side).filter((one) => !told.has(one))];
    for (const one of block) told.add(one);
    return [clauseFinding(block, side, context)];
  });
}

const isUnder = (clause: LinkedClause, top: LinkedClause): boolean => clause.path.startsWith(`${top.path}/`);

/** What came or went with a clause as its part. */
function under(link: Link, own: readonly Link[], all: readonly Link[], side: 'old' | 'new'): Link[] {
  const top = link[side][0]!;
  const parts = own.filter((one) => one !== link && isUnder(one[side][0]!, top));
  const standing = all.filter((one) => isUnder(one[side][0]!, top));
  if (top.type === 'section')
    return parts.length === standing.length && parts.length <= MAX_UNDER_HEADING ? parts : [];
  const long = parts.filter((one) => wordsIn(one[side][0]!.text) > LONG_POINT).length;
  return parts.length <= MAX_POINTS || long < parts.length / 2 ? parts : [];
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function clauseFinding(block: readonly Link[], side: 'old' | 'new', context: DigestContext): Finding {
  const [link] = block as readonly [Link, ...Link[]];
  const clause = link[side][0]!;
  const isNew = side === 'new';
  const texts = block.map((one) => one[side][0]!.text);
  const text =
    clause.type === 'section' && block.length > 1 ? texts.join(' ') : clause.text || texts.join(' ');
  const quote = opening(text);
  const words = texts.flatMap((one) => contentWords(one, context.grammar));
  return {
    op: isNew ? 'added' : 'dropped',
    class: 'scope',
    direction: isNew ? 'broader' : 'narrower',
    link,
    old: isNew ? '' : quote,
    new: isNew ? quote : '',
    at: { old: isNew ? null : [0, clause.text.length], new: isNew ? [0, clause.text.length] : null },
    rule: isNew ? 'scope:clause-added' : 'scope:clause-dropped',
    note: isNew ? 'a new clause' : 'the clause is gone',
    aspects: [],
    lost: isNew ? [] : words,
    gained: isNew ? words : [],
    part: partOfLink(link, context.layouts),
    clauses: block,
    isSentence: false,
    wordsBefore: 0,
    routine: undefined,
  };
}

function opening(text: string): string {
  const tokens = tokenize(text).filter(({ key }) => key !== '[^]');
  const last = tokens[QUOTED - 1] ?? tokens.at(-1);
  return last ? `${text.slice(0, last.endExclusive)}${tokens.length > QUOTED ? '…' : ''}` : '';
}

/** Clauses that left their place, those between the same two parts as one. */
function moved(links: readonly Link[], context: DigestContext): Finding[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const [from, to] = [link.old[0], link.new[0]];
    if (!link.moved || !from || !to || to.type === 'section' || to.type === 'point' || to.type === 'footnote')
      continue;
    const key = `${topOf(from)} > ${topOf(to)}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups].map(([key, group]) => {
    const [from = '', to = ''] = key.split(' > ');
    const [link] = group as [Link];
    return {
      ...blank(link, context),
      op: 'moved',
      old: opening(link.old[0]!.text),
      new: opening(link.new[0]!.text),
      rule: from === to ? 'wording:moved' : 'scope:moved-to-another-part',
      note: `moved from ${link.old[0]!.path} to ${link.new[0]!.path}`,
      clauses: group,
    };
  });
}

const topOf = ({ path }: LinkedClause): string => path.split('/')[0]!.replace(/^[¶\d].*/, '¶');

/** Clauses that were only set out otherwise. */
function regrouped(links: readonly Link[], context: DigestContext): Finding[] {
  return links
    .filter(({ kind }) => kind === 'split' || kind === 'merged')
    .map((link) => ({
      ...blank(link, context),
      op: link.kind as 'split' | 'merged',
      old: opening(link.old[0]!.text),
      new: opening(link.new[0]!.text),
      rule: `wording:${link.kind}`,
      note: link.kind === 'split' ? 'set out in several clauses' : 'put together from several clauses',
      clauses: [link],
    }));
}

const blank = (link: Link, { layouts }: DigestContext): Omit<Finding, 'op' | 'rule' | 'note'> => ({
  class: 'wording',
  direction: 'changed',
  link,
  old: '',
  new: '',
  at: { old: null, new: null },
  aspects: [],
  lost: [],
  gained: [],
  part: partOfLink(link, layouts),
  clauses: [],
  isSentence: false,
  wordsBefore: 0,
  routine: undefined,
});
