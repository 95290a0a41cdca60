import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatOfFile } from '../../src/report/formats.ts';
import { OBEYED } from '../cli/cases.ts';
import { demoDraft, formatNamed, reportOf, textIn } from './reports.ts';

const DEMO = [demoDraft(3), demoDraft(4)];
const CHAIN = [1, 2, 3, 4, 5].map(demoDraft);

/** What each format must not take from a draft as its own. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></title><b onclick="x">',
  '=HYPERLINK("http://example.org")',
  '@SUM(A1)',
  '+1+cmd|calc',
  '&amp; ]]> <!-- <w:p/>',
  '{++ {-- {~~ ~> ~~} {>> <<}',
  '| a | b | \\| ```',
  'a\u202eb\u2066c\u0000d\u001b[31me\u0007f\u200bg\ufffe\u0085h',
  '](javascript:alert(1)) [x](y) ![z](w) **b** _i_ ~~d~~ <u>',
];
const HOSTILE_PAIR = [
  HOSTILE.map((text, i) => `${i + 1}. The Council notes ${text} in full.\n`).join('\n'),
  HOSTILE.map((text, i) => `${i + 2}. ${text} is what the Council welcomes ${text}\n`).join('\n'),
];

describe('every format', () => {
  it.each(FORMATS.map(({ name }) => name))('%s: the same drafts give the same bytes', async (name) => {
    const [first, second] = [await textIn(name, DEMO), await textIn(name, DEMO)];
    expect(first).toBe(second);
    expect(first.length).toBeGreaterThan(100);
  });

  it.each(FORMATS.filter(({ name }) => !name.endsWith('docx')).map(({ name }) => name))(
    '%s: nothing in it is obeyed',
    async (name) => {
      const text = await textIn(name, HOSTILE_PAIR, {
        neutral: true,
        all: true,
        title: HOSTILE[9],
        author: HOSTILE[9],
      });
      expect(name === 'csv' ? text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') : text).not.toMatch(
        OBEYED,
      );
    },
  );

  it('has an ending that no other has, or a name', () => {
    const endings = FORMATS.flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
    expect(formatOfFile('a.critic.md')?.name).toBe('criticmarkup');
    expect(formatOfFile('A.MD')?.name).toBe('markdown');
    expect(formatOfFile('a.xls')).toBeUndefined();
  });
});

describe('HTML', () => {
  it('takes no text for markup', async () => {
    const page = await textIn('html', HOSTILE_PAIR, { neutral: true, all: true, title: HOSTILE[0] });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<img|<b onclick|onerror=(?!alert\(1\)&#x3E;|alert\(1\)>)/g)).toBeNull();
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('gives every address once, and no link leads nowhere', async () => {
    for (const [sources, options] of [
      [DEMO, {}],
      [CHAIN, {}],
      [[demoDraft(4), demoDraft(5)], { all: true }],
      [[demoDraft(2), demoDraft(3)], { all: true }],
    ] as const) {
      const page = await textIn('html', sources, options);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => decodeURIComponent(id));
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('fetches nothing', async () => {
    const page = await textIn('html', CHAIN);
    expect(page).not.toMatch(/ (?:src|srcset)=|url\(|@import|<link|href="(?!#)/);
    expect(page.includes('default-src &#x27;none&#x27;')).toBe(true);
  });

  it('has both ends of a move', async () => {
    const page = await textIn('html', [demoDraft(2), demoDraft(3)]);
    expect(page).toMatch(/id="old:I\/6"[^>]*>.*?stood here; moved to .*?href="#II%2F11"/s);
  });
});

describe('CSV', () => {
  it('begins no cell with a formula', async () => {
    const rows = cellsOf(await textIn('csv', HOSTILE_PAIR, { neutral: true }));
    expect(rows.length).toBeGreaterThan(10);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('has as many cells in every row', async () => {
    for (const text of [await textIn('csv', DEMO), await textIn('csv', CHAIN, { synopsis: true })]) {
      const rows = cellsOf(text);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
  });
});

function cellsOf(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter(Boolean)
    .map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')));
}

describe('Markdown', () => {
  it('keeps any text when it is read again', async () => {
    const page = await textIn('markdown', HOSTILE_PAIR, { all: true });
    const kinds = new Set<string>();
    const visit = (node: { type: string; children?: unknown[] }): void => {
      kinds.add(node.type);
      for (const child of node.children ?? []) visit(child as never);
    };
    visit(unified().use(remarkParse).parse(page) as never);
    for (const kind of ['html', 'link', 'image', 'inlineCode', 'code']) expect(kinds).not.toContain(kind);
  });

  it('quotes both wordings', async () => {
    const page = await textIn('markdown', ['1. It welcomes the plan.', '1. It takes note of the plan.']);
    expect(page).toContain('> *old:* It ~~welcomes~~ the plan.');
    expect(page).toContain('> *new:* It **takes note of** the plan.');
    expect(page).toContain('| ▼ verb weaker | welcomes | takes note of | 1 | 1 |');
  });
});

describe('CriticMarkup', () => {
  it('has no mark over the end of a paragraph, and gives both texts', async () => {
    for (const sources of [DEMO, HOSTILE_PAIR, [demoDraft(4), demoDraft(5)]]) {
      for (const block of (await textIn('criticmarkup', sources)).split('\n\n')) {
        const rest = block.replace(/\{\+\+.*?\+\+\}|\{--.*?--\}|\{~~.*?~>.*?~~\}|\{>>.*?<<\}/g, '');
        expect(rest).not.toMatch(/[{}]/);
      }
    }
  });

  it('marks what changed', async () => {
    const text = await textIn('criticmarkup', ['1. It welcomes the plan.', '1. It takes note of the plan.']);
    expect(text).toMatch(/^1\. It \{~~welcomes~>takes note of~~\} the plan\.\{>>verb weaker: [^<]*<<\}\n$/);
  });
});

describe("the Council's manner", () => {
  it('has additions bold and underlined and deletions struck through', async () => {
    const pair = ['1. It welcomes the plan.', '1. It takes note of the plan.'];
    expect(await textIn('council', pair)).toContain('It ~~welcomes~~**<u>takes note of</u>** the plan.');
    expect(await textIn('council', pair, { deletions: 'omit' })).toContain(
      'It \\[…]**<u>takes note of</u>**',
    );
    expect(await textIn('council', pair, { legend: 'Bold is new.' })).toContain('*Bold is new.*');
  });

  it('keeps footnotes footnotes', async () => {
    const text = await textIn('council', DEMO);
    expect(text).toContain('below.[^1]');
    expect(text).toMatch(/^\[\^1\]: This text is illustrative/m);
  });
});

describe('the synopsis', () => {
  it.each(['html', 'markdown', 'csv'])(
    '%s has a column for each draft and points to where a clause moved',
    async (name) => {
      const text = await textIn(name, CHAIN, { synopsis: true });
      for (let i = 1; i <= 5; i++) expect(text).toContain(`draft-${i}.md`);
      expect(text).toMatch(/II\/11/);
      expect(text).toMatch(/ANNEX I\/¶7/);
    },
  );
});

describe('the brief', () => {
  it.each(['html', 'markdown', 'text'])('%s says what a busy reader asks', async (name) => {
    const text = await textIn(name, [demoDraft(2), demoDraft(3)], { brief: true });
    for (const part of ['Formula and actors', 'Weaker', 'Open brackets']) expect(text).toContain(part);
    expect(text).toContain('the Europeans');
    expect(text).toContain('I/3/b → I/4/b');
  });

  it('fits on a page, whatever changed', async () => {
    const text = await textIn('text', [demoDraft(1), demoDraft(5)], { brief: true });
    expect(text.split('\n').length).toBeLessThan(66);
  });
});

describe('the Word document', () => {
  const partsOf = async (sources: readonly string[], options = {}) =>
    unzipSync((await formatNamed('docx').write(await reportOf(sources, options))) as Uint8Array);

  it('holds no character that XML forbids, and escapes the others', async () => {
    for (const [name, bytes] of Object.entries(await partsOf(HOSTILE_PAIR))) {
      const xml = strFromU8(bytes);
      expect(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml), name).toBe(false);
      expect(/<script|<img|<b |<u>/.test(xml), name).toBe(false);
    }
  });

  it('carries author and date only where they are given', async () => {
    const dated = strFromU8(
      (await partsOf(DEMO, { author: 'A & B', date: '2025-03-06' }))['word/document.xml']!,
    );
    expect(dated).toContain('w:author="A &amp; B" w:date="2025-03-06T00:00:00Z"');
    const parts = await partsOf(DEMO);
    for (const bytes of Object.values(parts)) expect(strFromU8(bytes)).not.toMatch(/w:date=/);
    expect(strFromU8(parts['word/comments.xml']!)).toContain('the deadline is 6 months later');
  });

  it('numbers each mark once', async () => {
    const xml = strFromU8((await partsOf([demoDraft(4), demoDraft(5)]))['word/document.xml']!);
    const ids = [...xml.matchAll(/<w:(?:ins|del)\b[^>]* w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('any drafts', () => {
  it('make a report in every format', async () => {
    const draft = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 5 })
      .map((parts) => parts.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(draft, draft, async (old, now) => {
        const report = await reportOf([old.replaceAll('\0', ''), now.replaceAll('\0', '')]);
        for (const format of FORMATS) expect((await format.write(report)).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
