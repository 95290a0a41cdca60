import { type Bracket, bracketKey, bracketsIn, isGap } from '../wording/brackets.ts';
import { difference } from '../wording/site-reader.ts';
import type { BracketAccount, BracketEntry, Link, LinkedClause, StandingBracket } from './comparison.ts';

/** Largest product of brackets that went and the clause's length for which it is searched for what stood in them. */
const MAX_SEARCH = 20_000_000;

interface Placed extends Bracket {
  readonly path: string;
}

/**
 * The account of the square brackets, in which a text that is not agreed stands: opened, closed as it stood or with
 * changes, and what is still open. A footnote reference, and `[…]` that marks an omission, are no open text.
 */
export function accountBrackets(links: readonly Link[]): BracketAccount {
  const opened: BracketEntry[] = [];
  const closed: BracketEntry[] = [];
  const changed: BracketEntry[] = [];
  const standing: StandingBracket[] = [];
  let [before, nested] = [0, 0];
  for (const link of links) {
    const [old, newer] = [link.old.flatMap(placedIn), link.new.flatMap(placedIn)];
    if (old.length === 0 && newer.length === 0) continue;
    before += old.length;
    for (const { text, path } of newer) standing.push({ link: link.id, path, text });
    nested += newer.filter((bracket) => bracket.nested).length;
    const found = difference(old, newer, ({ text }) => bracketKey(text));
    const now = found.old.length === 0 ? '' : bracketKey(link.new.map(({ text }) => text).join(' '));
    const isSearched = found.old.length * now.length <= MAX_SEARCH;
    const rest = found.new.values();
    for (const bracket of found.old) {
      const asIs = isSearched && now.includes(bracketKey(bracket.text));
      const heir = asIs ? undefined : rest.next().value;
      const path = heir?.path ?? link.new[0]?.path ?? bracket.path;
      const entry = { link: link.id, path, old: bracket.text, new: heir?.text ?? (asIs ? bracket.text : '') };
      if (heir) changed.push({ ...entry, how: 'changed' });
      else closed.push({ ...entry, how: asIs ? 'as-is' : link.new.length > 0 ? 'with-changes' : 'dropped' });
    }
    for (const { text, path } of rest)
      opened.push({ link: link.id, path, old: '', new: text, how: 'opened' });
  }
  return { opened, closed, changed, open: standing.length, before, nested, standing };
}

const placedIn = ({ text, path }: LinkedClause): Placed[] =>
  !text.includes('[')
    ? []
    : bracketsIn(text).flatMap((bracket) => (isGap(bracket) ? [] : [{ ...bracket, path }]));
