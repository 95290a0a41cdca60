import { describe, expect, it } from 'vitest';
import { readLabels, readListMarker } from '../../src/draft/labels.ts';
import { outline } from './outline.ts';

/** The readings of a line's label: `a) = a, 1st of alpha)`. */
const readings = (line: string, place: 'heading' | 'paragraph' = 'paragraph'): string[] =>
  readLabels(line, place).map(
    ({ label, ordinal }) => `${label.text} = ${label.value}, ${ordinal} of ${label.style}`,
  );

describe('the grammar of labels', () => {
  it.each([
    ['4. Text', '4. = 4, 4 of num.'],
    ['4) Text', '4) = 4, 4 of num)'],
    ['(4) Text', '(4) = 4, 4 of (num)'],
    ['a) text', 'a) = a, 1 of alpha)'],
    ['(b) text', '(b) = b, 2 of (alpha)'],
    ['aa) text', 'aa) = aa, 1 of alpha2)'],
    ['bb) text', 'bb) = bb, 2 of alpha2)'],
    ['ii) text', 'ii) = ii, 2 of roman)'],
    ['(iv) text', '(iv) = iv, 4 of (roman)'],
    ['II. Text', 'II. = ii, 2 of ROMAN.'],
    ['A. Text', 'A. = a, 1 of ALPHA.'],
    ['– text', '– = , 0 of bullet'],
    ['• text', '• = , 0 of bullet'],
    ['3bis. Text', '3bis. = 3bis, 3 of num.'],
    ['3 ter. Text', '3 ter. = 3ter, 3 of num.'],
    ['3bis Text', '3bis = 3bis, 3 of num'],
    ['4quater. Text', '4quater. = 4quater, 4 of num.'],
    ['4quinquies. Text', '4quinquies. = 4quinquies, 4 of num.'],
    ['4decies. Text', '4decies. = 4decies, 4 of num.'],
    ['5a. Text', '5a. = 5a, 5 of num.'],
    ['1.1. Text', '1.1. = 1.1, 1 of decimal2'],
    ['3.3bis Text', '3.3bis = 3.3bis, 3 of decimal2'],
    ['1.2.3 Text', '1.2.3 = 1.2.3, 3 of decimal3'],
    ['Article 3', 'Article 3 = article 3, 3 of article'],
    ['Article 3bis', 'Article 3bis = article 3bis, 3 of article'],
    ['Article 3 ter', 'Article 3 ter = article 3 ter, 3 of article'],
    ['Article 3. Text', 'Article 3. = article 3, 3 of article'],
    ['§ 312', '§ 312 = § 312, 312 of §'],
    ['§ 312a Pflichten', '§ 312a = § 312a, 312 of §'],
    ['Art. 5 (2) Die Kommission', 'Art. 5 (2) = art. 5 (2), 2 of art.'],
    ['άρθρο 4', 'άρθρο 4 = άρθρο 4, 4 of άρθρο'],
    ['Статья 5', 'Статья 5 = статья 5, 5 of статья'],
    ['Annex II', 'Annex II = annex ii, 2 of annex'],
  ])('%j is labelled %j', (line, expected) => {
    expect(readings(line)[0]).toBe(expected);
  });

  it.each([
    '2025. That was the year.',
    '1.Text without a blank.',
    'Article 5 of the Treaty provides this.',
    '§ 312 of the Act provides this.',
    'Annex 3 to the Treaty applies.',
    'I went home.',
    'a dash – inside',
    'mdl) no Roman number',
    'iiii) no Roman number',
    'ab) two different letters',
    '',
  ])('%j has no label', (line) => {
    expect(readings(line)).toEqual([]);
  });

  it('needs the place in its series for what may well begin a sentence', () => {
    const weak = ['1.5 million people', 'A. Smith said', 'i. text'].map(
      (line) => readLabels(line, 'paragraph')[0],
    );
    expect(weak.map((reading) => reading?.weak)).toEqual([true, true, true]);
    const strong = ['1.5 The Council', 'A) Text', '1. text'].map((line) => readLabels(line, 'paragraph')[0]);
    expect(strong.map((reading) => reading?.weak)).toEqual([false, false, false]);
  });

  it('gives both readings of a letter that is a Roman number too', () => {
    expect(readings('i) text')).toEqual(['i) = i, 1 of roman)', 'i) = i, 9 of alpha)']);
    expect(readings('v) text')).toEqual(['v) = v, 22 of alpha)', 'v) = v, 5 of roman)']);
    expect(readings('ii) text')).toEqual(['ii) = ii, 2 of roman)', 'ii) = ii, 9 of alpha2)']);
  });

  it('allows a division before its title in a heading only', () => {
    expect(readings('Part II The Union', 'heading')).toEqual(['Part II = part ii, 2 of part']);
    expect(readings('Part II The Union')).toEqual([]);
    expect(readings('Article 5 Definitions', 'heading')).toEqual(['Article 5 = article 5, 5 of article']);
    expect(readings('Annex – Guarantees', 'heading')).toEqual(['Annex = annex, 1 of annex']);
  });

  it('keeps the blanks behind a label out of its text', () => {
    const [reading] = readLabels('1.\u00a0\u00a0Text', 'paragraph');
    expect([reading?.label.text, reading?.length]).toEqual(['1.', 4]);
  });

  it('reads the markers of Markdown lists', () => {
    const markers = ['-', '*', '+', '1.', '2)'].map((marker) => readListMarker(marker).label);
    expect(markers.map(({ text, style }) => `${text} ${style}`)).toEqual([
      '- bullet',
      '* bullet',
      '+ bullet',
      '1. num.',
      '2) num)',
    ]);
  });
});

describe('Roman numbers', () => {
  it.each([
    ['iv', 4],
    ['viii', 8],
    ['ix', 9],
    ['xiv', 14],
    ['xl', 40],
    ['xlix', 49],
    ['lxxxix', 89],
  ])('%s is %i', (text, value) => {
    expect(readings(`${text}) text`)[0]).toBe(`${text}) = ${text}, ${value} of roman)`);
    expect(readLabels(`${text.toUpperCase()}. TITLE`, 'heading')[0]?.ordinal).toBe(value);
  });

  it.each(['iiii', 'vx', 'iix', 'xxxx', 'ill', 'mix'])('%s is none', (text) => {
    expect(readings(`${text}) text`)).toEqual([]);
  });
});

describe('labels as printed', () => {
  it('keeps the numbers of a list that skips one', () => {
    expect(outline('1. One.\n2. Two.\n4. Four.')).toEqual([
      '1 paragraph [1.] 1-1 One.',
      '2 paragraph [2.] 2-2 Two.',
      '4 paragraph [4.] 3-3 Four.',
    ]);
  });

  it('keeps the numbers of a list that repeats one', () => {
    expect(outline('1. One.\n1. One more.')).toEqual([
      '1 paragraph [1.] 1-1 One.',
      '1~2 paragraph [1.] 2-2 One more.',
    ]);
  });

  it('goes on counting after a heading', () => {
    expect(outline('3. Three.\n\n## Next\n\n4. Four.')).toEqual([
      '3 paragraph [3.] 1-1 Three.',
      'Next section 3-3 Next',
      'Next/4 paragraph [4.] 5-5 Four.',
    ]);
  });

  it('lets a number run through Roman sections', () => {
    expect(outline('## I. UKRAINE\n\n1. One.\n\n2. Two.\n\n## II. DEFENCE\n\n3. Three.')).toEqual([
      'I section [I.] 1-1 UKRAINE',
      'I/1 paragraph [1.] 3-3 One.',
      'I/2 paragraph [2.] 5-5 Two.',
      'II section [II.] 7-7 DEFENCE',
      'II/3 paragraph [3.] 9-9 Three.',
    ]);
  });

  it('orders inserted numbers beside their neighbours', () => {
    expect(
      outline('3. Three.\n\n3bis. Between.\n\n4. Four.\n\n4a. After.\n\n4b. Later.\n\n5. Five.'),
    ).toEqual([
      '3 paragraph [3.] 1-1 Three.',
      '3bis paragraph [3bis.] 3-3 Between.',
      '4 paragraph [4.] 5-5 Four.',
      '4a paragraph [4a.] 7-7 After.',
      '4b paragraph [4b.] 9-9 Later.',
      '5 paragraph [5.] 11-11 Five.',
    ]);
  });

  it('nests decimals by their depth', () => {
    expect(outline('1.1. One.\n\n1.2. Two.\n\n1.2.1. Below.\n\n1.3. Three.')).toEqual([
      '1.1 paragraph [1.1.] 1-1 One.',
      '1.2 paragraph [1.2.] 3-3 Two.',
      '1.2/1.2.1 point [1.2.1.] 5-5 Below.',
      '1.3 paragraph [1.3.] 7-7 Three.',
    ]);
  });

  it('reads escaped numbers as labels', () => {
    expect(outline('1\\. One.\n\n2\\. Two.')).toEqual([
      '1 paragraph [1.] 1-1 One.',
      '2 paragraph [2.] 3-3 Two.',
    ]);
  });

  it('reads a label with a non-breaking blank behind it', () => {
    expect(outline('1.\u00a0One.\n\n2.\u00a0Two.')).toEqual([
      '1 paragraph [1.] 1-1 One.',
      '2 paragraph [2.] 3-3 Two.',
    ]);
  });

  it('reads a label in bold', () => {
    expect(outline('**4.** The Council agrees.')).toEqual(['4 paragraph [4.] 1-1 The Council agrees.']);
  });

  it('reads articles, sections of an act and their paragraphs', () => {
    expect(outline('Art. 5 Die Kommission prüft.\n\nArt. 6 Der Rat entscheidet.')).toEqual([
      'Art. 5 paragraph [Art. 5] 1-1 Die Kommission prüft.',
      'Art. 6 paragraph [Art. 6] 3-3 Der Rat entscheidet.',
    ]);
    expect(outline('Art. 5 (2) Die Kommission prüft.')).toEqual([
      'Art. 5 (2) paragraph [Art. 5 (2)] 1-1 Die Kommission prüft.',
    ]);
    expect(outline('§ 312 Pflichten\n\n(1) Erstens.\n\n(2) Zweitens.\n\n§ 313 Rechte')).toEqual([
      '§ 312 paragraph [§ 312] 1-1 Pflichten',
      '§ 312/1 point [(1)] 3-3 Erstens.',
      '§ 312/2 point [(2)] 5-5 Zweitens.',
      '§ 313 paragraph [§ 313] 7-7 Rechte',
    ]);
    expect(outline('Article 5. Definitions follow.\n\nArticle 6: Other things.')).toEqual([
      'Article 5 paragraph [Article 5.] 1-1 Definitions follow.',
      'Article 6 paragraph [Article 6] 3-3 Other things.',
    ]);
  });
});

describe('labels that Markdown does not see', () => {
  const points = ['1 paragraph [1.] 1-1 Chapeau:', '1/a point [a)] 3-3 one;', '1/b point [b)] 5-5 two.'];

  it('in paragraphs of their own', () => {
    expect(outline('1. Chapeau:\n\na) one;\n\nb) two.')).toEqual(points);
  });

  it('in indented paragraphs', () => {
    expect(outline('1. Chapeau:\n\n   a) one;\n\n   b) two.')).toEqual(points);
  });

  it('in indented code', () => {
    expect(outline('1. Chapeau:\n\n        a) one;\n\n        b) two.')).toEqual(points);
    expect(outline('    a) one;\n\n    b) two.')).toEqual(['a point [a)] 1-1 one;', 'b point [b)] 3-3 two.']);
  });

  it('at the start of hard-wrapped lines', () => {
    expect(outline('1. Chapeau:\na) one\nover two lines;\nb) two;\nand\nc) three.\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-1 Chapeau:',
      '1/a point [a)] 2-3 one over two lines;',
      '1/b point [b)] 4-5 two; and',
      '1/c point [c)] 6-6 three.',
      '2 paragraph [2.] 7-7 Next.',
    ]);
  });

  it('behind a dash that only carries them', () => {
    expect(outline('- a) one:\n  - i) below;\n  - ii) below too;\n- b) two.')).toEqual([
      'a point [a)] 1-1 one:',
      'a/i point [i)] 2-2 below;',
      'a/ii point [ii)] 3-3 below too;',
      'b point [b)] 4-4 two.',
    ]);
  });

  it('behind a number: the number is a clause without text', () => {
    expect(outline('1. a) one;\n\n   b) two.\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-1',
      '1/a point [a)] 1-1 one;',
      '1/b point [b)] 3-3 two.',
      '2 paragraph [2.] 5-5 Next.',
    ]);
  });

  it('as dashes and bullets', () => {
    expect(outline('1. Chapeau:\n\n– one;\n\n– two.\n\n2. Next:\n\n• three;\n\n• four.')).toEqual([
      '1 paragraph [1.] 1-1 Chapeau:',
      '1/–1 point [–] 3-3 one;',
      '1/–2 point [–] 5-5 two.',
      '2 paragraph [2.] 7-7 Next:',
      '2/–1 point [•] 9-9 three;',
      '2/–2 point [•] 11-11 four.',
    ]);
  });

  it('as dashes on wrapped lines after a colon', () => {
    expect(outline('1. Chapeau:\n   – one;\n   – two.')).toEqual([
      '1 paragraph [1.] 1-1 Chapeau:',
      '1/–1 point [–] 2-2 one;',
      '1/–2 point [–] 3-3 two.',
    ]);
  });
});

describe('letters and Roman numbers', () => {
  it('reads i) after h) as a letter', () => {
    expect(outline('g) seven;\n\nh) eight;\n\ni) nine;\n\nj) ten.')).toEqual([
      'g point [g)] 1-1 seven;',
      'h point [h)] 3-3 eight;',
      'i point [i)] 5-5 nine;',
      'j point [j)] 7-7 ten.',
    ]);
  });

  it('reads i) at the start of a series as a Roman number, so that ii) is its sibling', () => {
    expect(outline('i) one;\n\nii) two;\n\niii) three.')).toEqual([
      'i point [i)] 1-1 one;',
      'ii point [ii)] 3-3 two;',
      'iii point [iii)] 5-5 three.',
    ]);
  });

  it('reads i) below b) as a Roman number, also in brackets', () => {
    expect(outline('(a) one;\n\n(b) two:\n\n(i) first;\n\n(ii) second;\n\n(c) three.')).toEqual([
      'a point [(a)] 1-1 one;',
      'b point [(b)] 3-3 two:',
      'b/i point [(i)] 5-5 first;',
      'b/ii point [(ii)] 7-7 second;',
      'c point [(c)] 9-9 three.',
    ]);
  });

  it('starts Roman numbers anew below each letter', () => {
    expect(outline('a) x:\n\ni) one;\n\nii) two;\n\nb) y:\n\ni) three;\n\nii) four.')).toEqual([
      'a point [a)] 1-1 x:',
      'a/i point [i)] 3-3 one;',
      'a/ii point [ii)] 5-5 two;',
      'b point [b)] 7-7 y:',
      'b/i point [i)] 9-9 three;',
      'b/ii point [ii)] 11-11 four.',
    ]);
  });

  it('reads v) after iv) as a Roman number and after u) as a letter', () => {
    expect(outline('iii) c;\n\niv) d;\n\nv) e.').map((line) => line.split(' ')[0])).toEqual([
      'iii',
      'iv',
      'v',
    ]);
    expect(outline('u) x;\n\nv) y;\n\nw) z.').map((line) => line.split(' ')[0])).toEqual(['u', 'v', 'w']);
  });

  it('puts double letters below single ones', () => {
    expect(outline('a) one:\n\naa) below;\n\nbb) below too;\n\nb) two.')).toEqual([
      'a point [a)] 1-1 one:',
      'a/aa point [aa)] 3-3 below;',
      'a/bb point [bb)] 5-5 below too;',
      'b point [b)] 7-7 two.',
    ]);
  });
});

describe('lines that only look labelled', () => {
  it.each([
    'The leaders met on\n12. January of that year.',
    'The leaders met on\n27\\. January of that year.',
    'The year was\n2025. It was a good one.',
    'As laid down in\nArticle 5 of the Treaty, this holds.',
    'It stresses cohesion\n– and growth – throughout.',
    'The share is\n1.5 million.',
  ])('%j is one paragraph', (source) => {
    const text = source.replace('\n', ' ').replace('\\', '');
    expect(outline(source)).toEqual([`¶1 paragraph 1-2 ${text}`]);
  });

  it.each([
    '1.5 million people live there.',
    'Article 5 of the Treaty provides this.',
    '§ 312 of the Act provides this.',
    'Annex I shall apply.',
    '2025. That was the year.',
    'A. Smith spoke first.',
  ])('%j is one paragraph', (source) => {
    expect(outline(source)).toEqual([`¶1 paragraph 1-1 ${source}`]);
  });

  it('reads a day at the margin as text, although Markdown sees a list', () => {
    expect(outline('1. The Council met on\n12. January of that year.\n\n2. Next.')).toEqual([
      '1 paragraph [1.] 1-2 The Council met on 12. January of that year.',
      '2 paragraph [2.] 4-4 Next.',
    ]);
  });

  it('reads a wrapped number inside a numbered paragraph as text, even where it would be next', () => {
    expect(outline('2. The meeting of\n   3. April was long.\n\n3. Next.')).toEqual([
      '2 paragraph [2.] 1-2 The meeting of 3. April was long.',
      '3 paragraph [3.] 4-4 Next.',
    ]);
  });

  it('reads an escaped number on a wrapped line as text', () => {
    expect(outline('26. The Council met.\nIt meets again on;\n27\\. January it is.')).toEqual([
      '26 paragraph [26.] 1-3 The Council met. It meets again on; 27. January it is.',
    ]);
  });
});
