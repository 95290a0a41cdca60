import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diffTexts } from '../cli/run.ts';
import { STEPS } from './samples.ts';

const FIXTURES = readdirSync('fixtures').map((name) => ({
  name,
  old: readFileSync(`fixtures/${name}/old.md`, 'utf8'),
  new: readFileSync(`fixtures/${name}/new.md`, 'utf8'),
}));

/** All that a reader is told, every word of it: read what changes here as a reader would, before it is accepted. */
it.each([...STEPS, ...FIXTURES])('tells all of $name', async ({ name, old, new: newer }) => {
  const { stdout } = await diffTexts(old, newer, '--all', '--neutral', '--width=110');
  await expect(stdout).toMatchFileSnapshot(`told/${name.replaceAll(' ', '-').replace('→', 'to')}.txt`);
});
