import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { numbered } from './numbered.ts';

const words = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const sentence = (all: readonly string[]): string => `${all.join(' ')}.`;

/** What became of the first clause whose text begins with `m0`, as the texts' first words. */
function became(older: string, newer: string): string {
  const [old, now] = [parseDraft(older), parseDraft(newer)];
  const whole = old.clauses.findIndex(({ text }) => text.startsWith('m0 '));
  const link = align(old, now).find((one) => one.old.includes(whole));
  return `${link?.kind}: ${link?.new.map((b) => now.clauses[b]?.path).join('+')}`;
}

/** How much of `changed` must come from the whole to be a part of it: the least that does, and all above it. */
function least(changed: (kept: number) => string[], count: number, mainWords: number): number {
  const main = words(mainWords, 'm');
  const older = numbered([
    `${sentence(main)} ${sentence(words(count, 'p'))}`,
    'Nobody else says this at all.',
  ]);
  const split = Array.from({ length: count + 1 }, (_, kept) => {
    const parts = [sentence(main), sentence(changed(kept)), 'Nobody else says this at all.'];
    return became(older, numbered(parts)) === 'split: 1+2';
  });
  const first = split.indexOf(true);
  expect(first < 0 ? [] : split.slice(first)).not.toContain(false);
  return first;
}

describe('how much of a text must come from another clause for it to be a part of it', () => {
  it('of its words', () => {
    const head = (count: number) => (kept: number) =>
      words(count, 'p').map((word, i) => (i < kept ? word : `n${i}`));
    expect(least(head(10), 10, 12)).toBe(7);
    expect(least(head(20), 20, 22)).toBe(13);
    expect(least(head(4), 4, 6)).toBe(3);
  });

  it('of their order', () => {
    const scattered = (kept: number): string[] => {
      const all = words(20, 'p');
      return [...all.slice(0, kept), ...all.slice(kept).reverse()];
    };
    expect(least(scattered, 20, 22)).toBe(8);
  });

  it('of the whole, so that a few words in a long paragraph are no part', () => {
    const all = (count: number) => (kept: number) => (kept === count ? words(count, 'p') : words(count, 'n'));
    expect(least(all(4), 4, 56)).toBe(4);
    expect(least(all(4), 4, 72)).toBe(-1);
    expect(least(all(3), 3, 6)).toBe(-1);
  });
});

describe('a paragraph that is taken apart and moved, so that no part is what it became', () => {
  const others = ['Nobody else says this at all.', 'Never before was that so.', 'Elsewhere it is known.'];

  function dissolved(parts: number, edit: (words: string[]) => string[]): string {
    const sentences = [...'mpqrs'].slice(0, parts).map((prefix) => words(12, prefix));
    const edited = sentences.map((all) => sentence(edit(all)));
    const whole = sentences.map(sentence).join(' ');
    const older = `## I. A\n\n${numbered([whole, others[0]!])}\n\n## II. B\n\n${numbered(others.slice(1), 3)}`;
    const newer = `## I. A\n\n${numbered(others.slice(0, 1))}\n\n## II. B\n\n${numbered([...others.slice(1), ...edited], 2)}`;
    return became(older, newer);
  }
  const changed = (isChanged: (place: number) => boolean) => (all: string[]) =>
    all.map((word, i) => (isChanged(i) ? `x${word}` : word));
  const shuffled = (stride: number) => (all: string[]) =>
    Array.from({ length: stride }, (_, first) => all.filter((_word, i) => i % stride === first)).flat();

  it('is split into them if most of each comes from it', () => {
    expect(dissolved(4, changed((i) => i === 5))).toBe('split: II/4+II/5+II/6+II/7'); // biome-ignore format: a row
    expect(
      dissolved(
        3,
        changed((i) => i % 6 === 5),
      ),
    ).toBe('split: II/4+II/5+II/6');
    expect(
      dissolved(
        3,
        changed((i) => i % 3 === 2),
      ),
    ).toBe('deleted: ');
  });

  it('if that is in its order', () => {
    expect(dissolved(3, (all) => [...all.slice(6), ...all.slice(0, 6)])).toBe('split: II/4+II/5+II/6');
    expect(dissolved(3, shuffled(2))).toBe('deleted: ');
  });

  it('if they are no scraps of it', () => {
    expect(
      dissolved(
        4,
        changed((i) => i % 6 === 5),
      ),
    ).toBe('deleted: ');
    expect(
      dissolved(
        5,
        changed((i) => i === 5),
      ),
    ).toBe('deleted: ');
  });

  it('if there is more than one', () => {
    expect(
      dissolved(3, (all) => (all[0] === 'p0' ? changed((i) => i === 5)(all) : all.map((word) => `x${word}`))),
    ).toBe('deleted: ');
  });
});
