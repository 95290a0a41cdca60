import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdits } from '../../src/wording/edits.ts';
import { builtInLexicon } from '../../src/wording/languages.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { nameChanges } from '../../src/wording/name-changes.ts';
import { retold } from './retold.ts';

/**
 * What is said of a change, as a text that one can read through and object to. Each file is a language and a subject;
 * `-` and `+` are the old and the new wording, `·` is what is told. `vitest -u` writes anew what is told.
 */
const FOLDER = 'test/wording/told';

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const lexicon = compileLexicon(builtInLexicon(file.slice(0, 2))!);

  const told = (old: string, now: string): string[] =>
    nameChanges(readEdits(old, now), lexicon)
      .toSorted((a, b) => b.rank - a.rank)
      .map(
        ({ class: name, direction, rank, old: was, new: is, note, rule }) =>
          `${name} ${direction} ${rank}: ${was} → ${is} | ${note} | ${rule}`,
      );

  it('tells what the file says', async () => {
    const written = retold(readFileSync(`${FOLDER}/${file}`, 'utf8'), '·', told);
    await expect(written).toMatchFileSnapshot(`told/${file}`);
  });
});
