import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { COMMAND_LINES, type CommandLine, PROGRAM_LINES } from './command-lines.ts';

const CLI = resolve('dist/cli.js');

let folder = '';

function lay(files: CommandLine['files'] = {}): string {
  folder = mkdtempSync(join(tmpdir(), 'clausediff-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function expectOutcome({ exit, stdout, stderr }: CommandLine, found: Outcome): void {
  expect(found.exit, found.stderr).toBe(exit);
  if (stdout !== undefined) expect(found.stdout).toMatch(stdout === '' ? /^$/ : stdout);
  if (stderr !== undefined) expect(found.stderr).toMatch(stderr);
  else expect(found.stderr).toBe('');
  if (exit === 2) {
    expect(found.stdout).toBe('');
    expect(found.stderr).toMatch(/^clausediff: [^\n]+\n$/);
  }
}

describe('in process', () => {
  it.each(COMMAND_LINES)('$name', async (line) => {
    const cwd = lay(line.files);
    const written = { stdout: '', stderr: '' };
    const output = (stream: keyof typeof written) => ({
      write: (text: string) => {
        written[stream] += text;
      },
    });
    const program = {
      args: line.args,
      cwd,
      env: line.env ?? {},
      stdout: output('stdout'),
      stderr: output('stderr'),
    };
    expectOutcome(line, { exit: await main(program), ...written });
  });
});

/** Runs the built program; nothing of the environment that could colour or size its output goes along. */
function run({ args, stdin, env }: CommandLine, cwd: string): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    input: stdin ?? '',
    maxBuffer: 1 << 28,
  });
  return { exit: status, stdout, stderr };
}

describe('as the real program', () => {
  it.each([...COMMAND_LINES, ...PROGRAM_LINES])('$name', (line) =>
    expectOutcome(line, run(line, lay(line.files))),
  );

  it('compares a paragraph of 10 MB with itself but for a word', () => {
    const text = Array.from({ length: 1_400_000 }, (_, i) => `word${i % 7001}`).join(' ');
    const cwd = lay({ 'old.md': text, 'new.md': text.replace(' word3500 ', ' changed ') });
    const { exit, stdout } = run(
      { name: '', args: ['diff', 'old.md', 'new.md', '-f', 'json'], exit: 1 },
      cwd,
    );
    expect(exit).toBe(1);
    const { links } = JSON.parse(stdout);
    expect(links).toHaveLength(1);
    const changed = links[0].edits.filter(({ op }: { op: string }) => op !== 'equal');
    expect(changed).toEqual([{ op: 'replace', old: 'word3500', new: 'changed' }]);
  });

  it('says so where a file may not be read', () => {
    const cwd = lay({ 'old.md': 'a', 'new.md': 'a' });
    chmodSync(join(cwd, 'old.md'), 0);
    chmodSync(cwd, 0o755);
    cpSync(dirname(CLI), join(cwd, 'dist'), { recursive: true });
    writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
    // Root may read everything, so the program runs as nobody, from a copy that nobody may read.
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stderr } = spawnSync(process.execPath, [join(cwd, 'dist/cli.js'), 'old.md', 'new.md'], {
      cwd,
      encoding: 'utf8',
      ...asNobody,
    });
    expect([status, stderr]).toEqual([
      2,
      'clausediff: old.md: permission denied; check who may read the file\n',
    ]);
  });

  it('ends quietly where its reader stops early', () => {
    const cwd = lay({ 'old.md': '', 'new.md': '1. Text of a clause.\n\n'.repeat(20_000) });
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${CLI}" diff old.md new.md | head -1`],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect([stdout, stderr]).toEqual(['old.md → new.md\n', '']);
  });
});
