import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdits } from '../../src/wording/edits.ts';
import { retold } from './retold.ts';

/**
 * Where the marks stand, as a text that one can read through and object to: `-` and `+` are the old and the new wording,
 * `=` is what a reader sees, in CriticMarkup. `vitest -u` writes anew what is marked.
 */
const FOLDER = 'test/wording/marks';

const marked = (old: string, now: string): string =>
  readEdits(old, now)
    .map(({ op, old: was, new: is }) =>
      op === 'equal' ? is : (was && `{--${was}--}`) + (is && `{++${is}++}`),
    )
    .join('');

describe.each(readdirSync(FOLDER))('%s', (file) => {
  it('marks what the file says', async () => {
    const written = retold(readFileSync(`${FOLDER}/${file}`, 'utf8'), '=', (old, now) => [marked(old, now)]);
    await expect(written).toMatchFileSnapshot(`marks/${file}`);
  });
});
