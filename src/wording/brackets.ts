/** Text in square brackets: not agreed, a slot to be filled, or an omission. */
export interface Bracket {
  /** Offsets of the brackets themselves. */
  readonly start: number;
  readonly endExclusive: number;
  /** What stands between them. */
  readonly text: string;
  /** True if it stands inside another. */
  readonly nested: boolean;
}

/** A footnote reference, whose name is a few characters. */
const NOTE = /^\[\^[^[\]\s]+\]/;
const MAX_NOTE = 80;
/** Deepest nesting that is read: drafts put alternatives into alternatives, three deep at most. */
const MAX_NESTING = 16;

/**
 * The square brackets of a clause, inner ones first. A footnote reference is none; one that is not closed reaches to
 * the end of the clause.
 */
export function bracketsIn(text: string): Bracket[] {
  const found: Bracket[] = [];
  const starts: number[] = [];
  let tooDeep = 0;
  const add = (start: number, end: number, endExclusive: number): void => {
    found.push({ start, endExclusive, text: text.slice(start + 1, end), nested: starts.length > 0 });
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') {
      const note = text[at + 1] === '^' ? NOTE.exec(text.slice(at, at + MAX_NOTE)) : undefined;
      if (note) at += note[0].length - 1;
      else if (starts.length < MAX_NESTING) starts.push(at);
      else tooDeep++;
    } else if (text[at] === ']' && tooDeep > 0) tooDeep--;
    else if (text[at] === ']' && starts.length > 0) add(starts.pop() as number, at, at + 1);
  }
  while (starts.length > 0) add(starts.pop() as number, text.length, text.length);
  return found;
}

/** `[…]` marks an omission; it is no open text. */
export const isGap = ({ text }: Bracket): boolean => /^\s*(?:…|\.\.\.)\s*$/.test(text);

/** `[p.m.]`, `[tbc]`: a slot for what is not known yet. */
export const isSlot = ({ text }: Bracket): boolean =>
  /^\s*(?:p\.?\s?m\.?|tbc|to be (?:completed|confirmed|decided)|x{1,3}|date)\b/i.test(text);

/** What two brackets must share to hold the same text. */
export const bracketKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[[\]\s]+/g, ' ')
    .trim();
