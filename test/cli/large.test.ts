import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runBinary } from './run.ts';

/** More than the arguments that fit on the stack of a call. */
const PARAGRAPHS = 128_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausediff-large-'));
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => `${i + 1}. Item w${i}.`);
  writeFileSync(join(folder, 'old.md'), paragraphs.join('\n\n'));
  paragraphs.splice(PARAGRAPHS / 2, 0, 'Between.');
  writeFileSync(join(folder, 'new.md'), paragraphs.join('\n\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([[['diff']], [['diff', '--stat']]])(
  '%j compares 128,000 numbered paragraphs with a copy that has one more',
  (args) => {
    const { code, stdout, stderr } = runBinary([...args, 'old.md', 'new.md'], folder);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout).toContain(`${PARAGRAPHS} same, 1 inserted`);
  },
  300_000,
);
