import { expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { chance } from '../chance.ts';

/** A sentence of an invented language, whose words differ in how often they occur, as those of any language do. */
type Sentence = readonly string[];

interface Paragraph {
  readonly sentences: readonly Sentence[];
  /** The old paragraphs that it came from. */
  readonly from: readonly number[];
}

const write = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(({ sentences }, i) => `${i + 1}. ${sentences.map((words) => `${words.join(' ')}.`).join(' ')}`)
    .join('\n\n');

/** Two versions of a long text, and which paragraphs became which: every kind of revision, in one text. */
function revise(seed: number, count: number) {
  const next = chance(seed);
  const random = (below: number): number => Math.floor(next() * below);
  const word = (): string => `w${Math.floor((random(40) * random(40) * random(40)) / 20)}`;
  const sentence = (): Sentence => Array.from({ length: 8 + random(12) }, word);
  const edited = (words: Sentence, times: number): Sentence => {
    const all = [...words];
    for (let i = 0; i < times; i++) all.splice(random(all.length), 1, ...(random(3) === 0 ? [] : [word()]));
    return all;
  };
  const old: Paragraph[] = Array.from({ length: count }, (_, i) => ({
    sentences: [sentence(), sentence()],
    from: [i],
  }));
  const now: Paragraph[] = [];
  for (let i = 0; i < count; i++) {
    const { sentences } = old[i] as Paragraph;
    const after = old[i + 1];
    const fate = random(20);
    if (fate === 0) continue;
    else if (fate === 1) now.push({ sentences, from: [i] }, { sentences: [sentence()], from: [] });
    else if (fate === 2) for (const one of sentences) now.push({ sentences: [one], from: [i] });
    else if (fate === 3 && after) now.push({ sentences: [...sentences, ...after.sentences], from: [i, ++i] });
    else if (fate === 4 && now.length > 8) now.splice(now.length - 7, 0, { sentences, from: [i] });
    else if (fate < 12) now.push({ sentences: sentences.map((one) => edited(one, random(5))), from: [i] });
    else now.push({ sentences, from: [i] });
  }
  return { old, now };
}

it.each([1, 2, 3, 4])('finds what became of each of three hundred paragraphs: revision %i', (seed) => {
  const { old, now } = revise(seed, 300);
  const links = align(parseDraft(write(old), 'old'), parseDraft(write(now), 'new'));
  const found = links.flatMap((link) => link.new.map((b) => [b, ...link.old] as const));
  const truth = now.map(({ from }, b) => [b, ...from]);
  expect(found.sort(([a], [b]) => a - b)).toEqual(truth);
});
