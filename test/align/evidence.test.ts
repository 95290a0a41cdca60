import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/align/candidates.ts';
import { readFeatures } from '../../src/align/features.ts';
import { findGaps, Pairing } from '../../src/align/pairing.ts';
import { SETTINGS } from '../../src/align/settings.ts';
import { childVotes, contextScore, textSimilarity } from '../../src/align/similarity.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';

const pairingOf = (older: string, newer: string): Pairing =>
  new Pairing(readFeatures(parseDraft(older), parseDraft(newer)));

/** Of two clauses, in drafts that hold nothing else, so that each word is as rare as any other of its draft. */
function similarity(older: string, newer: string): number {
  const { old, new: now, idf } = pairingOf(older, newer);
  return Math.round(1000 * textSimilarity(old[0]!, now[0]!, idf)) / 1000;
}

describe('the similarity of two texts', () => {
  it.each([
    ['equal', 'Ships sail to all ports.', 'Ships sail to all ports.', 1],
    ['but for quotation marks', '“Ships” sail to all ports.', '"Ships" sail to all ports.', 1],
    ['nothing in common', 'Ships sail to all ports.', 'Nobody knew it.', 0],
    ['one word of five', 'Ships sail to all ports.', 'Trains sail to all ports.', 0.723],
    ['other order', 'Ships sail to all ports.', 'All ports sail to ships.', 0.9],
    [
      'the same, grown',
      'Ships sail to all ports.',
      'Ships sail to all ports of the northern coast in winter.',
      0.754,
    ],
    [
      'half of it',
      'Ships sail to all ports of the north.',
      'Ships sail to all rivers in winter or summer.',
      0.368,
    ],
    ['one word alone', 'Ships.', 'Ships sail.', 0.472],
  ])('%s', (_, older, newer, expected) => {
    expect(similarity(older, newer)).toBe(expected);
    expect(similarity(newer, older)).toBe(expected);
  });
});

/** What the place says of `a` in the old draft and `b` in the new one, where the clauses of `pairs` are paired. */
function context(older: string, newer: string, pairs: readonly [number, number][], a: number, b: number) {
  const pairing = pairingOf(older, newer);
  for (const [i, j] of pairs) pairing.pair(i, j, 'text');
  return Math.round(1000 * contextScore(pairing, a, b)) / 1000;
}

describe('what the place of two clauses says', () => {
  const s = SETTINGS;
  const round = (score: number): number => Math.round(1000 * score) / 1000;
  const [three, other] = ['1. One.\n\n2. Two.\n\n3. Three.', '1. Uno.\n\n2. Due.\n\n3. Tre.'];

  it('between paired neighbours, under no parent', () => {
    const around: [number, number][] = [
      [0, 0],
      [2, 2],
    ];
    expect(context(three, other, around, 1, 1)).toBe(
      round(s.sameStyle + s.parentsPaired + s.sameLabel + 2 * s.neighbourPaired),
    );
    expect(context(three, other, around.slice(1), 1, 1)).toBe(
      round(s.sameStyle + s.parentsPaired + s.sameLabel + s.neighbourPaired),
    );
    expect(context(three, other, [], 1, 1)).toBe(round(s.sameStyle + s.parentsPaired + s.sameLabel));
  });

  it('with another label', () => {
    expect(context(three, other, [], 1, 2)).toBe(round(s.sameStyle + s.parentsPaired));
    expect(context(three, '1. Uno.\n\na) Due.', [[0, 0]], 1, 1)).toBe(round(0));
  });

  it('the first of all, and the last of all', () => {
    expect(context(three, other, [], 0, 0)).toBe(
      round(s.sameStyle + s.parentsPaired + s.sameLabel + s.neighbourPaired),
    );
    expect(context(three, other, [], 2, 2)).toBe(
      round(s.sameStyle + s.parentsPaired + s.sameLabel + s.neighbourPaired),
    );
  });

  it('under parents that are paired with others', () => {
    const [x, y] = ['## A\n\n1. One.\n\n## B\n\n2. Two.', '## A\n\n1. Uno.\n\n## B\n\n2. Due.'];
    const headings: [number, number][] = [
      [0, 0],
      [2, 2],
    ];
    expect(context(x, y, headings, 1, 1)).toBe(
      round(s.sameStyle + s.parentsPaired + s.sameLabel + 2 * s.neighbourPaired),
    );
    expect(context(x, y, headings, 1, 3)).toBe(round(s.sameStyle + s.parentsPairedElsewhere));
    expect(context(x, y, [[0, 0]], 1, 3)).toBe(round(s.sameStyle));
  });

  it('a heading against text, and headings whose children agree', () => {
    const [x, y] = ['## A\n\n1. One.\n\n2. Two.', '## B\n\n1. One.\n\n2. Two.'];
    expect(context(x, y, [], 0, 1)).toBe(round(s.sectionAgainstText));
    const children: [number, number][] = [
      [1, 1],
      [2, 2],
    ];
    const bare = context(x, y, [], 0, 0);
    expect(context(x, y, children, 0, 0)).toBe(round(bare + s.childVotes));
    expect(context(x, y, children.slice(1), 0, 0)).toBe(round(bare + s.childVotes));
    const pairing = pairingOf(x, '## B\n\n1. One.\n\n## C\n\n2. Two.');
    pairing.pair(1, 1, 'text');
    pairing.pair(2, 3, 'text');
    expect([childVotes(pairing, 0, 0), childVotes(pairing, 0, 2), childVotes(pairing, 1, 1)]).toEqual([
      0.5, 0.5, 0,
    ]);
  });

  it('footnotes of clauses that are paired', () => {
    const [x, y] = ['1. One.[^1]\n\n[^1]: See A.', '1. Uno.[^1]\n\n[^1]: See B.'];
    expect(context(x, y, [[0, 0]], 1, 1) - context(x, y, [], 1, 1)).toBeCloseTo(
      s.citationsPaired + s.neighbourPaired,
    );
  });
});

/** The candidates of each old clause that is not paired, by index. */
function candidates(older: string, newer: string, pairs: readonly [number, number][] = []) {
  const pairing = pairingOf(older, newer);
  for (const [i, j] of pairs) pairing.pair(i, j, 'text');
  const found = [...findCandidates(pairing, findGaps(pairing))];
  return Object.fromEntries(found.map(([a, bs]) => [a, [...bs].sort((p, q) => p - q)]));
}

/** Paragraphs that have no word in common with any other. */
const strange = (count: number, prefix: string): string =>
  Array.from({ length: count }, (_, i) => `${i + 1}. ${prefix}${i} ${prefix}x${i} ${prefix}y${i}.`).join(
    '\n\n',
  );

describe('which clauses are worth comparing', () => {
  it('all of a small gap, and none that is paired or beyond what is paired', () => {
    expect(candidates(strange(3, 'a'), strange(3, 'b'))).toEqual({
      0: [0, 1, 2],
      1: [0, 1, 2],
      2: [0, 1, 2],
    });
    const sections = (prefix: string) => `## A\n\n1. ${prefix}1.\n\n## B\n\n2. ${prefix}2.`;
    expect(candidates(sections('a'), sections('b'), [[0, 0], [2, 2]])).toEqual({ 1: [1], 3: [3] }); // biome-ignore format: pairs
  });

  it('of a large gap those at about the same place, and those with the same label under the same parent', () => {
    const found = candidates(strange(40, 'a'), strange(20, 'b'));
    expect(found[20]).toEqual([7, 8, 9, 10, 11, 12, 13]);
    expect(found[0]).toEqual([0, 1, 2, 3]);
    const under = (prefix: string) => `## A\n\n${strange(20, prefix)}`;
    expect(candidates(under('a'), under('b'), [[0, 0]])[15]).toEqual([12, 13, 14, 15, 16, 17, 18]);
    const backwards = under('b').replace(/^(\d+)\./gm, (_, n) => `${21 - Number(n)}.`);
    expect(candidates(under('a'), backwards, [[0, 0]])[15]).toEqual([6, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('those that share rare words, however far away', () => {
    const older = `${strange(40, 'a')}\n\n41. zebra quagga okapi.`;
    const newer = `1. zebra quagga okapi gnu.\n\n${strange(40, 'b')}`;
    expect(candidates(older, newer)[40]).toContain(0);
    const common = (prefix: string): string =>
      Array.from({ length: 40 }, (_, i) => `${i + 1}. shared ${prefix}${i}.`).join('\n\n');
    expect(candidates(common('a'), common('b'))[0]).toEqual([0, 1, 2, 3]);
  });

  it('of those with the same text the nearest', () => {
    const same = (count: number): string =>
      Array.from({ length: count }, (_, i) => `${i + 1}. Deleted.`).join('\n\n');
    expect(candidates(same(30), same(30))[29]).toEqual([22, 23, 24, 25, 26, 27, 28, 29]);
  });

  it('the parent of a partner of a child', () => {
    const older = `1. ax ay az\n\na) child one two three\n\n${strange(30, 'c').replace(/^(\d+)\./gm, (_, n) => `${Number(n) + 1}.`)}`;
    const newer = `${strange(30, 'd')}\n\n31. bx by bz\n\na) child one two three`;
    expect(candidates(older, newer, [[1, 31]])[0]).toContain(30);
    expect(candidates(older, newer)[0]).not.toContain(30);
  });

  it('the footnote of the clause that took the place of the one that cited it', () => {
    const notes = (prefix: string, count: number): string =>
      [
        ...Array.from({ length: count }, (_, i) => `${i + 1}. ${prefix}${i}.[^${i + 1}]`),
        ...Array.from({ length: count }, (_, i) => `[^${i + 1}]: ${prefix}n${i}.`),
      ].join('\n\n');
    const found = candidates(notes('a', 20), notes('b', 20), [[0, 19]]);
    expect(found[20]).toContain(39);
    expect(candidates(notes('a', 20), notes('b', 20))[20]).not.toContain(39);
  });
});
