import fc from 'fast-check';

/** Blocks of Markdown as negotiated texts have them, each with a label, a wrap or a piece of a page in it. */
const BLOCKS = [
  '# A heading',
  '## II. EUROPEAN DEFENCE',
  '**A bold heading**',
  'IV. COMPETITIVENESS',
  'ANNEX',
  'Article 5',
  '§ 5',
  'Art. 5 (2) Die Kommission prüft.',
  '1. The first paragraph.',
  '2. The second\n   is wrapped.',
  '3bis. The one between.',
  '1.1 A decimal one.',
  '1. A chapeau:\n\n   a) one;\n\n   b) two.',
  'A chapeau:\na) one;\nb) two;\nand\nc) three.',
  'a) A point;',
  '    b) An indented point.',
  '(i) A Roman point;',
  '- a) A point carried by a dash',
  '- a dash\n- and another\n  - and one below',
  '– a long dash',
  '• a bullet',
  '   - a\n\n     b\n\n     c',
  '> A quotation\n> of two lines.',
  '> 1. A numbered quotation.',
  '> - a dash\n>   in a quotation',
  'A sentence with a note.[^1]',
  '[^1]: The note.',
  '[^2]: A note\n    of two lines.\n\n    And more.',
  '| Year | Amount |\n| --- | ---: |\n| 2025 | EUR 5 |',
  'A paragraph with **strong**, _stressed_, ~~struck~~ and `coded` words.',
  'A line with a break  \nand another\\\nand a third.',
  'A sentence that is cut by the',
  'rest of it, in lower case.',
  'A sentence cut by the\nEUCO 10/25   3\nLIMITE EN\nfoot of a page.',
  'EUCO 10/25   3',
  'LIMITE EN',
  '12',
  '* * *',
  'o o o',
  '<!-- a comment -->',
  '<div>raw text</div>',
  '[ref]: https://example.org/a',
  '\ttext behind a tab',
  '理事会强调 Європа ‘l’Union’ 👍🏽',
];

/** Blocks whose place is given as that of their text alone, and not of the markup around it. */
const FRAMED_BLOCKS = [
  '```\na fenced block\n```',
  'Underlined\n==========',
  '1.\n   late text',
  '1. a) both',
];

const documentOf = (blocks: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...blocks), fc.constantFrom('\n\n', '\n\n\n', '  \n\n', '\n')), {
        maxLength: 8,
      }),
      fc.constantFrom('\n', '\r\n', '\r'),
    )
    .map(([parts, lineEnd]) => parts.flat().join('').replaceAll('\n', lineEnd));

/** Documents of random blocks, with each of the three line endings. */
export const blockDocument = documentOf(BLOCKS);
export const anyBlockDocument = documentOf([...BLOCKS, ...FRAMED_BLOCKS]);

/** Pieces of syntax thrown together, with characters that readers of text stumble over. */
export const soup = fc
  .array(
    fc.constantFrom(
      ...[
        '1.',
        '2.',
        'a)',
        '(i)',
        '–',
        '-',
        '*',
        '>',
        '#',
        '`',
        '```',
        '~~',
        '\n',
        '\n\n',
        '\r',
        '\r\n',
        ' ',
      ],
      ...[
        '    ',
        '\t',
        '|',
        '|-|',
        '[^1]',
        '[^1]:',
        '[a]:',
        '![',
        '](',
        '<!--',
        '-->',
        '<b>',
        '</p>',
        '&amp;',
      ],
      ...[
        '\\',
        '---',
        '+++',
        '===',
        'LIMITE EN',
        'EUCO 1/25',
        '12',
        'o o o',
        'ANNEX',
        'Article 5',
        '§ 3',
        '**',
      ],
      ...[
        'word',
        'é',
        'е́',
        '理',
        '\u00a0',
        '\u00ad',
        '\ufeff',
        '\u2028',
        '\u0085',
        '\0',
        '\u001b[31m',
        '\u202e',
      ],
      ...['\ud800', '\udc00', '👍🏽', 'I.', 'A.', '1.5', '2025.', ':', ';', '.'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
