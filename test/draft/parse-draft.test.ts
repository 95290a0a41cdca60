import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { blockDocument, soup } from './block-arbitrary.ts';
import { outline, places, setAside } from './outline.ts';

describe('a chapeau and its points', () => {
  it('are parent and children', () => {
    const { clauses } = parseDraft('1. Chapeau:\n\na) one;\n\nb) two.\n\n2. Next.');
    expect(clauses.map(({ index, parent, children }) => [index, parent, children])).toEqual([
      [0, -1, [1, 2]],
      [1, 0, []],
      [2, 0, []],
      [3, -1, []],
    ]);
  });

  it('hold together where the chapeau has no number', () => {
    expect(outline('The Council stresses that:\n\na) one;\n\nb) two.\n\nIt also notes.')).toEqual([
      '¶1 paragraph 1-1 The Council stresses that:',
      '¶1/a point [a)] 3-3 one;',
      '¶1/b point [b)] 5-5 two.',
      '¶2 paragraph 7-7 It also notes.',
    ]);
  });

  it('hold together below a number', () => {
    const expected = [
      '1 paragraph [1.] 1-1 First.',
      '1/¶1 paragraph 3-3 The following applies:',
      '1/¶1/a point [a)] 5-5 one;',
      '1/¶1/b point [b)] 7-7 two.',
      '2 paragraph [2.] 9-9 Second.',
    ];
    expect(outline('1. First.\n\nThe following applies:\n\na) one;\n\nb) two.\n\n2. Second.')).toEqual(
      expected,
    );
    expect(
      outline('1. First.\n\n   The following applies:\n\n   a) one;\n\n   b) two.\n\n2. Second.'),
    ).toEqual(expected);
  });

  it('hold together where two series of dashes follow each other', () => {
    expect(
      outline('This:\n\n– a;\n\n– b.\n\nAnd that:\n\n– c;\n\n– d.').map((line) => line.split(' ')[0]),
    ).toEqual(['¶1', '¶1/–1', '¶1/–2', '¶2', '¶2/–1', '¶2/–2']);
  });

  it('hold together in lists of Markdown', () => {
    expect(outline('Text follows:\n- one\n- two\n  - below\n\nMore.')).toEqual([
      '¶1 paragraph 1-1 Text follows:',
      '¶1/–1 point [-] 2-2 one',
      '¶1/–2 point [-] 3-3 two',
      '¶1/–2/–1 point [-] 4-4 below',
      '¶2 paragraph 6-6 More.',
    ]);
    expect(outline('1. First:\n   1. under\n   2. under too\n2. Second')).toEqual([
      '1 paragraph [1.] 1-1 First:',
      '1/1 point [1.] 2-2 under',
      '1/2 point [2.] 3-3 under too',
      '2 paragraph [2.] 4-4 Second',
    ]);
  });

  it('may be recitals, which an enacting formula ends', () => {
    expect(
      outline('Whereas:\n\n(1) One.\n\n(2) Two.\n\nHAVE AGREED AS FOLLOWS:\n\nArticle 1\n\nText.'),
    ).toEqual([
      '¶1 paragraph 1-1 Whereas:',
      '¶1/1 point [(1)] 3-3 One.',
      '¶1/2 point [(2)] 5-5 Two.',
      '¶2 paragraph 7-7 HAVE AGREED AS FOLLOWS:',
      'Article 1 section [Article 1] 9-9',
      'Article 1/¶1 paragraph 11-11 Text.',
    ]);
  });
});

describe('the text of a number', () => {
  it('is one clause where it is wrapped', () => {
    expect(outline('1. One\n   two\nthree.\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-3 One two three.',
      '2 paragraph [2.] 5-5 Next.',
    ]);
  });

  it('is one clause where Markdown sees two paragraphs and the sentence goes on', () => {
    expect(outline('1. It wants this for the\n\ncommon good.\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-3 It wants this for the common good.',
      '2 paragraph [2.] 5-5 Next.',
    ]);
  });

  it('has sub-paragraphs without a number below it', () => {
    expect(outline('3. It ends here.\n\nThis also.\n\n   And this.\n\n4. Next.')).toEqual([
      '3 paragraph [3.] 1-1 It ends here.',
      '3/¶1 paragraph 3-3 This also.',
      '3/¶2 paragraph 5-5 And this.',
      '4 paragraph [4.] 7-7 Next.',
    ]);
  });

  it('has the sub-paragraph that follows its points below it', () => {
    expect(outline('3. These:\n\na) one;\n\nb) two.\n\nThis also.\n\n4. Next.')).toEqual([
      '3 paragraph [3.] 1-1 These:',
      '3/a point [a)] 3-3 one;',
      '3/b point [b)] 5-5 two.',
      '3/¶1 paragraph 7-7 This also.',
      '4 paragraph [4.] 9-9 Next.',
    ]);
  });

  it('may stand in the paragraph after the number', () => {
    expect(outline('1.\n\nThe text.\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-3 The text.',
      '2 paragraph [2.] 5-5 Next.',
    ]);
  });

  it('may be missing', () => {
    expect(outline('4.\n\n5. Text.')).toEqual(['4 paragraph [4.] 1-1', '5 paragraph [5.] 3-3 Text.']);
  });
});

describe('footnotes', () => {
  it('are tied to the clause that refers to them first', () => {
    const { clauses } = parseDraft(
      '1. One[^b] and two.[^A]\n\n2. Three.[^b]\n\n[^a]: Note a.\n\n[^b]: Note b.\n\n[^c]: None.',
    );
    expect(clauses.map(({ path, text, citedBy }) => `${path} ${text} ${citedBy}`)).toEqual([
      '1 One[^b] and two.[^A] -1',
      '2 Three.[^b] -1',
      'fna Note a. 0',
      'fnb Note b. 0',
      'fnc None. -1',
    ]);
  });

  it('may be cited by a heading, a point, a row or another footnote', () => {
    const source =
      '# Head[^1]\n\na) point[^2]\n\n| a[^3] |\n| - |\n\n[^1]: One.\n\n[^2]: Two, see.[^4]\n\n[^3]: Three.\n\n[^4]: Four.';
    const { clauses } = parseDraft(source);
    expect(clauses.slice(3).map(({ path, citedBy }) => `${path} by ${clauses[citedBy]?.path}`)).toEqual([
      'fn1 by title',
      'fn2 by a',
      'fn3 by a/r1',
      'fn4 by fn2',
    ]);
  });

  it('may have more than one paragraph and points', () => {
    expect(outline('Text.[^1]\n\n[^1]: Note\n    goes on:\n\n    a) one;\n\n    b) two.')).toEqual([
      '¶1 paragraph 1-1 Text.[^1]',
      'fn1 footnote [[^1]] 3-4 Note goes on:',
      'fn1/a point [a)] 6-6 one;',
      'fn1/b point [b)] 8-8 two.',
    ]);
  });

  it('do not end the series of numbers around them', () => {
    expect(outline('1. One.[^1]\n\n[^1]: Note.\n\n2. Two.').map((line) => line.split(' ')[0])).toEqual([
      '1',
      'fn1',
      '2',
    ]);
  });

  it('are no text where they are not defined', () => {
    expect(outline('One [^1] two.')).toEqual(['¶1 paragraph 1-1 One [^1] two.']);
  });
});

describe('other blocks', () => {
  it('tables are rows, with a bar between the cells', () => {
    expect(
      outline('1. See:\n\n   | Year | Amount |\n   | --- | ---: |\n   | 2025 | EUR *5* |\n\n2. Next.'),
    ).toEqual([
      '1 paragraph [1.] 1-1 See:',
      '1/r1 row 3-3 Year | Amount',
      '1/r2 row 5-5 2025 | EUR 5',
      '2 paragraph [2.] 7-7 Next.',
    ]);
  });

  it('quotations, of several paragraphs, also below a number', () => {
    expect(outline('> One\n> goes on.\n>\n> Two.\n\n1. Text:\n\n   > quoted')).toEqual([
      '¶1 quote 1-2 One goes on.',
      '¶2 quote 4-4 Two.',
      '1 paragraph [1.] 6-6 Text:',
      '1/¶1 quote 8-8 quoted',
    ]);
  });

  it('numbers inside a quotation do not mix with those outside', () => {
    expect(outline('2. Article 5 becomes:\n\n> 1. new one.\n>\n> 2. new two.\n\n3. Next.')).toEqual([
      '2 paragraph [2.] 1-1 Article 5 becomes:',
      '2/1 point [1.] 3-3 new one.',
      '2/2 point [2.] 5-5 new two.',
      '3 paragraph [3.] 7-7 Next.',
    ]);
  });

  it('fenced code is one clause, whatever stands in it', () => {
    const source = 'Text.\n\n```\na) no point\n\n2. no number\n# no heading\n```\n\nMore.';
    const { clauses } = parseDraft(source);
    expect(clauses.map(({ path, type, text }) => `${path} ${type} ${text}`)).toEqual([
      '¶1 paragraph Text.',
      '¶2 code a) no point 2. no number # no heading',
      '¶3 paragraph More.',
    ]);
    expect(places(source)[1]).toBe('¶2: ```⏎a) no point⏎⏎2. no number⏎# no heading⏎```');
  });

  it('a block of HTML is its text', () => {
    expect(outline('<div class="x">raw <b>text</b></div>').map((line) => line.replace(/\s+/g, ' '))).toEqual([
      '¶1 code 1-1 raw text',
    ]);
  });

  it('struck text stays text', () => {
    expect(outline('1. The ~~old~~ new word.')).toEqual(['1 paragraph [1.] 1-1 The old new word.']);
  });
});

describe('the form of the source', () => {
  const source =
    '# Title\n\n1. One\nwraps:\n\n    a) two;\n\n    b) three.\n\n> quoted\n> text\n\nEUCO 1/25   2\n\n2. Four.\n';

  it('may have any line ending', () => {
    expect(outline(source.replaceAll('\n', '\r\n'))).toEqual(outline(source));
    expect(outline(source.replaceAll('\n', '\r'))).toEqual(outline(source));
    expect(places(source.replaceAll('\n', '\r\n'))).toEqual(places(source));
    expect(setAside(source.replaceAll('\n', '\r'))).toEqual(setAside(source));
  });

  it('may begin with a byte-order mark, which is no part of it', () => {
    expect(parseDraft(`\ufeff${source}`)).toEqual(parseDraft(source));
  });

  it('may have blanks at the ends of its lines', () => {
    expect(outline(source.replaceAll('\n', ' \t\n'))).toEqual(outline(source));
    expect(outline(source.replaceAll('\n', '   \n'))).toEqual(outline(source));
  });

  it('may be wrapped anywhere', () => {
    const words = 'The European Council recalls its earlier conclusions and invites all to act swiftly'.split(
      ' ',
    );
    for (let at = 1; at < words.length; at++) {
      const wrapped = `4. ${words.slice(0, at).join(' ')}\n   ${words.slice(at).join(' ')}.`;
      expect(outline(wrapped)).toEqual([`4 paragraph [4.] 1-2 ${words.join(' ')}.`]);
    }
  });

  it('may be empty', () => {
    for (const text of ['', '\n', ' \n\t\n', '\ufeff']) {
      expect(parseDraft(text, 'a.md')).toMatchObject({
        name: 'a.md',
        title: '',
        clauses: [],
        setAside: [],
        limits: [],
      });
    }
  });

  it('may use any list marker', () => {
    const texts = (marker: string): string[] =>
      outline(`${marker} one\n${marker} two`).map((line) => line.replace(/\[.*?\] /, ''));
    expect(texts('*')).toEqual(texts('-'));
    expect(texts('+')).toEqual(texts('-'));
  });
});

describe('the title', () => {
  it.each([
    ['the front matter', '---\ndate: 2025\ntitle: Draft one\n---\n\n# Heading', 'Draft one'],
    ['the front matter, in quotes', '---\ntitle: "Draft: one"\n---\n\nText.', 'Draft: one'],
    ['front matter that begins with an empty line', '---\n\ntitle: Draft one\n---\n\nText.', 'Draft one'],
    ['front matter in TOML', '+++\ntitle = "Draft one"\n+++\n\n# Heading', 'Draft one'],
    ['the first heading', 'Text.\n\n## The heading\n\n# Another', 'The heading'],
    ['a heading, without its footnote', '# Aims[^1]\n\nText.\n\n[^1]: Note.', 'Aims'],
    ['a bold line', '**The heading**\n\nText.', 'The heading'],
  ])('comes from %s', (_, source, title) => {
    expect(parseDraft(source).title).toBe(title);
  });

  it('is empty without either', () => {
    expect(parseDraft('1. Text.\n\ntitle: no title').title).toBe('');
  });
});

describe('places in the source', () => {
  it('hold label and text, and no more', () => {
    expect(places('  1. One\n     two.\n\n- a) three\n\n**II. FOUR**\n\n[^1]: Five.\n')).toEqual([
      '1: 1. One⏎     two.',
      '1/a: - a) three',
      'II: **II. FOUR**',
      'fn1: [^1]: Five.',
    ]);
  });

  it('are apart for a number and the letter behind it', () => {
    expect(places('1. a) one;\n\n   b) two.')).toEqual(['1: 1.', '1/a: a) one;', '1/b: b) two.']);
  });

  it('reach from the label to the text where a line end stands between', () => {
    expect(outline('1.\n   late')).toEqual(['1 paragraph [1.] 1-2 late']);
    expect(outline('Text.[^1]\n\n[^1]:\n\n    late')[1]).toBe('fn1 footnote [[^1]] 3-5 late');
  });

  it('include the frame of code and of an underlined heading', () => {
    expect(outline('```\ncode\n```')).toEqual(['¶1 code 1-3 code']);
    expect(outline('Underlined\n---\n\nText.')[0]).toBe('title section 1-2 Underlined');
  });

  it('part a paragraph at its labels', () => {
    expect(places('1. Chapeau:\n   a) one\n   two;\n   b) three.')).toEqual([
      '1: 1. Chapeau:',
      '1/a: a) one⏎   two;',
      '1/b: b) three.',
    ]);
  });

  it('part a quotation at its labels, without the signs of the quotation', () => {
    expect(places('> Chapeau:\n> a) one;\n> b) two.')).toEqual([
      '¶1: Chapeau:',
      '¶1/a: a) one;',
      '¶1/b: b) two.',
    ]);
  });

  it('are right behind characters of two UTF-16 units, entities and tabs', () => {
    expect(places('👍🏽 理\n\n1.\t&amp;\u00a0two\n\n\t2. three')).toEqual([
      '¶1: 👍🏽 理',
      '1: 1.\t&amp;\u00a0two',
      '1/2: 2. three',
    ]);
  });
});

describe('any text', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 300 }), blockDocument), (source) => {
        const { source: read } = parseDraft(source);
        expect(read).toBe(source.replace(/^\ufeff/, ''));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives clauses in order, each after its parent and listed by it', () => {
    fc.assert(
      fc.property(fc.oneof(soup, blockDocument), (source) => {
        const { clauses } = parseDraft(source);
        for (const { index, parent } of clauses) {
          expect(clauses[index]?.index).toBe(index);
          expect(parent).toBeLessThan(index);
        }
        const listed = clauses.flatMap(({ index, children }) =>
          children.map((child) => `${child} in ${index}`),
        );
        const wanted = clauses
          .filter(({ parent }) => parent >= 0)
          .map(({ index, parent }) => `${index} in ${parent}`);
        expect(listed.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same whatever was read before', () => {
    fc.assert(
      fc.property(blockDocument, blockDocument, (source, other) => {
        const alone = parseDraft(source);
        parseDraft(`${other}\n\n${source}`);
        expect(parseDraft(source)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});
