import type { Grammar } from '../../languages/grammar.ts';
import type { Change } from '../../wording/change.ts';
import type { Lexicon } from '../../wording/lexicon.ts';
import type { Link, LinkedClause } from '../comparison.ts';
import { bracketFindings } from './bracket-findings.ts';
import type { Finding, Operation } from './finding.ts';
import { type Layout, partOfLink } from './parts.ts';
import { readRevision } from './read-revision.ts';
import { gatherRevisions, type Revision } from './revisions.ts';
import type { Sections } from './sections.ts';
import type { TextSpan } from './text-span.ts';

export interface DigestContext {
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly layouts: { readonly old: Layout; readonly new: Layout };
  readonly sections: Sections;
}

/** The findings of one link whose clauses stand in both drafts. */
export function wordingFindings(link: Link, context: DigestContext): Finding[] {
  if (link.old.length === 0 || link.new.length === 0) return [];
  if (link.edits.every(({ op }) => op === 'equal')) return [];
  const { lexicon, grammar, layouts } = context;
  const texts = { old: joinedText(link.old), new: joinedText(link.new) };
  const part = partOfLink(link, layouts);
  const revisions = gatherRevisions(link.edits, grammar);
  const named = revisions.length === 1 ? namedChanges(link) : undefined;
  const found = revisions.flatMap((revision): Finding[] => {
    const reading = readRevision(revision, texts, named, lexicon, grammar);
    if (!reading) return [];
    const { old, new: newer, isSentence } = revision;
    return [
      {
        ...reading,
        op: operationOf(revision),
        link,
        old: old?.text ?? '',
        new: newer?.text ?? '',
        at: { old: old?.at ?? null, new: newer?.at ?? null },
        part,
        clauses: [],
        isSentence,
        wordsBefore: wordsBefore(newer ? texts.new : texts.old, (newer ?? old)!.at[0]),
        routine: undefined,
      },
    ];
  });
  const wording = withoutTwins(found);
  const brackets = bracketFindings(link, wording, context);
  const chosen = brackets.filter(({ at }) => at.old !== null);
  return [
    ...wording.filter(
      ({ at }) => !chosen.some((one) => touches(at.old, one.at.old) || touches(at.new, one.at.new)),
    ),
    ...brackets,
  ];
}

/** What the wording of a link says, without what concerns its form; undefined where nothing was named. */
function namedChanges({ changes }: Link): readonly Change[] | undefined {
  const own = changes.filter(({ rule }) => !NOT_OF_WORDS.test(rule));
  return own.length > 0 ? own : undefined;
}

const NOT_OF_WORDS =
  /^(?:formatting|wording:(?:hidden|look-alike|red-line)|reference:(?:stale|address|corrected)|scope:(?:number|section))/;

const touches = (a: TextSpan | null, b: TextSpan | null): boolean =>
  a !== null && b !== null && a[0] < b[1] && b[0] < a[1];

const joinedText = (clauses: readonly LinkedClause[]): string => clauses.map(({ text }) => text).join('\n');

const operationOf = ({ old, new: newer }: Revision): Operation =>
  old && newer ? 'replaced' : newer ? 'added' : 'dropped';

/** Words between the begin of the sentence and an offset. */
function wordsBefore(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const sentence = before.split(/[.!?;:]/).at(-1) ?? '';
  return sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** The same words dropped at one place of the clause and added at another only changed places. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const gone = new Set<Finding>();
  for (const a of findings)
    for (const b of findings) {
      if (gone.has(a) || gone.has(b) || a.gained.length > 0 || b.lost.length > 0 || a.lost.length === 0)
        continue;
      if ([...a.lost].sort().join() !== [...b.gained].sort().join()) continue;
      gone.add(a).add(b);
    }
  return findings.filter((finding) => !gone.has(finding));
}
