import { tokenize } from '../../draft/tokens.ts';
import type { Grammar } from '../../languages/grammar.ts';
import { findMentions } from '../../wording/mentions.ts';
import { readWords } from '../../wording/words.ts';
import type { Link } from '../comparison.ts';
import type { Finding } from './finding.ts';
import { contentWords } from './revisions.ts';
import { WEIGHTS } from './weights.ts';
import type { DigestContext } from './wording-findings.ts';

/** The content words of both drafts. */
export interface Vocabulary {
  readonly old: ReadonlySet<string>;
  readonly new: ReadonlySet<string>;
}

export function vocabularyOf(links: readonly Link[], grammar: Grammar): Vocabulary {
  const wordsOf = (side: 'old' | 'new'): Set<string> =>
    new Set(links.flatMap((link) => link[side].flatMap(({ text }) => contentWords(text, grammar))));
  return { old: wordsOf('old'), new: wordsOf('new') };
}

/** UTF-16 units in which a clause opens. */
const OPENING = 120;

type Feature = keyof typeof WEIGHTS;

/** How much a finding must be heard, 1 to 98, by what it does, where and how often; the same for the mirrored one. */
export function importanceOf(
  group: readonly Finding[],
  vocabulary: Vocabulary,
  context: DigestContext,
): number {
  const features = featuresOf(group, vocabulary, context);
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += WEIGHTS[name as Feature] * Number(value);
  return Math.max(1, Math.min(98, Math.round(sum)));
}

const scaled = (count: number): number => Math.min(3, Math.log2(1 + count) / 1.5);

function featuresOf(
  group: readonly Finding[],
  vocabulary: Vocabulary,
  { grammar, lexicon, sections }: DigestContext,
): Partial<Record<Feature, number | boolean>> {
  const [first] = group as [Finding, ...Finding[]];
  const { op, part, lost, gained, clauses } = first;
  const isClause = clauses.length > 0 && (op === 'added' || op === 'dropped');
  const isEdit = clauses.length === 0;
  const clause = (first.link.new[0] ?? first.link.old[0])!;
  const words = [...lost, ...gained];
  const novel =
    new Set(gained.filter((word) => !vocabulary.old.has(word))).size +
    new Set(lost.filter((word) => !vocabulary.new.has(word))).size;
  const openings = [first.link.old[0], first.link.new[0]].map((one) =>
    tokenize((one?.text ?? '').slice(0, OPENING))
      .map(({ key }) => key.toLowerCase())
      .slice(0, 6),
  );
  const places = op === 'moved' ? clauses.length : group.length;
  const raw = `${first.old} ${first.new}`;
  const mentions = findMentions(readWords(isClause ? clause.text : raw), lexicon, ['formula', 'stance']);
  const opens = [first.old, first.new].map((text) => /[\p{L}]+/u.exec(text)?.[0].toLowerCase() ?? '');
  const classes = new Set([first.class, ...first.aspects.map((aspect) => aspect.class)]);
  return {
    base: 1,
    clause: isClause,
    operativeClause: isClause && part === 'operative',
    preambleClause: isClause && part === 'preamble',
    point: isClause && clause.type === 'point',
    bareHeading: isClause && clause.type === 'section' && clauses.length === 1,
    moved: op === 'moved',
    movedAcross: first.rule === 'scope:moved-to-another-part',
    regrouped: op === 'split' || op === 'merged',
    annex: part === 'annex',
    preamble: part === 'preamble',
    frame: part === 'frame',
    headVerb: isEdit && op === 'replaced' && classes.has('verb') && first.wordsBefore <= 4,
    verb: isEdit && first.class === 'verb',
    modality: isEdit && (classes.has('modality') || classes.has('negation')),
    actor: isEdit && (first.class === 'actor' || first.class === 'addressee'),
    date: isEdit && (first.class === 'date' || first.class === 'amount'),
    hedge: isEdit && classes.has('hedge'),
    bracket: first.class === 'bracket',
    weighty: isEdit && words.some((word) => grammar.weighty.has(word)),
    duty: words.some((word) => grammar.duties.has(word)),
    demand: openings.some((words) => words.some((word) => grammar.demanding.has(word))),
    length: scaled(words.length),
    oneWord: isEdit && words.length <= 1,
    sentence: first.isSentence,
    places: Math.min(3, Math.log2(places)),
    manyPlaces: places > 2,
    novel: scaled(novel),
    recallingClause: isClause && openings.some(([word = '']) => grammar.recalling.has(word)),
    operativeEdit: isEdit && part === 'operative',
    formula: mentions.some(({ term }) => term.layer === 'formula'),
    inNewSection: isClause && sections.isWhole(first),
    annexEdit: part === 'annex' && !isClause,
    replacedActor: isEdit && op === 'replaced' && first.class === 'actor',
    onScale:
      isEdit &&
      (first.class === 'verb' || first.class === 'modality') &&
      (first.direction === 'stronger' || first.direction === 'weaker'),
    entity: isEdit && first.class === 'entity',
    amount: isEdit && first.class === 'amount',
    listMember:
      isEdit &&
      op !== 'replaced' &&
      words.length <= 6 &&
      opens.some((word) => grammar.joining.has(word) || grammar.parting.has(word)),
    subordinate: isEdit && opens.some((word) => grammar.subordinators.has(word)),
    stanceInside: isEdit && mentions.some(({ term }) => term.layer === 'stance'),
    rewritten: first.rule === 'scope:rewritten',
    negation: classes.has('negation'),
    wordSwap: isEdit && lost.length === 1 && gained.length === 1,
    paired: first.alsoIn !== undefined,
  };
}
