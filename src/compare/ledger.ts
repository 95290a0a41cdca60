import type { Change } from '../wording/change.ts';
import { isFunctionWord } from '../wording/function-words.ts';
import type { Lexicon } from '../wording/lexicon.ts';
import { readWords } from '../wording/words.ts';
import type { LedgerEntry, Link } from './comparison.ts';
import { type Asked, type Found, findWordings } from './find-wordings.ts';

/** Longest wording that may recur as a substitution, in words. */
const MAX_WORDS = 10;
/** A rename is a name of more than one word if at least this share of its places have the same word before. */
const NAME_SHARE = 0.9;
/** Rank below which a substitution is no rename, and where else its words stand says nothing. */
const LEAST_RENAME = 40;

interface Group {
  readonly change: Change;
  readonly links: Link[];
}

/**
 * One finding instead of seven: each substitution over the whole text, with the places where the old wording is left
 * (the drafter's slip) and how often the new one stood before.
 */
export function writeLedger(links: readonly Link[], lexicon: Lexicon): LedgerEntry[] {
  const groups = new Map<string, Group>();
  for (const link of links) {
    for (const change of link.changes) {
      if (change.old === '' && change.new === '') continue;
      if (wordCount(change.old) > MAX_WORDS || wordCount(change.new) > MAX_WORDS) continue;
      const key = [change.class, change.direction, fold(change.old, lexicon), fold(change.new, lexicon)].join(
        '\n',
      );
      const group = groups.get(key);
      if (group) group.links.push(link);
      else groups.set(key, { change, links: [link] });
    }
  }
  const told = [...groups.values()].filter(isTold);
  const names = told.map(({ change, links: places }) => wholeName(change.old, change.new, places));
  const asked = (side: 0 | 1): Asked[] =>
    told.map(({ change }, i) => {
      const [wording, notIn] = [names[i]![side] as string, names[i]![1 - side] as string];
      return { wording: isRename(change) ? wording : '', notIn };
    });
  const left = findWordings(asked(0), links, 'new', lexicon);
  const before = findWordings(asked(1), links, 'old', lexicon);
  return told
    .map((group, i) => entryOf(group, names[i]!, left[i]!, before[i]!))
    .sort((a, b) => b.rank - a.rank || b.count - a.count);
}

/** A substitution counts from the first time; an addition, a loss or noise only where it recurs. */
const isTold = ({ change, links }: Group): boolean =>
  (change.substantive &&
    change.old !== '' &&
    change.new !== '' &&
    !/^scope:clause|^bracket/.test(change.rule)) ||
  links.length > 1;

const isRename = ({ rank, rule, class: name, old, new: newer }: Change): boolean =>
  rank >= LEAST_RENAME && name !== 'reference' && !SAME_LOOK.test(rule) && [old, newer].every(hasContent);

/** Both wordings look the same, and one would be found where the other stands. */
const SAME_LOOK = /^wording:(?:hidden-character|look-alike)$/;

function entryOf(
  { change, links }: Group,
  [old, newer]: readonly [string, string],
  left: Found,
  before: Found,
): LedgerEntry {
  return {
    class: change.class,
    direction: change.direction,
    substantive: change.substantive,
    rank: change.rank,
    old,
    new: newer,
    count: links.length,
    links: [...new Set(links.map(({ id }) => id))],
    left: left.places,
    leftCount: left.count,
    already: before.count,
  };
}

const hasContent = (text: string): boolean =>
  readWords(text).keys.some((key) => /\p{L}/u.test(key) && !isFunctionWord(key));

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Without the article, and in one number, so that a rename is one with its plural. */
const fold = (text: string, lexicon: Lexicon): string =>
  readWords(text)
    .keys.filter((key) => !lexicon.isDeterminer(key))
    .map((key) => key.replace(/(?<=\p{L}{3})s$/u, ''))
    .join(' ');

/** `Code → Work` is `Covered Code → Covered Work` where "Covered" stands before it every time. */
function wholeName(old: string, newer: string, links: readonly Link[]): [string, string] {
  if (links.length < 2 || !/^\p{Lu}/u.test(old) || !/^\p{Lu}/u.test(newer)) return [old, newer];
  const before = links.flatMap(({ edits }) =>
    edits.flatMap((edit, i) => (edit.old.trim() === old && i > 0 ? [lastName(edits[i - 1]!.old)] : [])),
  );
  const [first = ''] = before;
  const share = before.filter((word) => word === first).length / Math.max(1, before.length);
  return first !== '' && share >= NAME_SHARE ? [`${first} ${old}`, `${first} ${newer}`] : [old, newer];
}

/** The last word of a text if it is written with a capital. */
function lastName(text: string): string {
  const word =
    text
      .trimEnd()
      .split(/[^\p{L}-]/u)
      .at(-1) ?? '';
  return /^\p{Lu}/u.test(word) ? word : '';
}
