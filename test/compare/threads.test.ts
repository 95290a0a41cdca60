import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll, parseDraft } from '../../src/index.ts';
import { runs } from '../runs.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const chainOf = (...sources: string[]) =>
  compareAll(sources.map((source, i) => parseDraft(source, `draft-${i + 1}.md`)));
/** Each thread as `1 | 2 | –`. */
const told = (...sources: string[]): string[] =>
  chainOf(...sources).threads.map(({ clauses }) =>
    clauses.map((cell) => cell.map(({ path }) => path).join('+') || '–').join(' | '),
  );

const [A, B, C, D] = [
  'The Council welcomes the plan of the Commission for the ports.',
  'Member States will report on their stocks of grain by June.',
  'The President will visit the capitals of the region in May.',
  'The Bank is invited to lend more to small towns.',
];

describe('threads', () => {
  it('follow a clause through renumbering and rewording', () =>
    expect(told(numbered(A, B), numbered(D, A, B), numbered(D, A.replace('welcomes', 'notes'), B))).toEqual([
      '– | 1 | 1',
      '1 | 2 | 2',
      '2 | 3 | 3',
    ]));

  it('end where a clause is dropped, and stand where it stood', () =>
    expect(told(numbered(A, B, C), numbered(A, C), numbered(A, C, D))).toEqual([
      '1 | 1 | 1',
      '2 | – | –',
      '3 | 2 | 2',
      '– | – | 3',
    ]));

  it('hold the parts of a split and what was merged', () =>
    expect(told(numbered(`${A} ${B}`, C), numbered(A, B, C), numbered(A, B, C))).toEqual([
      '1 | 1+2 | 1+2',
      '2 | 3 | 3',
    ]));

  it('need two drafts', () => expect(() => chainOf(A)).toThrow(RangeError));

  it('hold every clause of the demo once', () => {
    const sources = [1, 2, 3, 4, 5].map((i) => readFileSync(`drafts/draft-${i}.md`, 'utf8'));
    expectEachOnce(sources);
  });

  it('hold every clause of any drafts once, in the order of the last one', () => {
    const text = fc.constantFrom(A, B, C, D, `${A} ${B}`, `${C} ${D}`);
    const source = fc.array(text, { maxLength: 6 }).map((texts) => numbered(...texts));
    fc.assert(fc.property(fc.array(source, { minLength: 2, maxLength: 5 }), expectEachOnce), runs(100));
  });
});

function expectEachOnce(sources: readonly string[]): void {
  const { threads, drafts } = chainOf(...sources);
  drafts.forEach(({ clauses }, draft) => {
    const indexes = threads.flatMap((thread) => thread.clauses[draft]!.map(({ index }) => index));
    expect(indexes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: clauses }, (_, i) => i));
  });
  const firsts = threads.flatMap((thread) => thread.clauses.at(-1)?.[0]?.index ?? []);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
}
