import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { misplaced, outline, setAside } from './outline.ts';

/** Path, type and label of each clause, without lines and text. */
const shape = (source: string): string[] =>
  parseDraft(source).clauses.map(
    ({ path, type, label }) => `${path} ${type}${label ? ` ${label.text}` : ''}`,
  );

describe('labels are read as printed', () => {
  it.each([
    ['1. a\n2. b\n4. d\n', ['1 paragraph 1.', '2 paragraph 2.', '4 paragraph 4.']],
    [
      '## A\n\n4. four\n\n## B\n\n5. five\n',
      ['A section', 'A/4 paragraph 4.', 'B section', 'B/5 paragraph 5.'],
    ],
    ['(1) one\n\n(2) two\n', ['1 paragraph (1)', '2 paragraph (2)']],
    ['3bis new\n\n3ter newer\n', ['3bis paragraph 3bis', '3ter paragraph 3ter']],
    ['5. five\n\n5a. five a\n\n6. six\n', ['5 paragraph 5.', '5a paragraph 5a.', '6 paragraph 6.']],
    ['1.1. One\n\n1.2. Two\n', ['1.1 paragraph 1.1.', '1.2 paragraph 1.2.']],
    ['1\\. escaped by a converter\n', ['1 paragraph 1.']],
    ['**12.** bold\n', ['12 paragraph 12.']],
    ['1. x:\n\n– one;\n\n– two.\n', ['1 paragraph 1.', '1/–1 point –', '1/–2 point –']],
    ['• one\n\n• two\n', ['–1 point •', '–2 point •']],
    ['- a) one\n- b) two\n', ['a point a)', 'b point b)']],
    [
      '# Article 3 Aims\n\n# § 312 Scope\n\n# II. Title\n\n# A. Part\n',
      ['Article 3 section Article 3', '§ 312 section § 312', 'II section II.', 'A section A.'],
    ],
    ['Art. 5 (2) Everyone has the right.\n', ['Art. 5 (2) paragraph Art. 5 (2)']],
    ['§ 5 Jeder hat das Recht.\n', ['§ 5 paragraph § 5']],
  ])('%j', (source, expected) => expect(shape(source)).toEqual(expected));

  it.each([
    '2025. That was the year.',
    '1.5 million people were reached.',
    'Article 5 of the Treaty provides for this.',
    'A. Smith spoke first.',
    '20 years have passed.',
    'e.g. this',
  ])('reads no label in %j', (source) => expect(parseDraft(source).clauses[0]?.label).toBeUndefined());
});

describe('letters and Roman numbers', () => {
  const labels = (names: readonly string[]): string[] =>
    shape(`1. x:\n\n${names.map((name) => `    ${name} text;\n`).join('\n')}`);

  it('reads i) after h) as a letter', () => {
    expect(labels(['g)', 'h)', 'i)', 'j)']).slice(1)).toEqual([
      '1/g point g)',
      '1/h point h)',
      '1/i point i)',
      '1/j point j)',
    ]);
  });

  it('reads i) after a) as the first of a series below', () => {
    expect(labels(['a)', 'i)', 'ii)', 'b)']).slice(1)).toEqual([
      '1/a point a)',
      '1/a/i point i)',
      '1/a/ii point ii)',
      '1/b point b)',
    ]);
  });

  it('reads (iv) and (v) in a Roman series', () => {
    expect(labels(['(iii)', '(iv)', '(v)', '(vi)']).slice(1)).toEqual([
      '1/iii point (iii)',
      '1/iv point (iv)',
      '1/v point (v)',
      '1/vi point (vi)',
    ]);
  });

  it('reads aa) after z) and bb) after it', () => {
    expect(labels(['aa)', 'bb)', 'cc)']).slice(1)).toEqual([
      '1/aa point aa)',
      '1/bb point bb)',
      '1/cc point cc)',
    ]);
  });
});

describe('labels where Markdown sees none', () => {
  it('finds points on wrapped lines after a colon, and the next in the series', () => {
    expect(
      outline(
        '3. The following principles:\na) no talks without them;\nb) no deal\nbehind their backs;\nc) peace.\n4. Next.\n',
      ),
    ).toEqual([
      '3 paragraph [3.] 1-1 The following principles:',
      '3/a point [a)] 2-2 no talks without them;',
      '3/b point [b)] 3-4 no deal behind their backs;',
      '3/c point [c)] 5-5 peace.',
      '4 paragraph [4.] 6-6 Next.',
    ]);
  });

  it('takes no wrapped number for a label that is not next in a series', () => {
    expect(
      outline('8. The directive of\n27\\. January 1997 and that of\n12. May apply to\n25. Others do not.\n'),
    ).toHaveLength(1);
    expect(
      outline('A paragraph that refers to point\na) of the list and to point\n2) of it.\n'),
    ).toHaveLength(1);
  });

  it('reads four blanks as a point, not as code', () => {
    expect(shape('(1) Chapeau:\n\n    (a) first;\n\n    (b) second.\n')).toEqual([
      '1 paragraph (1)',
      '1/a point (a)',
      '1/b point (b)',
    ]);
  });
});

describe('the tree', () => {
  it('runs numbers through Roman sections', () => {
    const source = '# Title\n\n## I. ONE\n\n1. a\n\n2. b\n\n## II. TWO\n\n3. c\n\n### A. Sub\n\n4. d\n';
    expect(shape(source)).toEqual([
      'title section',
      'I section I.',
      'I/1 paragraph 1.',
      'I/2 paragraph 2.',
      'II section II.',
      'II/3 paragraph 3.',
      'II/A section A.',
      'II/A/4 paragraph 4.',
    ]);
  });

  it('makes an unnumbered paragraph after a number its sub-paragraph, never a sibling', () => {
    expect(shape('3. First.\n\nSecond sentence of its own.\n\n4. Next.\n')).toEqual([
      '3 paragraph 3.',
      '3/¶1 paragraph',
      '4 paragraph 4.',
    ]);
    expect(shape('3. First:\n\n    a) one;\n\n    b) two.\n\n    It also.\n\n4. Next.\n')).toEqual([
      '3 paragraph 3.',
      '3/a point a)',
      '3/b point b)',
      '3/¶1 paragraph',
      '4 paragraph 4.',
    ]);
  });

  it('puts points under the unnumbered paragraph that announces them', () => {
    expect(
      shape('## ANNEX\n\nThe parties agree:\n\na) one;\n\nb) two.\n\nThey further agree:\n\na) three.\n'),
    ).toEqual([
      'ANNEX section ANNEX',
      'ANNEX/¶1 paragraph',
      'ANNEX/¶1/a point a)',
      'ANNEX/¶1/b point b)',
      'ANNEX/¶2 paragraph',
      'ANNEX/¶2/a point a)',
    ]);
  });

  it('keeps a number that stands alone with the text that follows', () => {
    expect(outline('4.\n\nThe text of four.\n\n5.\nThe text of five.\n')).toEqual([
      '4 paragraph [4.] 1-3 The text of four.',
      '5 paragraph [5.] 5-6 The text of five.',
    ]);
  });

  it.each([
    ['# T\n\n**Bold line**\n\ntext\n', ['title section', 'Bold line section', 'Bold line/¶1 paragraph']],
    [
      '**I. ONE**\n\n1. a\n\n**II. TWO**\n\n2. b\n',
      ['I section I.', 'I/1 paragraph 1.', 'II section II.', 'II/2 paragraph 2.'],
    ],
    [
      'I. UKRAINE\n\n1. a\n\nII. EUROPEAN DEFENCE\n\n2. b\n',
      ['I section I.', 'I/1 paragraph 1.', 'II section II.', 'II/2 paragraph 2.'],
    ],
    [
      '## I. X\n\n1. a\n\nANNEX II\n\ntext\n',
      ['I section I.', 'I/1 paragraph 1.', 'ANNEX II section ANNEX II', 'ANNEX II/¶1 paragraph'],
    ],
    [
      'Article 5\n\nText.\n\nArticle 6\n\nMore.\n',
      [
        'Article 5 section Article 5',
        'Article 5/¶1 paragraph',
        'Article 6 section Article 6',
        'Article 6/¶1 paragraph',
      ],
    ],
  ])('reads headings that are not marked as such: %j', (source, expected) =>
    expect(shape(source)).toEqual(expected),
  );

  it.each([
    '**A bold sentence ends with a stop.**',
    '**The Assembly**, meeting in spring',
    '1. **Bold text of a number**',
  ])('takes %j for text', (source) => expect(parseDraft(source).clauses[0]?.type).toBe('paragraph'));

  it('ties footnotes to the clause that cites them first', () => {
    const { clauses } = parseDraft('1. One.[^b]\n\n2. Two.[^a] Again.[^b]\n\n[^a]: A.\n\n[^b]: B.\n');
    expect(clauses.map(({ path, citedBy }) => `${path} ${citedBy}`)).toEqual([
      '1 -1',
      '2 -1',
      'fna 1',
      'fnb 0',
    ]);
  });

  it('reads rows, quotes, code and strike-through', () => {
    const source = '> quoted\n> on\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\nx = 1\n```\n\n~~old~~ new\n';
    expect(outline(source)).toEqual([
      '¶1 quote 1-2 quoted on',
      'r1 row 4-4 a | b',
      'r2 row 6-6 1 | 2',
      '¶2 code 8-10 x = 1',
      '¶3 paragraph 12-12 old new',
    ]);
  });

  it('gives every clause a path of its own', () => {
    const { clauses } = parseDraft('1. a\n\n1. b\n\n# X\n\n# X\n\n- a\n- b\n');
    expect(new Set(clauses.map(({ path }) => path)).size).toBe(clauses.length);
  });
});

describe('what is no text is set aside', () => {
  it('separators, also those that Markdown takes for text', () => {
    const source = '1. a\n\n* * *\n\n2. b\n\no o o\n\n3. c\n';
    expect(shape(source)).toHaveLength(3);
    expect(setAside(source)).toEqual(['separator 3-3 * * *', 'separator 7-7 o o o']);
  });

  it('page furniture, and a sentence that it cuts stays one clause', () => {
    const source =
      '4. The Union and its\n\n15381/1/06 REV 1          ab/CD/ef           3\n\nLIMITE   EN\n\nMember States will act.\n\n12\n\n5. Next.\n';
    expect(outline(source)).toEqual([
      '4 paragraph [4.] 1-7 The Union and its Member States will act.',
      '5 paragraph [5.] 11-11 Next.',
    ]);
    expect(setAside(source)).toHaveLength(3);
  });

  it('page furniture between two lines of a paragraph', () => {
    const source = '4. The Union and its\nEUCO 10/25                  3\nEN\nMember States will act.\n';
    expect(outline(source)).toEqual(['4 paragraph [4.] 1-4 The Union and its Member States will act.']);
    expect(setAside(source)).toEqual(['furniture 2-2 EUCO 10/25                  3', 'furniture 3-3 EN']);
  });

  it('a running header that stands beside page numbers again and again', () => {
    const page = (number: number): string =>
      `Text of page ${number} that ends here.\n\n${number}\n\nConclusions – 6 March 2025\n\n`;
    expect(shape([1, 2, 3, 4].map(page).join(''))).toHaveLength(4);
  });

  it.each(['in the year\n2025 it will', 'of the season\n2024/25\nand after', 'the deadline of\n12\nmonths'])(
    'but not a number on a wrapped line: %j',
    (source) => expect(setAside(source)).toEqual([]),
  );

  it('front matter, whose title is used, and comments', () => {
    const draft = parseDraft('---\ntitle: "The title"\n---\n\n<!-- a note -->\n\nText.\n');
    expect(draft.title).toBe('The title');
    expect(draft.setAside.map(({ kind }) => kind)).toEqual(['front-matter', 'comment']);
    expect(draft.clauses).toHaveLength(1);
  });
});

describe('exact places', () => {
  const block = fc.constantFrom(
    '# Heading\n',
    '**Bold heading**\n',
    '1. Number.\n',
    '2) Other.\n',
    '    a) point;\n',
    '- dash\n  wrapped\n',
    '- - nested\n',
    '> quote\n>\n> more\n',
    '| a | b |\n| --- | --- |\n| 1 | *2* |\n',
    '[^1]: Note.\n\n    More of it.\n',
    'Text with a note.[^1]\n',
    '* * *\n',
    'o o o\n',
    'LIMITE EN\n',
    '12\n',
    '```\ncode\n```\n',
    '<!-- c -->\n',
    '<div>html</div>\n',
    '[link]: https://example.org\n',
    'Wrapped:\na) one;\nb) two.\n',
    '4.\n',
    'Καλημέρα 理事会\n',
    '\u00ad\u200b\n',
    'Setext\n======\n',
  );
  const source = fc
    .tuple(
      fc.array(block, { maxLength: 10 }),
      fc.constantFrom('\n', '\n\n', ''),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([blocks, between, ending]) => blocks.join(between).replaceAll('\n', ending));

  it('labels, lines and offsets agree, and every visible character is in one place', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(misplaced(parseDraft(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        parseDraft(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('limits', () => {
  it.each([
    ['on one line', '- '.repeat(10_000)],
    ['of quotations', '> '.repeat(10_000)],
    ['of numbers', '1. '.repeat(10_000)],
    ['of footnotes in lists', '- [^a]: '.repeat(1_000)],
    ['over many lines', Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(2 * i)}- x\n`).join('')],
  ])('flattens deep nesting %s, and says so', (_, prefix) => {
    const draft = parseDraft(`${prefix}end`);
    expect(draft.limits).toHaveLength(1);
    expect(draft.clauses.at(-1)?.text).toContain('end');
  });
});
