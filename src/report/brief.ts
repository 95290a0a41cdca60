import type { Comparison } from '../compare/comparison.ts';
import { bracketsIn, isGap } from '../wording/brackets.ts';
import { type Finding, placeOf, rankedFindings } from './ranked-findings.ts';
import type { Selection } from './selection.ts';

/** One page for a busy reader: what the new draft does, in the order in which one is asked about it. */
export interface Brief {
  readonly parts: readonly BriefPart[];
}

interface BriefPart {
  readonly title: string;
  readonly items: readonly BriefItem[];
  /** How many more there are. */
  readonly more: number;
}

interface BriefItem {
  readonly finding: Finding | undefined;
  /** The quotable pair; one of them empty where something came or went. */
  readonly old: string;
  readonly new: string;
  /** Paragraph numbers. */
  readonly was: string;
  readonly is: string;
}

/** Most items of one part: six parts of these fill a page. */
const MAX_ITEMS = 6;

const PARTS: readonly { title: string; has(finding: Finding): boolean }[] = [
  {
    title: 'Formula and actors',
    has: ({ change }) => ['actor', 'addressee', 'entity'].includes(change.class),
  },
  { title: 'Deadlines and amounts', has: ({ change }) => ['date', 'amount'].includes(change.class) },
  { title: 'Weaker', has: ({ change }) => change.direction === 'weaker' || change.direction === 'narrower' },
  {
    title: 'Stronger',
    has: ({ change }) => change.direction === 'stronger' || change.direction === 'broader',
  },
];

export function briefOf(comparison: Comparison, selection: Selection): Brief {
  const findings = rankedFindings(comparison, { ...selection, neutral: false });
  const inPlace = findings.filter(({ link }) => link.kind !== 'deleted');
  const taken = new Set<Finding>();
  const parts = PARTS.map(({ title, has }) => {
    const own = inPlace.filter((finding) => !taken.has(finding) && has(finding));
    for (const finding of own) taken.add(finding);
    return partOf(title, own.map(itemOf));
  });
  const open = comparison.links.flatMap((link) => bracketItems(link.new));
  return {
    parts: [
      ...parts,
      partOf('Open brackets', open),
      partOf(
        'Fell out',
        comparison.links.flatMap(({ kind, old }) => (kind === 'deleted' ? old.map(goneItem) : [])),
      ),
    ].filter(({ items }) => items.length > 0),
  };
}

const partOf = (title: string, items: readonly BriefItem[]): BriefPart => ({
  title,
  items: items.slice(0, MAX_ITEMS),
  more: Math.max(0, items.length - MAX_ITEMS),
});

const itemOf = (finding: Finding): BriefItem => ({
  finding,
  old: finding.change.old,
  new: finding.change.new,
  was: placeOf(finding.link.old),
  is: placeOf(finding.link.new),
});

type Clauses = Comparison['links'][number]['new'];

const bracketItems = (clauses: Clauses): BriefItem[] =>
  clauses.flatMap(({ text, path }) =>
    bracketsIn(text).flatMap((bracket) =>
      isGap(bracket) || bracket.nested
        ? []
        : [{ finding: undefined, old: '', new: `[${bracket.text}]`, was: '–', is: path }],
    ),
  );

const goneItem = ({ text, path }: Clauses[number]): BriefItem => ({
  finding: undefined,
  old: text,
  new: '',
  was: path,
  is: '–',
});
