import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { blockDocument, soup } from './block-arbitrary.ts';
import { misplaced, notHeldOnce, outline, setAside } from './outline.ts';

describe('what is set aside', () => {
  it('front matter', () => {
    expect(setAside('---\ntitle: A\n---\n\nText.')).toEqual(['front-matter 1-3 ---⏎title: A⏎---']);
    expect(setAside('+++\ntitle = "A"\n+++\n\nText.')).toEqual(['front-matter 1-3 +++⏎title = "A"⏎+++']);
  });

  it('front matter with empty lines in it', () => {
    const source = '---\n\ntitle: A\n\ndate: 2025\n---\n\nText.';
    expect(outline(source)).toEqual(['¶1 paragraph 8-8 Text.']);
    expect(setAside(source)).toEqual(['front-matter 1-6 ---⏎⏎title: A⏎⏎date: 2025⏎---']);
  });

  it('a rule that is no front matter is a separator', () => {
    expect(setAside('Text.\n\n---\n\ntitle: A\n\n---\n\nText.')).toEqual([
      'separator 3-3 ---',
      'separator 7-7 ---',
    ]);
  });

  it('comments, also over several lines', () => {
    const source = 'One.\n\n<!-- a\n\nb -->\n\nTwo.';
    expect(outline(source)).toEqual(['¶1 paragraph 1-1 One.', '¶2 paragraph 7-7 Two.']);
    expect(setAside(source)).toEqual(['comment 3-5 <!-- a⏎⏎b -->']);
  });

  it('bare tags', () => {
    expect(setAside('<div>\n\nText.\n\n</div>')).toEqual(['markup 1-1 <div>', 'markup 5-5 </div>']);
  });

  it('definitions of links', () => {
    expect(setAside('See [it][a].\n\n[a]: https://example.org')).toEqual([
      'definition 3-3 [a]: https://example.org',
    ]);
  });

  it('the ruler of a table', () => {
    expect(setAside('| a | b |\n|---|--:|\n| c | d |')).toEqual(['markup 2-2 |---|--:|']);
  });

  it('the signs of a quotation', () => {
    expect(setAside('> One.\n>\n> Two.')).toEqual(['markup 1-1 >', 'markup 2-3 >⏎>']);
  });

  it('nothing of a comment inside a sentence, which stays with it', () => {
    expect(setAside('One <!-- a --> two.')).toEqual([]);
    expect(outline('One <!-- a --> two.')).toEqual(['¶1 paragraph 1-1 One two.']);
  });

  it('nothing at all where all would be set aside', () => {
    expect(outline('LIMITE EN')).toEqual(['¶1 paragraph 1-1 LIMITE EN']);
    expect(outline('12\n\n* * *')).toEqual(['¶1 paragraph 1-3 12 * * *']);
    expect(outline('* * *')).toEqual(['¶1 paragraph 1-1 * * *']);
  });

  it('comes in the order of the source', () => {
    fc.assert(
      fc.property(blockDocument, (source) => {
        const starts = parseDraft(source).setAside.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });
});

describe('clauses and what is set aside', () => {
  it('hold every visible character of any text, and none twice', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), blockDocument), (source) => {
        expect(notHeldOnce(parseDraft(source))).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('begin with their labels and name the lines they are on', () => {
    fc.assert(
      fc.property(blockDocument, (source) => {
        expect(misplaced(parseDraft(source))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
