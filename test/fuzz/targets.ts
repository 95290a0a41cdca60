import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openCache } from '../../src/cache/cache.ts';
import { ConfigError } from '../../src/cli/config-error.ts';
import { readConfig } from '../../src/cli/read-config.ts';
import { readRecord } from '../../src/cli/read-record.ts';
import { decodeDraft } from '../../src/draft/decode.ts';
import { DraftError } from '../../src/draft/draft.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { createKeyParser, type TerminalEvent } from '../../src/tui/terminal/keys.ts';
import { LexiconError } from '../../src/wording/lexicon-error.ts';
import { readLexicon } from '../../src/wording/lexicon-schema.ts';
import { pick, type Random } from '../chance.ts';
import { expectLaws } from '../laws/laws.ts';
import { reportOf } from '../report/reports.ts';
import { Viewer } from '../tui/viewer.ts';
import { mutateBytes, mutateText } from './mutate.ts';

/** One entry of the program: what is thrown at it, and what must hold. */
export interface Target {
  readonly name: string;
  /** Its part of the time, beside 1 for the others. */
  readonly weight?: number;
  make(random: Random): string[];
  /** Fails if a law is broken. */
  check(texts: readonly string[]): void | Promise<void>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const DRAFTS = readdirSync('drafts')
  .filter((name) => name.startsWith('draft-'))
  .map((name) => read(`drafts/${name}`));
const FIXTURES = readdirSync('fixtures').flatMap((name) => [
  read(`fixtures/${name}/old.md`),
  read(`fixtures/${name}/new.md`),
]);
/** Parts of the long ones, so that many are tried. */
const TEXTS = [...FIXTURES, ...DRAFTS.flatMap((text) => text.match(/[\s\S]{1,3000}/g) ?? [])];

/** What a terminal obeys; a line feed is the program's own. */
const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

const pair = (random: Random): string[] => {
  const text = pick(random, TEXTS);
  return [text, mutateText(random, text, TEXTS)].map((one) =>
    random() < 0.3 ? mutateText(random, one, TEXTS) : one,
  );
};

/** An error of the user's making, in one line, or nothing. */
function expectTrouble(work: () => unknown, ...kinds: readonly (new (message: string) => Error)[]): void {
  try {
    work();
  } catch (error) {
    if (!kinds.some((kind) => error instanceof kind)) throw error;
    expect((error as Error).message).not.toMatch(/\n/);
  }
}

const CONFIG =
  'language: en\nlexicon: []\nredLines:\n  - at least\nrules:\n  red-line: error\n  weaker: warning\n';
const LEXICON =
  'hedges:\n  - {lemma: in time, forms: [in time], effect: weaker}\nverbs:\n  - {lemma: note, forms: [notes], axis: approval, strength: 15}\n';
const ORIGIN = { build: 'b', words: 'w' };
const RECORD = JSON.stringify({
  schema: 'clausediff/record/1',
  ...ORIGIN,
  files: [{ path: 'a.md', before: '1', after: '2', outline: { summary: {}, links: [], clauses: 1 } }],
});
const KEYS = [
  'j',
  'k',
  'G',
  'g',
  'n',
  'N',
  '}',
  '{',
  'z',
  'Z',
  'v',
  'w',
  's',
  'l',
  'b',
  't',
  'T',
  'f',
  '?',
  'x',
  'X',
  '*',
  'm',
  'M',
  '[',
  ']',
  'B',
  '/',
  'a',
  'r',
  '\r',
  '\t',
  ' ',
  '\x1b',
  '\x7f',
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[<64;3;4M',
  '\x1b[200~x\x1b[201~',
  'é',
  '漢',
];

export const TARGETS: readonly Target[] = [
  {
    name: 'drafts: the laws',
    weight: 6,
    make: pair,
    check: ([old = '', newer = '']) => expectLaws(old, newer),
  },
  {
    name: 'bytes',
    make: (random) => [Buffer.from(mutateBytes(random, Buffer.from(pick(random, TEXTS)))).toString('latin1')],
    check: ([bytes = '']) =>
      expectTrouble(() => expectLaws(decodeDraft(Buffer.from(bytes, 'latin1'), 'x'), '1. a'), DraftError),
  },
  {
    name: 'reports',
    weight: 3,
    make: pair,
    check: async (texts) => {
      const report = await reportOf(texts);
      for (const { write, name } of FORMATS) {
        const content = await write(report);
        if (typeof content === 'string' && name !== 'csv')
          expect(content.replaceAll('\t', '')).not.toMatch(OBEYED);
      }
    },
  },
  {
    name: 'configurations',
    make: (random) => [mutateText(random, CONFIG, [LEXICON])],
    check: ([text = '']) => {
      const file = { path: '/nowhere/c.yaml', text };
      const fail = (error: Error): never => {
        throw error;
      };
      expectTrouble(() => readConfig(file, '/nowhere', fail), ConfigError, LexiconError);
      // What a check makes of it.
      expect(readConfig(file, '/nowhere', () => {}).file).toBe(file.path);
    },
  },
  {
    name: 'lexicons',
    make: (random) => [mutateText(random, LEXICON, [CONFIG])],
    check: ([text = '']) => expectTrouble(() => readLexicon(text, 'own.yaml'), LexiconError),
  },
  {
    name: 'notes',
    make: (random) => [mutateText(random, RECORD, [RECORD])],
    check: ([text = '']) => {
      for (const { links } of readRecord(text, ORIGIN).values()) expect(Array.isArray(links)).toBe(true);
    },
  },
  {
    name: 'cache entries',
    make: (random) => [mutateText(random, 'value of an entry', ['x'])],
    check: ([text = '']) => {
      const folder = mkdtempSync(join(tmpdir(), 'clausediff-fuzz-'));
      const cache = openCache(folder, '1');
      cache.put('value', 'key');
      const [file = ''] = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.includes('/'));
      writeFileSync(join(folder, file), text);
      expect(cache.get('key')).toBeUndefined();
    },
  },
  {
    name: 'keys and frames',
    weight: 4,
    make: (random) => [...pair(random), Array.from({ length: 30 }, () => pick(random, KEYS)).join('')],
    check: ([old = '', newer = '', keys = '']) => {
      const view = new Viewer(
        [
          ['old.md', old],
          ['new.md', newer],
        ],
        { size: { columns: 70, rows: 20 } },
      );
      const events: TerminalEvent[] = [];
      const parser = createKeyParser((event) => events.push(event));
      parser.push(Buffer.from(keys));
      parser.end();
      for (const event of events) {
        if (event.kind === 'key') view.press(event.text ?? event.name);
        else if (event.kind === 'mouse') view.act({ type: 'wheeled', x: event.x, y: event.y, rows: 3 });
        expect(view.rows).toHaveLength(20);
        for (const row of view.rows) expect(row).not.toMatch(OBEYED);
      }
    },
  },
];
