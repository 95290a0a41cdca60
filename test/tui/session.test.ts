import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pty } from './pty.ts';

/** A program that has a session and does what a key says. */
const PROGRAM = `
import { openTerminal } from './src/tui/terminal/open-terminal.ts';
import { openSession } from './src/tui/terminal/session.ts';
const terminal = openTerminal(process.stdin, process.stdout);
let unmounted = '';
const session = openSession({
  ...terminal,
  mouse: true,
  onResume: () => session.write('resumed'),
  onFatal: () => { unmounted = 'unmounted'; },
  onLost: () => process.exit(3),
  onEvent: (event) => {
    if (event.kind !== 'key') return;
    if (event.name === 't') throw new Error('thrown');
    if (event.name === 'r') Promise.reject(new Error('rejected'));
    if (event.name === 'e') process.exit(5);
    if (event.name === 'c') session.write('child ' + session.runChild('sh', ['-c', 'stty -a; exit 4']));
    if (event.name === 'n') session.write('child ' + session.runChild('no-such-program', []).code);
    if (event.name === 'q') { session.close(); session.close(); }
  },
});
process.on('exit', () => { if (unmounted) console.error(unmounted); });
session.write('ready');
`;

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausediff-session-'));
  file = join(folder, 'program.mjs');
  await build({
    stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(key: string, wait?: string): Promise<{ code: number; raw: string; screen: string }> {
  const pty = new Pty('bash', ['-c', `"${process.execPath}" "${file}"; code=$?; stty -a; exit $code`]);
  try {
    await pty.until('ready');
    pty.write(key);
    if (wait !== undefined) {
      await pty.until(wait);
      pty.write('q');
    }
    const code = await pty.exited;
    return { code, raw: pty.raw, screen: pty.screen };
  } finally {
    pty.end();
  }
}

/** The terminal as it was: the shell's screen, the cursor, wrapping, no mouse, keys echoed and read by the line. */
function expectRestored({ raw }: { raw: string }): void {
  const end = raw.slice(raw.lastIndexOf('\x1b[?1049l') - 60);
  for (const sequence of [
    '\x1b[?1006l',
    '\x1b[?1000l',
    '\x1b[?2004l',
    '\x1b[?7h',
    '\x1b[?25h',
    '\x1b[?1049l',
  ])
    expect(end).toContain(sequence);
  expect(end).not.toContain('\x1b[?1049h');
  expect(raw.slice(raw.lastIndexOf('speed'))).toMatch(/[^-]icanon[\s\S]* echo /);
}

describe('a session', () => {
  it.each([
    ['q', 0, ''],
    ['e', 5, ''],
    ['t', 70, 'clausediff: internal error, please report it: thrown'],
    ['r', 70, 'clausediff: internal error, please report it: rejected'],
  ])('gives the terminal back after %s', async (key, code, message) => {
    const outcome = await run(key);
    expect(outcome.code).toBe(code);
    expectRestored(outcome);
    expect(outcome.screen).toContain(message);
    if (message !== '') expect(outcome.screen).toContain('unmounted');
  });

  it('lends the terminal to another program, and has it back', async () => {
    const outcome = await run('c', 'child 4');
    const child = outcome.raw.slice(outcome.raw.indexOf('\x1b[?1049l'), outcome.raw.lastIndexOf('resumed'));
    expect(child).toMatch(/[^-]icanon/);
    expect(child).toContain('\x1b[?1049h');
    expectRestored(outcome);
  });

  it('has it back also if the program is not there', async () => {
    expectRestored(await run('n', 'child ENOENT'));
  });
});
