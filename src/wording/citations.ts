import { type Phrases, phraseAt, phrases } from './phrases.ts';
import type { WordSpan, Words } from './words.ts';

/** A place that a text points to: `paragraph 4`, `points (a) and (c)`, `Article 9(3)`, `the previous paragraph`. */
export interface Citation extends WordSpan {
  readonly kind: 'citation';
  /** `paragraph`, `point`, `article`, `annex`, `section`, `footnote`, `previous`, `next` or `document`. */
  readonly to: string;
  /** The numbers and letters, in lower case without brackets: `4`, `a`, `9(3)`. */
  readonly targets: readonly string[];
}

type References = Readonly<Record<string, readonly string[]>>;

interface Compiled {
  readonly kinds: readonly { readonly name: string; readonly words: Phrases }[];
  readonly join: Phrases;
}

const compiled = new WeakMap<References, Compiled>();

function compile(data: References): Compiled {
  const known = compiled.get(data);
  if (known) return known;
  const found = {
    kinds: Object.entries(data)
      .filter(([name]) => name !== 'join')
      .map(([name, words]) => ({ name, words: phrases(words) })),
    join: phrases(data.join ?? []),
  };
  compiled.set(data, found);
  return found;
}

/** The reference that begins at a word. */
export function citationAt(words: Words, at: number, data: References): Citation | undefined {
  const document = documentAt(words, at);
  if (document) return document;
  const { kinds, join } = compile(data);
  for (const { name, words: known } of kinds) {
    const found = phraseAt(words, at, known);
    if (!found) continue;
    const from = at + found.length;
    if (name === 'previous' || name === 'next') return citation(name, at, from, []);
    const [targets, endExclusive] = targetsAt(words, from, join);
    if (targets.length > 0) return citation(name, at, endExclusive, targets);
  }
  return undefined;
}

const citation = (to: string, start: number, endExclusive: number, targets: readonly string[]): Citation => ({
  kind: 'citation',
  to,
  start,
  endExclusive,
  targets,
});

/** `4`, `(b)`, `9(3)`, `2a`, `II`, `4 and 5`. */
function targetsAt(words: Words, from: number, join: Phrases): [string[], number] {
  const targets: string[] = [];
  let end = from;
  for (let at = from; ; ) {
    const [target, next] = targetAt(words, at);
    if (target === '') break;
    targets.push(target);
    end = next;
    const joint = phraseAt(words, next, join);
    if (!joint) break;
    at = next + joint.length;
  }
  return [targets, end];
}

function targetAt(words: Words, from: number): [string, number] {
  const { keys, tokens } = words;
  let at = from;
  let target = bracketedAt(words, at) ?? '';
  if (target !== '') at += 3;
  else if (isTarget(tokens[at]?.key ?? '')) {
    target = keys[at++] as string;
    if (keys[at] === ')' && adjoins(words, at)) at++;
    if (/^(?:bis|ter|quater|quinquies)$/.test(keys[at] ?? '')) target += keys[at++];
  } else return ['', at];
  for (let inside = bracketedAt(words, at); inside !== undefined; inside = bracketedAt(words, at)) {
    if (!adjoins(words, at) && !/^(?:\d|[a-z]$|[ivx]+$)/.test(inside)) break;
    target += `(${inside})`;
    at += 3;
  }
  return [target, at];
}

/** `(b)`, `(12)`, `(iii)`: what stands in brackets at a word. */
function bracketedAt({ keys }: Words, at: number): string | undefined {
  const [open, inside = '', close] = keys.slice(at, at + 3);
  return open === '(' && close === ')' && /^(?:\d{1,3}|[a-z]{1,4})$/.test(inside) ? inside : undefined;
}

const adjoins = ({ tokens }: Words, at: number): boolean =>
  tokens[at - 1]!.endExclusive === tokens[at]!.start;

const isTarget = (key: string): boolean =>
  /^(?:\d{1,3}[a-z]?|\d{1,3}[-–]\d{1,3}|[a-h]|[IVXLC]{1,5}|[A-H]|\d{1,3}(?:bis|ter|quater))$/.test(key);

/** Series of documents of the Council, the European Council and the Commission. */
export const DOCUMENT_SERIES = ['EUCO', 'ST', 'SN', 'COM', 'SWD', 'JOIN'];

/** `EUCO 10/25`, `15381/1/06 REV 1`. */
function documentAt({ keys, tokens }: Words, at: number): Citation | undefined {
  let next = at;
  if (DOCUMENT_SERIES.includes(tokens[at]?.key ?? '')) next++;
  const number = keys[next] ?? '';
  const isNumber =
    next > at
      ? /^\d{1,5}\/\d{2,4}$|^\d{1,5}\/\d\/\d{2}$/.test(number)
      : /^\d{4,5}\/(?:\d\/)?\d{2}$/.test(number);
  if (!isNumber) return undefined;
  next++;
  while (/^(?:rev|cor|add|init)$/.test(keys[next] ?? '')) next += /^\d+$/.test(keys[next + 1] ?? '') ? 2 : 1;
  return citation('document', at, next, [keys.slice(at, next).join(' ')]);
}
