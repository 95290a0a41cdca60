import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import { compare, parseDraft } from '../../src/index.ts';
import { LABEL_GAP, type TrackedParagraph, trackedText } from '../../src/report/tracked-text.ts';
import { visible } from '../../src/report/visible.ts';
import { demoDraft } from './reports.ts';

const between = (old: string, now: string): Comparison => compare(parseDraft(old), parseDraft(now));

/** The text after accepting or rejecting all marks, a paragraph each. */
function after(paragraphs: readonly TrackedParagraph[], way: 'accept' | 'reject'): string[] {
  const dropped = way === 'accept' ? 'deleted' : 'inserted';
  const texts: string[] = [''];
  for (const { runs, end } of paragraphs) {
    texts[texts.length - 1] += runs
      .filter(({ op }) => op !== dropped)
      .map(({ text }) => text)
      .join('');
    if (end !== dropped) texts.push('');
  }
  expect(texts.pop()).toBe('');
  return texts;
}

function printed({ links }: Comparison, side: 'old' | 'new'): string[] {
  return links
    .flatMap((link) => link[side])
    .sort((a, b) => a.index - b.index)
    .map(({ label, text }) => (label === '' ? '' : visible(label) + LABEL_GAP) + visible(text));
}

function expectBoth(old: string, now: string): void {
  const comparison = between(old, now);
  const paragraphs = trackedText(comparison);
  expect(after(paragraphs, 'accept')).toEqual(printed(comparison, 'new'));
  expect(after(paragraphs, 'reject')).toEqual(printed(comparison, 'old'));
}

describe('accepting all gives the new draft and rejecting all the old one', () => {
  const fixtures = readdirSync('fixtures');

  it.each(fixtures)('%s', (name) => {
    const source = (side: string) => readFileSync(`fixtures/${name}/${side}.md`, 'utf8');
    expectBoth(source('old'), source('new'));
    expectBoth(source('new'), source('old'));
  });

  it.each([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [1, 5],
    [5, 1],
  ])('the demo from %i to %i', (from, to) => expectBoth(demoDraft(from), demoDraft(to)));

  it('of any drafts', () => {
    const sentence = fc.constantFrom(
      'The Council welcomes the plan of the Commission.',
      'Member States will report on their stocks by June.',
      'The President will visit the capitals of the region.',
      'It asks the Bank [to lend more] to small towns.',
      'The Council takes note of the plan of the Commission.',
    );
    const clause = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    const label = fc.constantFrom('', '## ', '1. ', '2. ', 'a) ', '- ');
    const draft = fc
      .array(fc.tuple(label, clause), { maxLength: 8 })
      .map((clauses) => clauses.map((parts) => parts.join('')).join('\n\n'));
    fc.assert(fc.property(draft, draft, expectBoth), { numRuns: 300 });
  });
});

describe('the marks', () => {
  const told = (old: string, now: string): string =>
    trackedText(between(old, now))
      .map(
        ({ runs, end }) =>
          runs
            .map(({ op, text }) => ({ kept: text, inserted: `+${text}+`, deleted: `-${text}-` })[op])
            .join('|') + { kept: '¶', inserted: '+¶+', deleted: '-¶-' }[end],
      )
      .join('')
      .replaceAll(LABEL_GAP, ' ');

  it('lie on the words that changed', () =>
    expect(told('1. It welcomes the plan.', '2. It welcomes the new plan.')).toBe(
      '-1. -|+2. +|It welcomes the |+new +|plan.¶',
    ));

  it('break a clause that was split, and join what was merged', () => {
    const [first, second] = [
      'The Council welcomes the plan of the Commission for ports.',
      'It will come back to the matter in June with a longer report.',
    ];
    expect(told(`1. ${first} ${second}`, `1. ${first}\n\n2. ${second}`)).toBe(
      `1. ${first}|- -+¶++2. +|${second}¶`.replace('|- -+¶+', '|- -+¶+'),
    );
    expect(told(`1. ${first}\n\n2. ${second}`, `1. ${first} ${second}`)).toBe(
      `1. ${first}-¶--2. -|+ +|${second}¶`,
    );
  });
});
