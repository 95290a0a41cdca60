import { pick, type Random } from '../chance.ts';

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

/** What breaks readers of Markdown, of text, and of terminals. */
const PIECES = [
  ...[
    '1. ',
    'a) ',
    '(iv) ',
    '– ',
    '3bis. ',
    'Article 3',
    '§ 312',
    'II.',
    '# ',
    '> ',
    '    ',
    '\t',
    '|',
    '|---|',
    '```',
    '~~~',
    '* * *',
    'o o o',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[',
    ']',
    '[…]',
    '**',
    '_',
    '~~',
    '<!--',
    '-->',
    '<b>',
    '&amp;',
    '\\',
    '---\n',
    '+++\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
  ],
  ...[
    '\u0000',
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\u009b31m',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\ufffe',
    '\ud800',
    '\u2028',
    '\u0301',
    '👩‍👩‍👧‍👦',
    '漢',
    'ﷺ',
    'İ',
    'ß',
    '=cmd()',
    '{+',
    '-}',
    '\ue000123',
  ],
  ...[
    'the European Union',
    'the Europeans',
    'by June 2025',
    'EUR 5 billion',
    'shall',
    'paragraph 1',
    'not',
    'Annex I',
    'page 2 of 9',
  ],
] as const;

/** A text with a few changes of characters, lines or paragraphs. */
export function mutateText(random: Random, text: string, others: readonly string[]): string {
  let result = text;
  for (let i = upTo(random, 4); i >= 0; i--) result = pick(random, TEXT_MUTATIONS)(random, result, others);
  return result.slice(0, MAX_LENGTH);
}

/** Longest text that is tried, so that many are. */
const MAX_LENGTH = 6_000;

type Mutation = (random: Random, text: string, others: readonly string[]) => string;

const cut = (random: Random, text: string): [string, string, string] => {
  const from = upTo(random, text.length);
  const to = Math.min(text.length, from + upTo(random, pick(random, [1, 8, 80, 800])));
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
};

const byParts =
  (separator: RegExp, joint: string, change: (random: Random, parts: string[]) => string[]): Mutation =>
  (random, text) =>
    change(random, text.split(separator)).join(joint);

const reorder = (random: Random, parts: string[]): string[] => {
  const next = [...parts];
  const [moved = ''] = next.splice(upTo(random, next.length - 1), 1);
  next.splice(upTo(random, next.length), 0, moved);
  return next;
};

const TEXT_MUTATIONS: readonly Mutation[] = [
  (random, text) => {
    const [before, , after] = cut(random, text);
    return before + after;
  },
  (random, text) => {
    const [before, middle, after] = cut(random, text);
    return before + middle + middle + after;
  },
  (random, text) => {
    const [before, middle, after] = cut(random, text);
    return before + pick(random, PIECES).repeat(pick(random, [1, 1, 2, 40])) + middle + after;
  },
  (random, text, others) => {
    const [before, , after] = cut(random, text);
    return before + cut(random, pick(random, others))[1] + after;
  },
  byParts(/\n\n/, '\n\n', reorder),
  byParts(/\n/, '\n', reorder),
  byParts(/ /, ' ', reorder),
  byParts(/\n\n/, ' ', (_, parts) => parts),
  byParts(/\n/, '\r\n', (_, parts) => parts),
  byParts(/\n\n/, '\n\n', (random, parts) =>
    parts.map((part, i) => (random() < 0.3 ? `${' '.repeat(upTo(random, 12))}${i}. ${part}` : part)),
  ),
  (_, text) => text.toUpperCase(),
  (_, text) => text.normalize('NFD'),
];

/** Bytes with some changed, added or taken away. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const result = [...bytes.slice(0, MAX_LENGTH)];
  for (let i = upTo(random, 6); i >= 0; i--) {
    const at = upTo(random, result.length);
    const kind = upTo(random, 2);
    if (kind === 0) result.splice(at, upTo(random, 20));
    else if (kind === 1) result.splice(at, 0, upTo(random, 255), upTo(random, 255));
    else result[at] = upTo(random, 255);
  }
  return Uint8Array.from(result);
}
