import type { Link, LinkedClause } from '../comparison.ts';
import type { Part } from './finding.ts';

/** What tells the parts of a text apart. */
export interface Layout {
  readonly clauses: readonly LinkedClause[];
  /** Position of the first numbered paragraph; the end if fewer than three are numbered. */
  readonly firstNumbered: number;
  /** Position of the first annex; the end if there is none. */
  readonly firstAnnex: number;
}

/** Fewest numbered paragraphs of a text whose preamble is told from what it decides. */
const MIN_NUMBERED = 3;
/** Longest title line, in UTF-16 units. */
const MAX_TITLE = 60;
/** Clauses of the head of a text. */
const HEAD = 5;

/** @param annexes what annexes are called */
/** A short line that is no sentence. */
const isLine = (text: string): boolean => text.length < MAX_TITLE && !/[.;!?]$/.test(text.trim());

export function layoutOf(clauses: readonly LinkedClause[], annexes: readonly string[]): Layout {
  const isAnnex = ({ type, label, text }: LinkedClause): boolean =>
    type === 'section' &&
    annexes.some((name) => `${label} ${text}`.trim().toLowerCase().startsWith(name.toLowerCase()));
  const numbered = clauses.filter(({ type, label }) => type === 'paragraph' && /^\d/.test(label));
  return {
    clauses,
    firstNumbered: numbered.length >= MIN_NUMBERED ? numbered[0]!.index : Number.POSITIVE_INFINITY,
    firstAnnex: clauses.find(isAnnex)?.index ?? Number.POSITIVE_INFINITY,
  };
}

/** The part of a text in which the clauses of a link stand. */
export function partOfLink(link: Pick<Link, 'old' | 'new'>, layouts: Record<'old' | 'new', Layout>): Part {
  const parts = (['old', 'new'] as const).flatMap((side) => {
    const [clause] = link[side];
    return clause ? [partOf(clause, layouts[side])] : [];
  });
  return ORDER.find((part) => parts.includes(part)) ?? 'operative';
}

/** Of a clause that changed its part the weightier one counts. */
const ORDER: readonly Part[] = ['operative', 'preamble', 'heading', 'annex', 'frame', 'note'];

/**
 * The part of a text in which a clause stands. A clause before the first numbered paragraph that ends as a recital does,
 * with a comma or semicolon, is of the preamble.
 */
function partOf({ index, type, label, text }: LinkedClause, { firstNumbered, firstAnnex }: Layout): Part {
  if (type === 'footnote' || label.startsWith('[^')) return 'note';
  if (index === 0 && (type === 'section' || isLine(text))) return 'frame';
  if (type === 'section') return 'heading';
  if (index > firstAnnex) return 'annex';
  const isBefore = Number.isFinite(firstNumbered) && index < firstNumbered;
  if (isBefore && /[,;]$/.test(text.replace(/\[\^[^\][\s]{1,80}\]/g, '').trim())) return 'preamble';
  if (isBefore && index <= HEAD && isLine(text)) return 'frame';
  return 'operative';
}
