import { describe, expect, it } from 'vitest';
import { type Case, CASES as DIFF_CASES, OBEYED } from './cases.ts';
import { LEXICON_CASES } from './lexicon-cases.ts';
import { REPORT_CASES } from './report-cases.ts';
import { inFolder, type Outcome, runBinary, runMain } from './run.ts';

const CASES: readonly Case[] = [...DIFF_CASES, ...LEXICON_CASES, ...REPORT_CASES];

function expectOutcome(expected: Case, { code, stdout, stderr }: Outcome): void {
  const found = (text: string, pattern: string | RegExp): boolean =>
    typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
  const told = `stdout:\n${stdout.slice(0, 2000)}\nstderr:\n${stderr.slice(0, 2000)}`;

  expect(code, told).toBe(expected.code);
  if (expected.code === 2) {
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
    expect(stderr.trimEnd()).not.toMatch(OBEYED);
  } else if (expected.stderr === undefined) expect(stderr).toBe('');
  if (expected.stdout === 'nothing') expect(stdout).toBe('');
  for (const pattern of expected.stdout === 'nothing' ? [] : (expected.stdout ?? [])) {
    expect(found(stdout, pattern), `${pattern} on stdout\n${told}`).toBe(true);
  }
  for (const pattern of expected.notStdout ?? []) {
    expect(found(stdout, pattern), `no ${pattern} on stdout\n${told}`).toBe(false);
  }
  for (const pattern of expected.stderr ?? []) {
    expect(found(stderr, pattern), `${pattern} on stderr\n${told}`).toBe(true);
  }
}

it('gives every case a name of its own', () => {
  const names = CASES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe('in this process', () => {
  it.each(CASES.filter(({ stdin }) => stdin === undefined))('$name', (expected) =>
    inFolder(expected, async (folder) => {
      expectOutcome(expected, await runMain(expected.args, folder, expected.env));
    }),
  );
});

describe('the binary', () => {
  it.each(CASES)('$name', (expected) =>
    inFolder(expected, (folder) => expectOutcome(expected, runBinary(expected.args, folder, expected))),
  );
});
