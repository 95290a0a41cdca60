import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { misplaced, outline } from './outline.ts';

/** Path and text of each clause; every place in the source must be right as well. */
const clauses = (source: string): string[] => {
  const draft = parseDraft(source);
  expect(misplaced(draft)).toEqual([]);
  return draft.clauses.map(({ path, text }) => `${path}: ${text}`.trimEnd());
};

describe('points on the lines of one paragraph', () => {
  it.each([
    ['1. Chapeau:\na) one\nb) two\nc) three', ['1: Chapeau:', '1/a: one', '1/b: two', '1/c: three']],
    ['1. Chapeau:\n(i) one\n(ii) two', ['1: Chapeau:', '1/i: one', '1/ii: two']],
    ['1. Chapeau:\n1) one\n2) two', ['1: Chapeau:', '1/1: one', '1/2: two']],
    ['The Council:\n– agrees\n– invites all', ['¶1: The Council:', '¶1/–1: agrees', '¶1/–2: invites all']],
    ['1. First sentence.\n   (a) two,\n   (b) three.', ['1: First sentence.', '1/a: two,', '1/b: three.']],
    ['4. It agrees\n   (1) to go and\n   (2) to stay.', ['4: It agrees', '4/1: to go and', '4/2: to stay.']],
  ])('stand apart in %j', (source, expected) => expect(clauses(source)).toEqual(expected));

  it.each([
    ['1. It recalls:\n(a) the aims in points\n(b) and (c) of Annex I', 2],
    ['1. It recalls:\n(a) the aims in points (a) and\n(b) of Annex I', 2],
    ['1. It recalls:\n– the Union\n– and its members – in full', 2],
    ['1. One of 11 and\n(a) another, and no second', 1],
    ['1. The aims of\n12. May remain', 1],
    ['1. It met in the\n(a) wrong place.', 1],
  ])('are not read into %j', (source, count) => expect(outline(source)).toHaveLength(count));
});

describe('a heading on the first line of a paragraph', () => {
  it.each([
    ['ANNEX I\nGuarantees\n\nText.', ['ANNEX I: Guarantees', 'ANNEX I/¶1: Text.']],
    ['ANNEX\nThe parties agree on what follows.', ['ANNEX:', 'ANNEX/¶1: The parties agree on what follows.']],
    ['II. EUROPEAN DEFENCE\n5. Text.', ['II: EUROPEAN DEFENCE', 'II/5: Text.']],
    ['II. EUROPEAN DEFENCE\nText that goes\non.', ['II: EUROPEAN DEFENCE', 'II/¶1: Text that goes on.']],
    ['Article 3\nEveryone has the right.', ['Article 3:', 'Article 3/¶1: Everyone has the right.']],
    ['**Article 3**\nEveryone has the right.', ['Article 3:', 'Article 3/¶1: Everyone has the right.']],
    ['**Defence**\n5. Text.', ['title: Defence', '5: Text.']],
  ])('is a section of its own in %j', (source, expected) => expect(clauses(source)).toEqual(expected));

  it.each([
    'Article 5\nof the Treaty provides for this.',
    '**The European Council**\nstresses this.',
    '**The European Council**\nUnion stands ready.',
    'A. Smith\nspoke first.',
  ])('is not seen in %j', (source) => expect(outline(source)).toHaveLength(1));
});

describe('a series of numbers after dashes that a chapeau announced', () => {
  it('stands beside the chapeau', () => {
    expect(clauses('The Council:\n- stresses;\n- agrees.\n\n1. First.\n2. Second.')).toEqual([
      '¶1: The Council:',
      '¶1/–1: stresses;',
      '¶1/–2: agrees.',
      '1: First.',
      '2: Second.',
    ]);
  });

  it('stands below it where it is announced itself', () => {
    expect(clauses('The Council:\n- stresses:\n\n1. first;\n2. second.').slice(2)).toEqual([
      '¶1/–1/1: first;',
      '¶1/–1/2: second.',
    ]);
  });
});

describe('after a page', () => {
  it('a line that begins a sentence does not join a short line above', () => {
    expect(clauses('Security\n\n12\n\nThe Council agrees.')).toEqual([
      '¶1: Security',
      '¶2: The Council agrees.',
    ]);
  });

  it('a line that begins with a name joins a full line above', () => {
    const full = 'It invites the High Representative, the Commission and all other members of the';
    expect(clauses(`${full}\n\n12\n\nUnion to act.`)).toEqual([`¶1: ${full} Union to act.`]);
  });
});
