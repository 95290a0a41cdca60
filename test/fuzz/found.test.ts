import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chance } from '../chance.ts';
import { mutateText } from './mutate.ts';
import { TARGETS } from './targets.ts';

const FOUND = 'test/fuzz/found';

describe('what fuzzing found', () => {
  const files = existsSync(FOUND) ? readdirSync(FOUND) : [];
  for (const file of files) {
    const { target, texts } = JSON.parse(readFileSync(`${FOUND}/${file}`, 'utf8'));
    it(`${file}: ${target}`, () => TARGETS.find(({ name }) => name === target)?.check(texts));
  }

  it('is found again from the same seed', () => {
    const run = (seed: number): string[] => {
      const random = chance(seed);
      return Array.from({ length: 20 }, () => mutateText(random, 'One two.\n\nThree four.', ['x']));
    };
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
});
