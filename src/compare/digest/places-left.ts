import { readWords } from '../../wording/words.ts';
import type { LedgerPlace, Link, LinkedClause } from '../comparison.ts';
import type { Finding } from './finding.ts';

/** Words of a wording that is looked for in the rest of the text; longer ones stand in one place only. */
const MAX_WORDS = 5;
/** Places that are listed. */
const MAX_PLACES = 100;
/** UTF-16 units quoted on each side. */
const CONTEXT = 30;

/** Where the newer draft still has the wording that was replaced, as a whole phrase. */
export function placesLeft(group: readonly Finding[], links: readonly Link[]): LedgerPlace[] {
  const [first] = group as readonly [Finding];
  if (first.op !== 'replaced' || first.clauses.length > 0) return [];
  const wanted = readWords(first.old).keys;
  if (wanted.length === 0 || wanted.length > MAX_WORDS || !/\p{L}/u.test(first.old)) return [];
  if (` ${readWords(first.new).keys.join(' ')} `.includes(` ${wanted.join(' ')} `)) return [];
  const changed = new Set(group.map(({ link }) => link.id));
  const rarest = [...first.old.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .reduce((a, b) => (b.length > a.length ? b : a));
  return links
    .flatMap((link) =>
      link.new.flatMap((clause) =>
        changed.has(link.id) || !clause.text.includes(rarest)
          ? []
          : occurrences(clause, wanted).map((excerpt) => placeOf(link, clause, excerpt)),
      ),
    )
    .slice(0, MAX_PLACES);
}

const placeOf = ({ id }: Link, { path, lines }: LinkedClause, excerpt: string): LedgerPlace => ({
  link: id,
  path,
  lines,
  excerpt,
});

function occurrences({ text }: LinkedClause, wanted: readonly string[]): string[] {
  const { keys, tokens } = readWords(text);
  return keys.flatMap((_, at) => {
    if (!wanted.every((key, i) => keys[at + i] === key)) return [];
    const [start, end] = [tokens[at]!.start, tokens[at + wanted.length - 1]!.endExclusive];
    return [text.slice(Math.max(0, start - CONTEXT), end + CONTEXT)];
  });
}
