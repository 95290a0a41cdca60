import type { Clause, Mark, Span } from './draft.ts';

/** A part of a clause's text that is struck out, or that a reader of the page does not see. */
export interface Unseen {
  readonly type: 'delete' | 'hidden';
  readonly text: string;
}

/** What a clause says, and what stands in it that it does not say. */
export interface SeenText {
  readonly text: string;
  readonly unseen: readonly Unseen[];
}

/**
 * A clause's text without what the draft itself strikes out or hides: `shall ~~not~~ act` says that they shall act.
 * Struck out is what Markdown, HTML or CriticMarkup mark as deleted.
 */
export function seenText({ text, marks }: Pick<Clause, 'text' | 'marks'>): SeenText {
  const isUnseen = ({ type }: Mark): boolean => type === 'delete' || type === 'hidden';
  const cuts = [
    ...marks.filter(isUnseen).map((mark) => cutOf(mark, text)),
    ...outsideCode(writtenCuts(text), marks),
  ].sort((a, b) => a.start - b.start || b.endExclusive - a.endExclusive);
  if (cuts.length === 0) return { text, unseen: [] };
  let [seen, at] = ['', 0];
  const unseen: Unseen[] = [];
  for (const { start, endExclusive, type, said } of cuts) {
    if (type !== undefined && endExclusive > at) unseen.push({ type, text: text.slice(start, endExclusive) });
    if (endExclusive <= at) continue;
    seen = joined(seen, text.slice(at, Math.max(at, start)));
    if (said !== undefined) seen += said;
    at = endExclusive;
  }
  return { text: joined(seen, text.slice(at)).trim(), unseen };
}

/** In code, what looks like a mark is text. Both lists are in the order of the text. */
function outsideCode(cuts: readonly Cut[], marks: readonly Mark[]): Cut[] {
  const code = marks.filter(({ type }) => type === 'code' || type === 'layout');
  let at = 0;
  return cuts.filter((cut) => {
    while (at < code.length && (code[at] as Mark).endExclusive <= cut.start) at++;
    return (code[at]?.start ?? Number.POSITIVE_INFINITY) >= cut.endExclusive;
  });
}

interface Cut extends Span {
  /** Absent for a mark that itself says nothing. */
  readonly type?: Unseen['type'];
  /** What stands in its place. */
  readonly said?: string;
}

/** `{~~out~>in~~}` is struck out by Markdown as a whole, but only its first half is. */
function cutOf({ type, start, endExclusive }: Mark, text: string): Cut {
  const [, out] = /^(.*?)~>/s.exec(text.slice(start, endExclusive)) ?? [];
  const isCritic = out !== undefined && text[start - 1] === '{' && text[endExclusive] === '}';
  const kind = type as Unseen['type'];
  return isCritic
    ? {
        start: start - 1,
        endExclusive: endExclusive + 1,
        type: kind,
        said: text.slice(start + out.length + 2, endExclusive),
      }
    : { start, endExclusive, type: kind };
}

/** How CriticMarkup marks text, and tildes beside a sign, which Markdown does not read: `shall~~, if so wished,~~`. */
const MARKUP = /\{--|\{\+\+|\{==|\{>>|\{~~|~~/g;
const ENDS: Readonly<Record<string, string>> = {
  '{--': '--}',
  '{++': '++}',
  '{==': '==}',
  '{>>': '<<}',
  '{~~': '~~}',
  '~~': '~~',
};

/** @see https://github.com/CriticMarkup/CriticMarkup-toolkit */
function writtenCuts(text: string): Cut[] {
  const cuts: Cut[] = [];
  const endless = new Set<string>();
  const markup = new RegExp(MARKUP);
  for (let match = markup.exec(text); match; match = markup.exec(text)) {
    const [begin] = match;
    const from = match.index + begin.length;
    const to = endless.has(begin) ? -1 : text.indexOf(ENDS[begin] as string, from);
    if (to < 0) {
      endless.add(begin);
      continue;
    }
    const inside = text.slice(from, to);
    const cut = cutFor(begin, inside);
    if (cut === undefined) continue;
    const endExclusive = to + begin.length;
    cuts.push({ ...cut, start: match.index, endExclusive });
    markup.lastIndex = endExclusive;
  }
  return cuts;
}

function cutFor(begin: string, inside: string): Omit<Cut, keyof Span> | undefined {
  switch (begin) {
    case '{--':
      return { type: 'delete' };
    case '{++':
    case '{==':
      return { said: inside };
    case '{>>':
      return { said: '' };
    case '{~~': {
      const arrow = inside.indexOf('~>');
      return arrow < 0 ? undefined : { type: 'delete', said: inside.slice(arrow + 2) };
    }
    default:
      return /^(?![~\s])[\s\S]*[^~\s]$/.test(inside) ? { type: 'delete' } : undefined;
  }
}

/** No blank stands twice, and none before a sign that was behind what is cut. */
function joined(before: string, after: string): string {
  if (before === '' || before.endsWith(' ')) {
    const rest = after.replace(/^ +/, '');
    return /^[,.;:!?)\]]/.test(rest) && rest === after ? before.trimEnd() + rest : before + rest;
  }
  return before + after;
}
