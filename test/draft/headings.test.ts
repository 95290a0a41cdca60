import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { outline } from './outline.ts';

describe('headings of Markdown', () => {
  it('nest by their depth', () => {
    expect(outline('# Title\n\n## Part one\n\n### Below\n\nText.\n\n## Part three')).toEqual([
      'title section 1-1 Title',
      'Part one section 3-3 Part one',
      'Part one/Below section 5-5 Below',
      'Part one/Below/¶1 paragraph 7-7 Text.',
      'Part three section 9-9 Part three',
    ]);
  });

  it('keep their labels apart from their text', () => {
    expect(
      outline(
        '## II. EUROPEAN DEFENCE\n\n### A. Funding\n\n#### 1.1 Sources\n\n## Article 5 – Scope\n\n## Annex III: Lists',
      ),
    ).toEqual([
      'II section [II.] 1-1 EUROPEAN DEFENCE',
      'II/A section [A.] 3-3 Funding',
      'II/A/1.1 section [1.1] 5-5 Sources',
      'Article 5 section [Article 5] 7-7 Scope',
      'Annex III section [Annex III] 9-9 Lists',
    ]);
  });

  it('may begin with a figure that is no label', () => {
    expect(outline('# 1.5 million people')).toEqual(['title section 1-1 1.5 million people']);
  });

  it('may be set with underlines or closing hashes', () => {
    expect(outline('## Closed ##\n\nText.').map((line) => line.replace(/ \d+-\d+/, ''))).toEqual([
      'title section Closed',
      '¶1 paragraph Text.',
    ]);
    expect(outline('Underlined\n----------\n\nText.').map((line) => line.replace(/ \d+-\d+/, ''))).toEqual([
      'title section Underlined',
      '¶1 paragraph Text.',
    ]);
  });

  it('take no year and no pronoun for a label', () => {
    expect(outline('# 2025. A year\n\n# I went home')).toEqual([
      '2025. A year section 1-1 2025. A year',
      'I went home section 3-3 I went home',
    ]);
  });

  it('may be empty', () => {
    expect(outline('#\n\nText.')).toEqual(['title section 1-1', '¶1 paragraph 3-3 Text.']);
  });

  it('close the series of numbers above them', () => {
    expect(outline('1. One:\n\na) point;\n\n## Next\n\nb) point.')).toEqual([
      '1 paragraph [1.] 1-1 One:',
      '1/a point [a)] 3-3 point;',
      'Next section 5-5 Next',
      'Next/b point [b)] 7-7 point.',
    ]);
  });
});

describe('headings that Markdown takes for paragraphs', () => {
  it('bold lines are siblings', () => {
    expect(outline('**Security**\n\n1. One.\n\n__Migration__\n\n2. Two.')).toEqual([
      'Security section 1-1 Security',
      'Security/1 paragraph [1.] 3-3 One.',
      'Migration section 5-5 Migration',
      'Migration/2 paragraph [2.] 7-7 Two.',
    ]);
  });

  it('bold lines stand below Markdown headings', () => {
    expect(
      outline('# Title\n\n## Part one\n\n**First**\n\n**Second**\n\n## Part two').map(
        (l) => l.split(' section')[0],
      ),
    ).toEqual(['title', 'Part one', 'Part one/First', 'Part one/Second', 'Part two']);
  });

  it('bold lines keep their label', () => {
    expect(outline('**1. General**\n\nText.\n\n**Article 5 – Scope**\n\nText.')).toEqual([
      '1 section [1.] 1-1 General',
      '1/¶1 paragraph 3-3 Text.',
      '1/Article 5 section [Article 5] 5-5 Scope',
      '1/Article 5/¶1 paragraph 7-7 Text.',
    ]);
  });

  it('Roman numbers with a title in capitals', () => {
    expect(outline('I. UKRAINE\n\n1. One.\n\nII. EUROPEAN DEFENCE\n\n2. Two.')).toEqual([
      'I section [I.] 1-1 UKRAINE',
      'I/1 paragraph [1.] 3-3 One.',
      'II section [II.] 5-5 EUROPEAN DEFENCE',
      'II/2 paragraph [2.] 7-7 Two.',
    ]);
  });

  it('capital letters with a title in capitals, below Roman numbers', () => {
    expect(outline('I. UKRAINE\n\nA. SUPPORT\n\nText.\n\nB. PEACE\n\nText.\n\nII. DEFENCE')).toEqual([
      'I section [I.] 1-1 UKRAINE',
      'I/A section [A.] 3-3 SUPPORT',
      'I/A/¶1 paragraph 5-5 Text.',
      'I/B section [B.] 7-7 PEACE',
      'I/B/¶1 paragraph 9-9 Text.',
      'II section [II.] 11-11 DEFENCE',
    ]);
  });

  it('annexes, which end what stands before them', () => {
    expect(
      outline('# Title\n\n## I. UKRAINE\n\n1. One.\n\nANNEX I\n\n1. First.\n\nAnnex II\n\n1. Second.'),
    ).toEqual([
      'title section 1-1 Title',
      'I section [I.] 3-3 UKRAINE',
      'I/1 paragraph [1.] 5-5 One.',
      'ANNEX I section [ANNEX I] 7-7',
      'ANNEX I/1 paragraph [1.] 9-9 First.',
      'Annex II section [Annex II] 11-11',
      'Annex II/1 paragraph [1.] 13-13 Second.',
    ]);
  });

  it('annexes, also where there is no title above the sections', () => {
    expect(outline('## I. UKRAINE\n\n1. One.\n\nANNEX II\n\n1. First.')).toEqual([
      'I section [I.] 1-1 UKRAINE',
      'I/1 paragraph [1.] 3-3 One.',
      'ANNEX II section [ANNEX II] 5-5',
      'ANNEX II/1 paragraph [1.] 7-7 First.',
    ]);
  });

  it('an annex without a number, bold or not', () => {
    expect(outline('ANNEX\n\nText.')).toEqual(['ANNEX section [ANNEX] 1-1', 'ANNEX/¶1 paragraph 3-3 Text.']);
    expect(outline('**ANNEX**\n\nText.')[0]).toBe('ANNEX section [ANNEX] 1-1');
  });

  it('articles alone on their line', () => {
    expect(outline('Article 5\n\n1. One.\n\nArticle 6\n\n1. One.')).toEqual([
      'Article 5 section [Article 5] 1-1',
      'Article 5/1 paragraph [1.] 3-3 One.',
      'Article 6 section [Article 6] 5-5',
      'Article 6/1 paragraph [1.] 7-7 One.',
    ]);
  });

  it('articles below chapters', () => {
    expect(outline('CHAPTER I\n\nArticle 1\n\n1. One.\n\nCHAPTER II\n\nArticle 2\n\n1. One.')).toEqual([
      'CHAPTER I section [CHAPTER I] 1-1',
      'CHAPTER I/Article 1 section [Article 1] 3-3',
      'CHAPTER I/Article 1/1 paragraph [1.] 5-5 One.',
      'CHAPTER II section [CHAPTER II] 7-7',
      'CHAPTER II/Article 2 section [Article 2] 9-9',
      'CHAPTER II/Article 2/1 paragraph [1.] 11-11 One.',
    ]);
  });

  it('articles in other languages', () => {
    const types = ['Artikel 3', 'Artículo 4', 'Articolo 5', 'Статья 6', 'Άρθρο 7'].map(
      (line) => outline(`${line}\n\nText.`)[0],
    );
    expect(types).toEqual([
      'Artikel 3 section [Artikel 3] 1-1',
      'Artículo 4 section [Artículo 4] 1-1',
      'Articolo 5 section [Articolo 5] 1-1',
      'Статья 6 section [Статья 6] 1-1',
      'Άρθρο 7 section [Άρθρο 7] 1-1',
    ]);
  });
});

describe('what is no heading', () => {
  it.each([
    '**Bold words** at the start of a sentence',
    '**This is a bold sentence.**',
    '**Note:**',
    'Article 5 of the Treaty provides this',
    'II. The second thing is a sentence.',
    'Annex I shall apply',
    '**One bold line that goes on for so many words that no one would ever call it a heading at all**',
  ])('%j', (source) => {
    const [clause] = parseDraft(source).clauses;
    expect(clause?.type).toBe('paragraph');
  });

  it('a bold line in a quotation or a list', () => {
    expect(outline('> **Bold**')).toEqual(['¶1 quote 1-1 Bold']);
    expect(outline('1. **Bold**')).toEqual(['1 paragraph [1.] 1-1 Bold']);
  });

  it('a bold line with more lines below', () => {
    expect(outline('**Bold**\nand more')).toEqual(['¶1 paragraph 1-2 Bold and more']);
  });
});
