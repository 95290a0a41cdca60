import { clauseWords } from '../../draft/clause-words.ts';
import { type Token, tokenize } from '../../draft/tokens.ts';
import type { Grammar } from '../../languages/grammar.ts';
import type { Edit } from '../../wording/edits.ts';
import { neutralChanges } from '../../wording/neutral.ts';
import type { TextSpan } from './text-span.ts';

/** Words of one side of a revision, with their place in the joined text of the link's clauses. */
interface Passage {
  readonly text: string;
  readonly at: TextSpan;
  readonly tokens: readonly Token[];
}

/** The edits that are one change in a reader's eye. */
export interface Revision {
  readonly old: Passage | undefined;
  readonly new: Passage | undefined;
  /** Whether it is a whole sentence that came or went. */
  readonly isSentence: boolean;
}

/** A run of the alignment of two texts. */
interface Run {
  readonly isEqual: boolean;
  readonly old: readonly Token[];
  readonly new: readonly Token[];
  /** Begins behind the end of a sentence, or is cut off from the run before. */
  readonly isCut: boolean;
  readonly isSentence: boolean;
}

/** What may lie between two edits of one revision. */
const GATHERING = {
  /** Function words between two edits that do not part them: "of the". */
  smallWords: 3,
  /** Content words of an edit that is short enough to reach over one kept content word. */
  shortEdit: 4,
  /** Content words from which a replacement is long enough to reach over two. */
  longEdit: 3,
  /** Words of a list of clauses, from which it is cut at its joints. */
  longInsertion: 12,
  /** Content words before a joint at which a passage is cut. */
  beforeJoint: 4,
} as const;

/**
 * Gathers the edits of two texts into revisions.
 *
 *     old   … arrested or detained, and calls on the Government to release them.
 *     new   … unlawfully or arbitrarily arrested or detained, and urges the Government to release all of them.
 *     edits       + unlawfully or arbitrarily      calls on → urges      + all of
 *     ugly        + unlawfully | + or | + arbitrarily | - calls | on → urges | + all | + of
 *
 * Edits with nothing but small words between them are one; so are short ones around one kept word, and replacements
 * around two if one of them is long. Nothing reaches over the end of a sentence, a semicolon or a colon, and what commas
 * bound stands alone.
 */
export function gatherRevisions(edits: readonly Edit[], grammar: Grammar): Revision[] {
  const runs = readRuns(edits, grammar).flatMap((run) => cutRun(run, grammar));
  const gathered: Run[] = [];
  let between: Run | undefined;
  for (const run of runs) {
    if (run.isEqual) {
      between = between ? joined(between, run) : run;
      continue;
    }
    const last = gathered.at(-1);
    if (last && reaches(last, between, run, grammar))
      gathered.splice(-1, 1, joined(between ? joined(last, between) : last, run));
    else gathered.push(run);
    between = undefined;
  }
  const text = { old: joinedText(edits, 'old'), new: joinedText(edits, 'new') };
  return gathered.flatMap((run) => {
    const [old, newer] = [passageOf(run.old, text.old), passageOf(run.new, text.new)];
    return old || newer ? [{ old, new: newer, isSentence: run.isSentence }] : [];
  });
}

const joinedText = (edits: readonly Edit[], side: 'old' | 'new'): string =>
  edits.map((edit) => edit[side]).join('');

const joined = (a: Run, b: Run): Run => ({
  isEqual: false,
  old: [...a.old, ...b.old],
  new: [...a.new, ...b.new],
  isCut: a.isCut,
  isSentence: a.isSentence && b.isSentence,
});

function passageOf(tokens: readonly Token[], text: string): Passage | undefined {
  const kept = trimmed(tokens);
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return undefined;
  const at: TextSpan = [first.start, last.endExclusive];
  return { text: text.slice(...at), at, tokens: kept };
}

/** Without the punctuation around it, which no reader quotes. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const isOuter = ({ word, key }: Token | { word: boolean; key: string }): boolean =>
    !word && /^(?:[,;:.]|[[\]]|\[\^\])$/.test(key);
  let [start, end] = [0, tokens.length];
  while (start < end && isOuter(tokens[start]!)) start++;
  while (end > start && isOuter(tokens[end - 1]!)) end--;
  const count = (sign: string): number => tokens.slice(start, end).filter(({ key }) => key === sign).length;
  if (tokens[end]?.key === ']' && count('[') > count(']')) end++;
  if (tokens[start - 1]?.key === '[' && count(']') > count('[')) start--;
  return tokens.slice(start, end);
}

/** Words that say something: no function words, no footnote references. */
export const contentOf = (tokens: readonly Token[], { functionWords }: Grammar): string[] =>
  tokens.flatMap(({ word, key }) => {
    const lower = key.toLowerCase();
    return word && !functionWords.has(lower) ? [lower] : [];
  });

/** The same of a clause's text, whose words are known already. */
export const contentWords = (text: string, { functionWords }: Grammar): string[] =>
  clauseWords(text).words.filter((word) => !functionWords.has(word));

function readRuns(edits: readonly Edit[], grammar: Grammar): Run[] {
  let [oldAt, newAt] = [0, 0];
  let isCut = true;
  return edits.map((edit) => {
    const [old, newer] = [shifted(edit.old, oldAt), shifted(edit.new, newAt)];
    oldAt += edit.old.length;
    newAt += edit.new.length;
    const run: Run = {
      isEqual: saysNothing(edit, old, newer, grammar),
      old,
      new: newer,
      isCut: false,
      isSentence: false,
    };
    const side = newer.length > 0 ? newer : old;
    const opens = isCut;
    isCut = endsSentence(side.at(-1));
    const isSentence = opens && isCut && (old.length === 0 || newer.length === 0) && side.length > 3;
    return { ...run, isSentence: isSentence && !run.isEqual };
  });
}

const shifted = (text: string, by: number): Token[] =>
  tokenize(text).map((token) => ({
    ...token,
    start: token.start + by,
    endExclusive: token.endExclusive + by,
  }));

const endsSentence = (token: Token | undefined): boolean =>
  token !== undefined && /^[.;!?:]$/.test(token.key);

/** Declared equal, or an article or another small word alone. */
function saysNothing(edit: Edit, old: readonly Token[], newer: readonly Token[], grammar: Grammar): boolean {
  if (edit.op === 'equal') return true;
  if (neutralChanges(edit)) return true;
  if (contentOf(old, grammar).length + contentOf(newer, grammar).length > 0) return false;
  const signs = [...old, ...newer].filter(({ word, key }) => !word && /[%§$€£≤≥<>+]/.test(key));
  const joins = (tokens: readonly Token[]): string =>
    tokens
      .filter(({ key }) => grammar.conjunctions.has(key.toLowerCase()))
      .map(({ key }) => key.toLowerCase())
      .join(' ');
  const isOtherJoin = joins(old) !== joins(newer) && joins(old) !== '' && joins(newer) !== '';
  return signs.length === 0 && !isOtherJoin;
}

/** Cuts what holds several sentences or clauses. */
function cutRun(run: Run, grammar: Grammar): Run[] {
  if (run.isEqual) return [run];
  const [old, newer] = [run.old, run.new];
  if (old.length > 0 && newer.length > 0) return cutReplacement(run, grammar);
  const side = old.length > 0 ? 'old' : 'new';
  const sentences = cutAt(run[side], sentenceEnds(run[side]));
  return sentences.flatMap((tokens, i) => {
    const isSentence = run.isSentence || i > 0;
    return cutAt(tokens, joints(tokens, grammar)).map((part, j, all) => ({
      isEqual: false,
      old: side === 'old' ? part : [],
      new: side === 'new' ? part : [],
      isCut: i > 0 || j > 0,
      isSentence: isSentence && all.length === 1,
    }));
  });
}

/** The first sentence of a long replacement replaces; what follows came. Sides without a word in common are two changes. */
function cutReplacement(run: Run, grammar: Grammar): Run[] {
  const [a, b] = [contentOf(run.old, grammar), contentOf(run.new, grammar)];
  const opens = (tokens: readonly Token[]): boolean => {
    const first = tokens[0]?.key.toLowerCase() ?? '';
    return first === ',' || grammar.subordinators.has(first);
  };
  const isUnlike =
    Math.min(a.length, b.length) >= GATHERING.longEdit &&
    !a.some((word) => b.some((other) => isSameStem(word, other)));
  if (isUnlike && opens(run.old) && opens(run.new))
    return [
      { ...run, new: [] },
      { ...run, old: [], isCut: true },
    ];
  for (const side of ['new', 'old'] as const) {
    const [first = [], ...others] = cutAt(run[side], sentenceEnds(run[side]));
    if (others.length === 0) continue;
    const other = side === 'new' ? 'old' : 'new';
    return [
      { ...run, [side]: first },
      ...others.map((tokens) => ({ ...run, [side]: tokens, [other]: [], isCut: true, isSentence: true })),
    ];
  }
  return [run];
}

function cutAt(tokens: readonly Token[], ends: readonly number[]): Token[][] {
  const starts = [0, ...ends];
  return starts.map((start, i) => tokens.slice(start, starts[i + 1])).filter((part) => part.length > 0);
}

/** Behind the end of each sentence but the last. */
function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  let [words, depth] = [0, 0];
  tokens.forEach((token, i) => {
    if (token.word) words++;
    if (token.key === '(') depth++;
    if (token.key === ')') depth--;
    const next = tokens[i + 1];
    const isEnd =
      /^[.;!?]$/.test(token.key) && depth <= 0 && words >= GATHERING.beforeJoint && next !== undefined;
    if (!isEnd) return;
    if (token.key === '.' && ((tokens[i - 1]?.key.length ?? 0) < 3 || !/^[\p{Lu}\p{N}“"(*[]/u.test(next.key)))
      return;
    ends.push(i + 1);
    words = 0;
  });
  return ends;
}

/** Where a long passage goes on with another verb: ", and calls on", ", to cease". */
function joints(tokens: readonly Token[], grammar: Grammar): number[] {
  if (tokens.filter(({ word }) => word).length < GATHERING.longInsertion) return [];
  const ends: number[] = [];
  let from = 0;
  for (let i = 3; i < tokens.length - 3; i++) {
    if (tokens[i]!.key !== ',') continue;
    const [one = '', two = ''] = [tokens[i + 1], tokens[i + 2]].map((token) => token?.key.toLowerCase());
    const isVerb =
      grammar.conjunctions.has(one) && (grammar.demanding.has(two) || grammar.recalling.has(two));
    if (!isVerb || contentOf(tokens.slice(from, i), grammar).length < GATHERING.beforeJoint) continue;
    ends.push(i);
    from = i;
  }
  return ends;
}

function reaches(last: Run, between: Run | undefined, next: Run, grammar: Grammar): boolean {
  const gap = between?.new ?? [];
  if (next.isCut || next.isSentence || last.isSentence || gap.some(endsSentence)) return false;
  if (gap.some(({ key }) => key === ',')) return false;
  const words = gap.filter(({ word }) => word).length;
  if (words > 0 && (isBound(last, grammar) || isBound(next, grammar))) return false;
  if (words > GATHERING.smallWords) return false;
  const kept = contentOf(gap, grammar).length;
  if (kept === 0) return true;
  const [a, b] = [sizeOf(last, grammar), sizeOf(next, grammar)];
  if (kept === 1 && Math.max(a, b) <= GATHERING.shortEdit) return true;
  const isReplaced = ({ old, new: newer }: Run): boolean => old.length > 0 && newer.length > 0;
  return kept <= 2 && isReplaced(last) && isReplaced(next) && Math.max(a, b) >= GATHERING.longEdit;
}

const sizeOf = ({ old, new: newer }: Run, grammar: Grammar): number =>
  Math.max(contentOf(old, grammar).length, contentOf(newer, grammar).length);

/** An addition or omission between commas. */
function isBound({ old, new: newer }: Run, grammar: Grammar): boolean {
  if (old.length > 0 && newer.length > 0) return false;
  const tokens = newer.length > 0 ? newer : old;
  return tokens.length > 2 && /^[,;]$/.test(tokens[0]!.key) && contentOf(tokens, grammar).length > 0;
}

/** Two forms of one word, as near as a text without a dictionary tells: an ending of at most three letters. */
export function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return (
    same >= 4 && same >= 0.6 * Math.max(a.length, b.length) && a.length - same <= 3 && b.length - same <= 3
  );
}
