import { tokenize } from '../../draft/tokens.ts';
import type { Grammar } from '../../languages/grammar.ts';
import type { Change, ChangeClass, Direction } from '../../wording/change.ts';
import type { Edit } from '../../wording/edits.ts';
import type { Lexicon } from '../../wording/lexicon.ts';
import { nameChanges } from '../../wording/name-changes.ts';
import { contentOf, isSameStem, type Revision } from './revisions.ts';

/** What a revision says. */
export interface Reading {
  readonly class: ChangeClass;
  readonly direction: Direction;
  readonly rule: string;
  readonly note: string;
  readonly aspects: readonly { readonly class: ChangeClass; readonly direction: Direction }[];
  /** Content words of one side only. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Content words from which an addition is a passage of its own, told as such and not by one word of it. */
const LONG_PASSAGE = 6;
/** The same of a whole sentence. */
const SENTENCE = 3;

/**
 * Reads a revision once, in its sentence, with nothing else of the clause changed.
 *
 * @param texts of the link, both sides
 * @param named the changes of the link, where this is its only revision
 * @returns undefined if it says nothing: another form or order of the same words
 */
export function readRevision(
  revision: Revision,
  texts: { readonly old: string; readonly new: string },
  named: readonly Change[] | undefined,
  lexicon: Lexicon,
  grammar: Grammar,
): Reading | undefined {
  const { lost, gained } = oneSidedWords(revision, grammar);
  const changes = (named ?? nameChanges(inContext(revision, texts), lexicon))
    .filter(({ substantive, class: name }) => substantive && name !== 'bracket')
    .sort((a, b) => b.rank - a.rank);
  const [first] = changes;
  if (!first) return undefined;
  if ([...lost, ...gained].every((word) => grammar.linking.has(word)) && isSmall(first)) return undefined;
  const aspects = changes.slice(1).map(({ class: name, direction }) => ({ class: name, direction }));
  const base = { aspects, lost, gained };
  if (isRewritten(lost, gained) && !isWhole(first)) return { ...base, ...REWRITTEN };
  if (isPassage(revision, grammar)) return { ...base, ...passage(revision, first, texts, grammar) };
  return { ...base, class: first.class, direction: first.direction, rule: first.rule, note: first.note };
}

/** Rules that say no more than that small words differ. */
const isSmall = ({ rule }: Change): boolean =>
  /^(?:wording:small-word|wording:order|scope:(?:article|inflection|replaced|added|removed))/.test(rule);

/** Words of each side from which a replacement is more than what any one rule says of it. */
const MANY_WORDS = 4;

const isRewritten = (lost: readonly string[], gained: readonly string[]): boolean =>
  Math.min(lost.length, gained.length) >= MANY_WORDS;

/** A rule that has something on both sides speaks of the whole replacement; a deadline or sum must be heard in any case. */
const isWhole = ({ old, new: newer, class: name, direction }: Change): boolean =>
  ((name === 'date' || name === 'amount') && direction !== 'changed') ||
  (old !== '' && newer !== '' && (name === 'verb' || name === 'modality' || name === 'actor'));

const REWRITTEN = {
  class: 'scope',
  direction: 'changed',
  rule: 'scope:rewritten',
  note: 'other words',
} as const;

function inContext({ old, new: newer }: Revision, texts: { old: string; new: string }): Edit[] {
  const anchor = newer ?? old!;
  const text = newer ? texts.new : texts.old;
  const [before, after] = [text.slice(0, anchor.at[0]), text.slice(anchor.at[1])];
  const op = !old ? 'insert' : !newer ? 'delete' : 'replace';
  const edits: Edit[] = [
    { op: 'equal', old: before, new: before },
    { op, old: old?.text ?? '', new: newer?.text ?? '' },
    { op: 'equal', old: after, new: after },
  ];
  return edits.filter((edit) => edit.old !== '' || edit.new !== '');
}

/** Bags of words: what both sides have, in whatever form, says nothing. */
function oneSidedWords(
  { old, new: newer }: Revision,
  grammar: Grammar,
): { lost: string[]; gained: string[] } {
  const rest = contentOf(newer?.tokens ?? [], grammar);
  const take = (found: number): boolean => found >= 0 && rest.splice(found, 1).length > 0;
  const lost = contentOf(old?.tokens ?? [], grammar).filter((word) => !take(rest.indexOf(word)));
  const stems = lost.filter((word) => !take(rest.findIndex((other) => isSameStem(word, other))));
  return { lost: stems, gained: rest };
}

function isPassage({ old, new: newer, isSentence }: Revision, grammar: Grammar): boolean {
  const [a, b] = [old, newer].map((side) => contentOf(side?.tokens ?? [], grammar).length) as [
    number,
    number,
  ];
  return Math.min(a, b) === 0 && Math.max(a, b) >= (isSentence ? SENTENCE : LONG_PASSAGE);
}

/** A long addition strengthens what demands or condemns, and widens all else; an omission does the reverse. */
function passage(
  { old, new: newer }: Revision,
  first: Change,
  texts: { old: string; new: string },
  grammar: Grammar,
): Omit<Reading, 'aspects' | 'lost' | 'gained'> {
  const text = newer ? texts.new : texts.old;
  const opening = tokenize(text.slice(0, 200))
    .slice(0, OPENING)
    .map(({ key }) => key.toLowerCase());
  const isForce = opening.some((word) => grammar.demanding.has(word) || grammar.negating.has(word));
  const side = (newer ?? old)!;
  const isHedge =
    first.class === 'hedge' && side.text.toLowerCase().startsWith((first.new || first.old).toLowerCase());
  const direction: Direction = isHedge
    ? first.direction
    : newer
      ? isForce
        ? 'stronger'
        : 'broader'
      : isForce
        ? 'weaker'
        : 'narrower';
  return {
    class: isHedge ? 'hedge' : 'scope',
    direction,
    rule: newer ? 'scope:passage-added' : 'scope:passage-dropped',
    note: newer ? 'a passage is added' : 'a passage is dropped',
  };
}

/** Words of a clause within which its predicate stands. */
const OPENING = 12;
