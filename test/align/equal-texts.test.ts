import { describe, expect, it } from 'vitest';
import { pairEqualTexts } from '../../src/align/equal-texts.ts';
import { readFeatures } from '../../src/align/features.ts';
import { Pairing } from '../../src/align/pairing.ts';
import { SETTINGS } from '../../src/align/settings.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';

/** A capital is a text of many words, a small letter one of a single word, `#A` a heading, `-A` a point. */
function draft(names: string): string {
  return names
    .split(' ')
    .map((name) => {
      const letter = name.at(-1) as string;
      const text = letter === letter.toUpperCase() ? `${`${letter}word `.repeat(9)}end.` : `${letter}word.`;
      return name.startsWith('#') ? `## ${text}` : name.startsWith('-') ? `a) ${text}` : `1. ${text}`;
    })
    .join('\n\n');
}

const pairingOf = (older: string, newer: string): Pairing =>
  new Pairing(readFeatures(parseDraft(draft(older), 'old'), parseDraft(draft(newer), 'new')));

/** The place in the new draft of each old clause, counted from 0; `.` where it has none. */
function pairs(older: string, newer: string): string {
  const pairing = pairingOf(older, newer);
  pairEqualTexts(pairing);
  expect(pairing.reasons.filter((reason) => reason !== undefined && reason !== 'identical')).toEqual([]);
  const back = pairing.newOf.map((b, a) => (b < 0 ? a : (pairing.oldOf[b] as number)));
  expect([...back]).toEqual([...back.keys()]);
  return [...pairing.newOf].map((b) => (b < 0 ? '.' : b)).join(' ');
}

const CASES: Readonly<
  Record<string, readonly (readonly [older: string, newer: string, expected: string])[]>
> = {
  'from the head and from the tail': [
    ['A B C', 'A B C', '0 1 2'],
    ['x x A', 'x x B', '0 1 .'],
    ['A x x', 'B x x', '. 1 2'],
    ['x A x', 'x x', '0 . 1'],
    ['x x', 'x x x x', '0 1'],
    ['x', 'y', '.'],
  ],
  'texts that are unique in both drafts, wherever they stand': [
    ['A B C D', 'D C B A', '3 2 1 0'],
    ['A B C', 'D B E', '. 1 .'],
    ['A B A C', 'D A E B', '1 3 . .'],
  ],
  'a short text only where something holds it': [
    ['y s A B', 'A B s z', '. . 0 1'],
    ['y A B s', 'z s A B', '. 2 3 .'],
    ['y A s B', 'z A s C', '. 1 2 .'],
  ],
  'what stands before and after a pair': [
    ['A x B y C x D', 'B y A x E D z', '2 3 0 1 . . 5'],
    ['u x A v', 'w x A z', '. 1 2 .'],
    ['x A y B x C', 'D y B x E x A', '5 6 1 2 3 .'],
  ],
  'what stands beside it under the same heading, and the headings': [
    ['#I A -u x B', '#J C A -v x D', '. 2 . 4 .'],
    ['#I A #J x', '#J x #I A', '2 3 0 1'],
    ['#h A #h B', '#g B #h C #h A', '4 5 . 1'],
    ['#h B x #I A', '#I C x #h A', '. . . 0 4'],
  ],
  'under headings that moved': [
    ['#P B x #Q A', '#Q A #P C x', '2 . 4 0 1'],
    ['#P B x C y #Q A D', '#Q A D #P C y u x', '3 . 7 4 5 0 1 2'],
    ['#P B x #Q A y #R x C', '#R D x #Q A y #P C x', '6 . 8 3 4 5 0 2 7'],
  ],
  'the heaviest texts of a gap that kept their order': [
    ['A x y z B', 'A z x y B', '0 2 3 . 4'],
    ['A Q x Q B', 'A x Q y B', '0 . 1 2 4'],
    ['A Q x B C Q x D', 'A x Q B C x Q D', '0 2 . 3 4 6 . 7'],
    ['A Q x x x B C Q x x x D', 'A x x x Q B C x x x Q D', '0 . 1 2 3 5 6 . 7 8 9 11'],
    ['A u x y x v B', 'A w y x y w B', '0 . . 2 3 . 6'],
  ],
};

describe.each(Object.entries(CASES))('equal texts are paired: %s', (_, cases) => {
  it.each(cases)('%s | %s', (older, newer, expected) => {
    expect(pairs(older, newer)).toBe(expected);
  });
});

describe('hundreds of equal texts', () => {
  const many = (count: number): string => Array.from({ length: count }, () => 'x').join(' ');

  it('are paired in order where nothing else tells which is which', () => {
    const [more, less] = [SETTINGS.bulkClass + 6, SETTINGS.bulkClass];
    expect(pairs(`${many(more)} A`, `A ${many(less)}`)).toBe(
      [...Array.from({ length: more }, (_, i) => (i < less ? i + 1 : '.')), 0].join(' '),
    );
  });

  it('but not a few', () => {
    const less = SETTINGS.bulkClass - 1;
    expect(pairs(`${many(less + 6)} A`, `A ${many(less)}`)).toBe(
      [...Array.from({ length: less + 6 }, () => '.'), 0].join(' '),
    );
  });
});
