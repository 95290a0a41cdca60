import { describe, expect, it } from 'vitest';
import { isSeparator, readFurniture } from '../../src/draft/furniture.ts';
import { outline, places, setAside } from './outline.ts';

describe('one line as page furniture', () => {
  it.each([
    '15381/1/06 REV 1',
    '15381/06 COR 2',
    'EUCO 10/25   3',
    'EUCO 10/25',
    'SN 4070/15',
    'PE-CONS 26/24',
    'ST 9021/24 INIT',
    'LIMITE EN',
    'LIMITE',
    '9012/24 XY/ab 3',
    'JAI.1 EN',
  ])('%j is certain', (line) => {
    expect(readFurniture(line)).toBe('certain');
  });

  it.each(['3', '127', '– 3 –', '- 3 -', 'Page 3', 'page 4 of 7', '3/7', 'EN', '2024/25'])(
    '%j is furniture if it stands alone',
    (line) => {
      expect(readFurniture(line)).toBe('if-alone');
    },
  );

  it.each([
    '',
    '2024',
    'ANNEX',
    'ANNEX 2',
    'DE facto',
    'The document EUCO 10/25 was noted.',
    'EUCO 10/25 was noted',
    'EN route',
    '3 Member States',
    'Paragraph 3',
    '12.',
    '12)',
  ])('%j is text', (line) => {
    expect(readFurniture(line)).toBe('no');
  });

  it('sees through the blanks of a page’s foot', () => {
    expect(readFurniture('   EUCO\u00a010/25 \t  3  ')).toBe('certain');
  });
});

describe('one line as a separator', () => {
  it.each(['* * *', '***', '---', '___', 'o o o', 'O O O', '0 0 0', '_______', '…', '.....', '====='])(
    '%j is one',
    (line) => {
      expect(isSeparator(line)).toBe(true);
    },
  );

  it.each(['', 'o o', '* *', '...', 'too', 'o o o text', '– – –'])('%j is none', (line) => {
    expect(isSeparator(line)).toBe(false);
  });
});

describe('page furniture between paragraphs', () => {
  it('is set aside', () => {
    const source =
      '1. One.\n\n15381/1/06 REV 1\n\nLIMITE EN\n\n2. Two.\n\nEUCO 10/25   3\n\n3. Three.\n\n7\n';
    expect(outline(source)).toEqual([
      '1 paragraph [1.] 1-1 One.',
      '2 paragraph [2.] 7-7 Two.',
      '3 paragraph [3.] 11-11 Three.',
    ]);
    expect(setAside(source)).toEqual([
      'furniture 3-3 15381/1/06 REV 1',
      'furniture 5-5 LIMITE EN',
      'furniture 9-9 EUCO 10/25   3',
      'furniture 13-13 7',
    ]);
  });

  it('is set aside in the shapes of page numbers', () => {
    expect(setAside('- 2 -\n\nOne.\n\n– 3 –\n\nTwo.\n\nPage 4 of 7\n\nThree.\n\n5/7')).toEqual([
      'furniture 1-1 - 2 -',
      'furniture 5-5 – 3 –',
      'furniture 9-9 Page 4 of 7',
      'furniture 13-13 5/7',
    ]);
  });

  it('does not cut a sentence', () => {
    const source =
      '1. The Union and its\n\nEUCO 10/25   3\n\nLIMITE EN\n\nMember States are ready.\n\n2. Next.';
    expect(outline(source)).toEqual([
      '1 paragraph [1.] 1-7 The Union and its Member States are ready.',
      '2 paragraph [2.] 9-9 Next.',
    ]);
    expect(places(source)[0]).toBe('1: 1. The Union and its ✂ Member States are ready.');
  });

  it('does not cut a sentence in a point', () => {
    expect(outline('1. Chapeau:\n\na) a sentence cut\n\n7\n\nby the page;\n\nb) two.')).toEqual([
      '1 paragraph [1.] 1-1 Chapeau:',
      '1/a point [a)] 3-7 a sentence cut by the page;',
      '1/b point [b)] 9-9 two.',
    ]);
  });

  it('leaves two sentences apart', () => {
    expect(outline('1. A whole sentence.\n\n7\n\nAnother one.')).toEqual([
      '1 paragraph [1.] 1-1 A whole sentence.',
      '1/¶1 paragraph 5-5 Another one.',
    ]);
    expect(outline('1. A sentence with a note.[^1]\n\n7\n\nAnother one.\n\n[^1]: Note.')[1]).toBe(
      '1/¶1 paragraph 5-5 Another one.',
    );
  });

  it('leaves a label after the page a label, even where the text before it is cut', () => {
    expect(outline('1. A sentence that has no end\n\n7\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-1 A sentence that has no end',
      '2 paragraph [2.] 5-5 Next.',
    ]);
  });

  it('includes a running header that stands beside page numbers', () => {
    const page = (number: number): string =>
      `${number}. Text.\n\nDraft conclusions of June\n\n${number + 10}\n\n`;
    const source = page(1) + page(2) + page(3);
    expect(outline(source)).toEqual([
      '1 paragraph [1.] 1-1 Text.',
      '2 paragraph [2.] 7-7 Text.',
      '3 paragraph [3.] 13-13 Text.',
    ]);
    expect(setAside(source).slice(0, 2)).toEqual([
      'furniture 3-3 Draft conclusions of June',
      'furniture 5-5 11',
    ]);
  });

  it('does not include a line that stands beside a page number no more than twice', () => {
    expect(outline('Not yet agreed\n\n1\n\n1. Text.\n\nNot yet agreed\n\n2\n\n2. Text.')).toEqual([
      '¶1 paragraph 1-1 Not yet agreed',
      '1 paragraph [1.] 5-5 Text.',
      '1/¶1 paragraph 7-7 Not yet agreed',
      '2 paragraph [2.] 11-11 Text.',
    ]);
  });

  it('does not include a line that stands beside a page number by chance', () => {
    expect(outline('Not yet agreed\n\n1\n\n1. Text.\n\nNot yet agreed')).toEqual([
      '¶1 paragraph 1-1 Not yet agreed',
      '1 paragraph [1.] 5-5 Text.',
      '1/¶1 paragraph 7-7 Not yet agreed',
    ]);
  });
});

describe('page furniture between the lines of a paragraph', () => {
  it('is set aside, and the sentence is one clause of two parts', () => {
    const source =
      '1. The Union and its\nEUCO 10/25                    3\nLIMITE EN\nMember States are ready.';
    expect(outline(source)).toEqual(['1 paragraph [1.] 1-4 The Union and its Member States are ready.']);
    expect(places(source)).toEqual(['1: 1. The Union and its ✂ Member States are ready.']);
    expect(setAside(source)).toEqual([
      'furniture 2-2 EUCO 10/25                    3',
      'furniture 3-3 LIMITE EN',
    ]);
  });

  it('takes the page number beside it along', () => {
    expect(setAside('The Union and its\n3\nEUCO 10/25\nMember States.')).toEqual([
      'furniture 2-2 3',
      'furniture 3-3 EUCO 10/25',
    ]);
    expect(setAside('The Union and its\nEUCO 10/25\n3\nMember States.')).toEqual([
      'furniture 2-2 EUCO 10/25',
      'furniture 3-3 3',
    ]);
  });

  it('is set aside before the first line and after the last', () => {
    expect(outline('EUCO 10/25   3\nLIMITE EN\nThe text.')).toEqual(['¶1 paragraph 3-3 The text.']);
    expect(outline('The text.\nEUCO 10/25   3\nLIMITE EN')).toEqual(['¶1 paragraph 1-1 The text.']);
  });

  it('is set aside inside an indented point', () => {
    const source = '1. Chapeau:\n\n   a) a sentence cut\n   EUCO 10/25   3\n   by the page;\n\n   b) two.';
    expect(outline(source)).toEqual([
      '1 paragraph [1.] 1-1 Chapeau:',
      '1/a point [a)] 3-5 a sentence cut by the page;',
      '1/b point [b)] 7-7 two.',
    ]);
    expect(setAside(source)).toEqual(['furniture 4-4 EUCO 10/25   3']);
  });

  it.each([
    'in the season\n2024/25\nas before',
    'in the year\n2024\nand after',
    'a total of\n12\nMember States',
    'written in\nEN\nand FR',
  ])('is not seen in a number or a word that wraps: %j', (source) => {
    expect(outline(source)).toEqual([`¶1 paragraph 1-3 ${source.replaceAll('\n', ' ')}`]);
    expect(setAside(source)).toEqual([]);
  });
});

describe('separators', () => {
  it('are set aside, also where Markdown sees text', () => {
    const source = 'One.\n\n* * *\n\nTwo.\n\no o o\n\nThree.\n\n\\* \\* \\*\n\nFour.\n\n________\n\nFive.';
    expect(outline(source)).toEqual([
      '¶1 paragraph 1-1 One.',
      '¶2 paragraph 5-5 Two.',
      '¶3 paragraph 9-9 Three.',
      '¶4 paragraph 13-13 Four.',
      '¶5 paragraph 17-17 Five.',
    ]);
    expect(setAside(source)).toEqual([
      'separator 3-3 * * *',
      'separator 7-7 o o o',
      'separator 11-11 \\* \\* \\*',
      'separator 15-15 ________',
    ]);
  });

  it('end a clause, even one that breaks off', () => {
    expect(outline('1. It speaks of the\n\no o o\n\nrest of it.')).toEqual([
      '1 paragraph [1.] 1-1 It speaks of the',
      '1/¶1 paragraph 5-5 rest of it.',
    ]);
  });
});
