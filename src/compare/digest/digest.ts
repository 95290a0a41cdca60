import { grammarOf } from '../../languages/grammar.ts';
import type { Change, ChangeClass, Direction } from '../../wording/change.ts';
import type { Lexicon } from '../../wording/lexicon.ts';
import type { LedgerPlace, Link } from '../comparison.ts';
import { hasSubstance } from '../substance.ts';
import { clauseFindings } from './clause-findings.ts';
import type { Aspect, Finding, Operation } from './finding.ts';
import { groupFindings } from './group.ts';
import { importanceOf, vocabularyOf } from './importance.ts';
import { layoutOf } from './parts.ts';
import { placesLeft } from './places-left.ts';
import { routineReader } from './routine.ts';
import { sayFinding } from './say.ts';
import { type SecondPair, secondPairs } from './second-pairs.ts';
import { readSections } from './sections.ts';
import type { TextSpan } from './text-span.ts';
import { type DigestContext, wordingFindings } from './wording-findings.ts';

/** One thing that a reader must hear, with all its places. */
export interface DigestEntry {
  readonly id: string;
  /** 0 to 100: the order in which the entries must be heard. */
  readonly rank: number;
  readonly op: Operation;
  readonly class: ChangeClass;
  readonly direction: Direction;
  /** Whole phrases; one is empty where something came or went. */
  readonly old: string;
  readonly new: string;
  /** In a sentence that stands alone. */
  readonly say: string;
  readonly rule: string;
  readonly note: string;
  /** What else it does. */
  readonly aspects: readonly Aspect[];
  /** What every new edition changes: told last, and folded. */
  readonly routine: boolean;
  /** False where the clauses may not belong together. */
  readonly sure: boolean;
  /** Whether whole clauses came, went or moved. */
  readonly whole: boolean;
  readonly links: readonly string[];
  readonly places: readonly DigestPlace[];
  /** Where the newer draft still has the old wording; the first hundred. */
  readonly left: readonly LedgerPlace[];
}

/** Where an entry stands: UTF-16 offsets in the joined texts of a link's clauses. */
interface DigestPlace {
  readonly link: string;
  readonly old: TextSpan | null;
  readonly new: TextSpan | null;
}

/** Similarity of a link below which its two clauses may not be one. */
const SURE = 0.35;

/** All findings of a comparison in the order in which they must be heard, what is routine at the end. */
export function readDigest(links: readonly Link[], lexicon: Lexicon): DigestEntry[] {
  const grammar = grammarOf(lexicon.data.language);
  const context: DigestContext = {
    lexicon,
    grammar,
    layouts: { old: layoutIn(links, 'old', lexicon), new: layoutIn(links, 'new', lexicon) },
    sections: readSections(links),
  };
  const routineOf = routineReader(context);
  const findings = findingsIn(links, context).map((finding) => ({ ...finding, routine: routineOf(finding) }));
  const vocabulary = vocabularyOf(links, grammar);
  const entries = groupFindings(findings).map((group) =>
    entryOf(group, importanceOf(group, vocabulary, context), links),
  );
  return [...entries, ...untold(links, entries)]
    .sort((a, b) => Number(a.routine) - Number(b.routine) || b.rank - a.rank)
    .map((entry, i) => ({ id: `D${i + 1}`, ...entry }));
}

const layoutIn = (links: readonly Link[], side: 'old' | 'new', { data }: Lexicon) =>
  layoutOf(
    links.flatMap((link) => link[side]).sort((a, b) => a.index - b.index),
    data.references.annex ?? [],
  );

function findingsIn(links: readonly Link[], context: DigestContext): Finding[] {
  const read = secondPairs(links, context.grammar).map((pair) => ({
    pair,
    findings: pairFindings(pair, context),
  }));
  // Two passages that differ in noise alone are told as what came and went: that they stand elsewhere is the change.
  const told = read.filter(({ findings }) => findings.length > 0);
  const pairs = told.map(({ pair }) => pair);
  return [
    ...links.flatMap((link) => wordingFindings(withoutPaired(link, pairs), context)),
    ...told.flatMap(({ findings }) => findings),
    ...clauseFindings(
      links.filter((link) => !isPaired(link, pairs)),
      context,
    ),
  ];
}

const pairFindings = ({ link, old, new: newer }: SecondPair, context: DigestContext): Finding[] =>
  wordingFindings(link, context).map((finding) => ({
    ...finding,
    alsoIn: old.link,
    at: { old: shifted(finding.at.old, old.offset), new: shifted(finding.at.new, newer.offset) },
  }));

const shifted = (span: TextSpan | null, by: number): TextSpan | null => span && [span[0] + by, span[1] + by];

const isPaired = (link: Link, pairs: readonly SecondPair[]): boolean =>
  pairs.some(({ old, new: newer }) =>
    [old, newer].some((one) => one.link === link && one.edit === undefined),
  );

/** Without the stretches that were paired with another clause. */
function withoutPaired(link: Link, pairs: readonly SecondPair[]): Link {
  const paired = new Set(
    pairs.flatMap(({ old, new: newer }) =>
      [old, newer].flatMap((one) => (one.link === link ? (one.edit ?? []) : [])),
    ),
  );
  if (paired.size === 0) return link;
  return {
    ...link,
    edits: link.edits.map((edit, i) => (paired.has(i) ? { ...edit, op: 'equal' as const } : edit)),
  };
}

function entryOf(group: readonly Finding[], rank: number, links: readonly Link[]): Omit<DigestEntry, 'id'> {
  const [first] = group as readonly [Finding, ...Finding[]];
  const left = placesLeft(group, links);
  const still = left.length > 0 ? `; still ${first.old} in ${placeNames(left)}` : '';
  return {
    rank,
    op: first.op,
    class: first.class,
    direction: first.direction,
    old: first.old,
    new: first.new,
    say: `${sayFinding(first, group.length)}${still}`,
    rule: first.rule,
    note: first.note,
    aspects: first.aspects,
    routine: group.every(({ routine }) => routine !== undefined),
    sure: group.some(({ alsoIn, link }) => !alsoIn && (link.match?.similarity ?? 1) >= SURE),
    whole: first.clauses.length > 0,
    links: [
      ...new Set(
        group
          .flatMap(({ link, alsoIn, clauses }) => [link, ...(alsoIn ? [alsoIn] : []), ...clauses])
          .map(({ id }) => id),
      ),
    ],
    places: group.flatMap(placesOf),
    left,
  };
}

function placesOf({ link, alsoIn, at }: Finding): DigestPlace[] {
  if (!alsoIn) return [{ link: link.id, ...at }];
  const here = at.new ? [{ link: link.id, old: null, new: at.new }] : [];
  return at.old ? [...here, { link: alsoIn.id, old: at.old, new: null }] : here;
}

/** Places that are named in a sentence; of more, how many there are. */
const NAMED = 3;

function placeNames(places: readonly LedgerPlace[]): string {
  const paths = [...new Set(places.map(({ path }) => path))];
  const named = paths.slice(0, NAMED).join(', ');
  return paths.length > NAMED ? `${named} and ${paths.length - NAMED} more` : named;
}

/** Changes that no edit of words shows, by their rule: each is told for itself. */
const BESIDE_WORDS = /^(?:wording:(?:hidden|look-alike|red-line)|reference:(?:stale|address))/;

/** A paragraph that lost or got a number: one thing, however many there are. */
const NUMBERS = /^scope:number-(?:lost|gained)$/;

/** Rank from which a change that no finding tells must still be heard, and that of what says less. */
const HEARD = 40;
const LITTLE = 12;

/** What the edits of words do not show, and what no finding tells, so that nothing is missing from the digest. */
function untold(
  links: readonly Link[],
  entries: readonly Omit<DigestEntry, 'id'>[],
): Omit<DigestEntry, 'id'>[] {
  const told = new Set(entries.flatMap((entry) => entry.links));
  const numbers = ['scope:number-lost', 'scope:number-gained'].flatMap(
    (rule) => numbersEntry(links, rule) ?? [],
  );
  const others = links.flatMap((link) => {
    const changes = link.changes.filter(({ substantive, rule }) => substantive && !NUMBERS.test(rule));
    const beside = changes.filter(({ rule }) => BESIDE_WORDS.test(rule));
    const [first] = changes.filter((change) => !beside.includes(change));
    const isTold = told.has(link.id) || !hasSubstance(link) || !first;
    return [...beside, ...(isTold ? [] : [first])].map((change) => entryOfChange(link, change));
  });
  return [...numbers, ...others];
}

function numbersEntry(links: readonly Link[], rule: string): Omit<DigestEntry, 'id'> | undefined {
  const own = links.flatMap((link) => {
    const change = link.changes.find((one) => one.rule === rule);
    return change ? [{ link, change }] : [];
  });
  const [first] = own;
  if (!first) return undefined;
  const { old, new: newer, rank, note } = first.change;
  const verb =
    rule === 'scope:number-lost'
      ? ['lost its number', 'lost their numbers']
      : ['has a number now', 'have numbers now'];
  const say =
    own.length === 1 ? `A paragraph ${verb[0]}: ${old || newer}` : `${own.length} paragraphs ${verb[1]}`;
  return {
    ...{ rank, op: 'renumbered', class: 'scope', direction: 'changed', old, new: newer, say, rule, note },
    ...{ aspects: [], routine: true, sure: true, whole: false, left: [] },
    links: own.map(({ link }) => link.id),
    places: own.map(({ link }) => ({ link: link.id, old: null, new: null })),
  };
}

function entryOfChange({ id }: Link, change: Change): Omit<DigestEntry, 'id'> {
  const { class: name, direction, old, new: newer, rule, note } = change;
  const op = old === '' ? 'added' : newer === '' ? 'dropped' : 'replaced';
  const isHeard = change.rank >= HEARD || BESIDE_WORDS.test(rule);
  const words = op === 'replaced' ? `${old} → ${newer}` : op === 'added' ? `Adds: ${newer}` : `Drops: ${old}`;
  return {
    ...{ rank: isHeard ? change.rank : LITTLE, op, class: name, direction, old, new: newer, rule, note },
    say: BESIDE_WORDS.test(rule) ? `${words} (${note})` : words,
    ...{ aspects: [], routine: !isHeard, sure: true, whole: false, links: [id], left: [] },
    places: [{ link: id, old: null, new: null }],
  };
}
