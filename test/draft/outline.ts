import type { Clause, Draft } from '../../src/draft/draft.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';

/** A draft as one can read it: a line for each clause, `II/4/a point [a)] 12-13 its text`. */
export const outline = (source: string): string[] => parseDraft(source).clauses.map(outlineOf);

function outlineOf({ path, type, label, lines: [first, last], text }: Clause): string {
  const printed = label ? ` [${label.text}]` : '';
  return `${path} ${type}${printed} ${first}-${last} ${text}`.trimEnd();
}

/** The parts of the source that each clause holds, `1: 1. The text ✂ after the page`; `⏎` for a line end. */
export function places(source: string): string[] {
  const draft = parseDraft(source);
  return draft.clauses.map(({ path, spans }) => {
    const parts = spans.map(({ start, endExclusive }) => draft.source.slice(start, endExclusive));
    return `${path}: ${oneLine(parts.join(' ✂ '))}`;
  });
}

/** What was set aside: `furniture 3-3 LIMITE EN`. */
export const setAside = (source: string): string[] =>
  parseDraft(source).setAside.map(
    ({ kind, lines: [first, last], text }) => `${kind} ${first}-${last} ${oneLine(text)}`,
  );

const oneLine = (text: string): string => text.replaceAll(/\r\n?|\n/g, '⏎');

/** The marks of the first clause with the text at their offsets: `strong two words`, `link here → a.html`. */
export function marks(source: string): string[] {
  const [clause] = parseDraft(source).clauses;
  return (clause?.marks ?? []).map(({ type, start, endExclusive, target }) => {
    const arrow = target === undefined ? '' : ` → ${target}`;
    return `${type} ${clause?.text.slice(start, endExclusive)}${arrow}`;
  });
}

/** What is wrong with the places in the source that a draft gives; empty if nothing is. */
export const misplaced = (draft: Draft): string[] => [
  ...wrongLabels(draft),
  ...wrongLines(draft),
  ...notHeldOnce(draft),
];

/** Markup that may stand before a printed label: hashes, emphasis, tags, the list marker that carries it. */
const BEFORE_LABEL = /^(?:#{1,6}\s+|[-+*]\s+)?(?:[*_~`]|<[^>]*>)*/;

function wrongLabels({ source, clauses }: Draft): string[] {
  return clauses.flatMap(({ path, label, spans: [span] }) => {
    if (!label || !span) return [];
    const printed = source.slice(span.start, span.endExclusive).replaceAll('\\', '');
    const found = [printed, printed.replace(BEFORE_LABEL, '')];
    return found.some((text) => text.startsWith(label.text))
      ? []
      : [`${path} does not begin with ${label.text}: ${oneLine(printed)}`];
  });
}

function wrongLines({ source, clauses, setAside: aside }: Draft): string[] {
  const ends = [...source.matchAll(/\r\n?|\n/g)].map(({ index, 0: lineEnd }) => index + lineEnd.length);
  const lineAt = (offset: number): number => {
    const next = ends.findIndex((end) => end > offset);
    return next < 0 ? ends.length + 1 : next + 1;
  };
  const check = (name: string, start: number, endExclusive: number, lines: readonly number[]): string[] => {
    let last = Math.max(start, endExclusive - 1);
    while (last > start && ' \t\r\n'.includes(source[last] as string)) last--;
    const found = [lineAt(start), lineAt(last)];
    return found.join() === lines.join() ? [] : [`${name} is on lines ${found}, not ${lines}`];
  };
  return [
    ...clauses.flatMap(({ path, spans, lines }) =>
      check(path, spans[0]?.start ?? 0, spans.at(-1)?.endExclusive ?? 0, lines),
    ),
    ...aside.flatMap(({ kind, start, endExclusive, lines }) => check(kind, start, endExclusive, lines)),
  ];
}

/** The visible characters of the source that are in no clause and not set aside, or held twice; empty if none. */
export function notHeldOnce({ source, clauses, setAside: aside }: Draft): string[] {
  const holders = new Array<number>(source.length).fill(0);
  for (const { start, endExclusive } of [...clauses.flatMap(({ spans }) => spans), ...aside]) {
    for (let i = start; i < endExclusive; i++) holders[i] = (holders[i] ?? 0) + 1;
  }
  return holders.flatMap((count, i) => {
    const char = source[i] as string;
    return count === 1 || (count === 0 && /\s/.test(char)) ? [] : [`${char} at ${i} is held ${count} times`];
  });
}
