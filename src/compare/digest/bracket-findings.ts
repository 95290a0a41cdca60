import { tokenize } from '../../draft/tokens.ts';
import { type Change, MIRRORED } from '../../wording/change.ts';
import { nameChanges } from '../../wording/name-changes.ts';
import type { Link } from '../comparison.ts';
import type { Finding, Operation } from './finding.ts';
import { partOfLink } from './parts.ts';
import { contentOf } from './revisions.ts';
import type { DigestContext } from './wording-findings.ts';

/**
 * What became of the square brackets of a link, told beside its other findings:
 *
 *     [security guarantees] → security guarantees      closed
 *     the mission → [the mission]                      opened
 *     [p.m.] → by June 2026                            filled, with what stands there now
 *     [shall][should] → should                         one of two was chosen, the weaker
 */
export function bracketFindings(link: Link, told: readonly Finding[], context: DigestContext): Finding[] {
  const chosen = [
    ...alternatives(link, context),
    ...alternatives(mirroredLink(link), context).map((finding) => mirroredFinding(finding, link)),
  ];
  const covered = [...told, ...chosen].flatMap(({ old, new: newer }) => [...wordsOf(old), ...wordsOf(newer)]);
  const others = link.changes
    .filter(({ class: name, substantive }) => substantive && name === 'bracket')
    .filter(({ old, new: newer }) => !wordsOf(`${old} ${newer}`).some((word) => covered.includes(word)))
    .map((change) => bracketFinding(link, change, context));
  return [...chosen, ...others];

  function wordsOf(text: string): string[] {
    return contentOf(tokenize(text), context.grammar);
  }
}

const OPERATION: Readonly<Record<string, readonly [onOld: Operation, onNew: Operation]>> = {
  'bracket:slot': ['filled', 'opened'],
  'bracket:gap': ['filled', 'dropped'],
  'bracket:closed': ['closed', 'closed'],
  'bracket:opened': ['opened', 'opened'],
};

function bracketFinding(
  link: Link,
  { old, new: newer, rule, note }: Change,
  context: DigestContext,
): Finding {
  const [onOld, onNew] = OPERATION[rule] ?? ['replaced', 'replaced'];
  return { ...base(link, context), op: old === '' ? onNew : onOld, old, new: newer, rule, note };
}

const base = (link: Link, { layouts }: DigestContext): Omit<Finding, 'op' | 'rule' | 'note'> => ({
  class: 'bracket',
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

/** The link with its drafts swapped, as far as brackets are read from it. */
const mirroredLink = (link: Link): Link => ({ ...link, old: link.new, new: link.old });

const mirroredFinding = (finding: Finding, link: Link): Finding => ({
  ...finding,
  link,
  op: 'opened',
  direction: MIRRORED[finding.direction],
  old: finding.new,
  new: finding.old,
  at: { old: finding.at.new, new: finding.at.old },
  lost: finding.gained,
  gained: finding.lost,
  rule: 'bracket:left-open',
  note: 'left open which of several',
});

/** Two or more brackets side by side, of which the newer draft keeps one. */
function alternatives(link: Link, context: DigestContext): Finding[] {
  const text = { old: textOf(link, 'old'), new: textOf(link, 'new') };
  return [...text.old.matchAll(ALTERNATIVES)].flatMap(({ 0: printed, index }) => {
    if (text.new.includes(printed)) return [];
    const options = [...printed.matchAll(/\[([^[\]]*)\]/g)].map(([, option = '']) => option.trim());
    const before = text.old.slice(0, index);
    const chosen = options.find(
      (option) => option !== '' && text.new.includes(`${before.slice(-REACH)}${option}`),
    );
    const dropped = options.find((option) => option !== chosen);
    if (chosen === undefined || dropped === undefined) return [];
    const after = text.old.slice(index + printed.length);
    const [first] = nameChanges(
      [
        { op: 'equal', old: before, new: before },
        { op: 'replace', old: dropped, new: chosen },
        { op: 'equal', old: after, new: after },
      ],
      context.lexicon,
    ).filter(({ substantive }) => substantive);
    const direction = first?.direction ?? 'changed';
    const at = text.new.indexOf(`${before.slice(-REACH)}${chosen}`) + before.slice(-REACH).length;
    return [
      {
        ...base(link, context),
        class: first?.class ?? 'bracket',
        direction,
        op: 'closed' as const,
        old: printed,
        new: chosen,
        at: { old: [index, index + printed.length] as const, new: [at, at + chosen.length] as const },
        aspects: [{ class: 'bracket' as const, direction: 'changed' as const }],
        lost: contentOf(tokenize(dropped), context.grammar),
        rule: 'bracket:chosen',
        note: direction === 'changed' ? 'one of several was chosen' : `of two the ${direction} was chosen`,
      },
    ];
  });
}

/** Brackets with at most a blank or a stroke between them. */
const ALTERNATIVES = /\[(?!\^)[^[\]]*\](?:[ /]{0,3}\[(?!\^)[^[\]]*\])+/g;

/** UTF-16 units before a bracket by which its place is known in the newer draft. */
const REACH = 12;

const textOf = (link: Link, side: 'old' | 'new'): string => link[side].map(({ text }) => text).join('\n');
