import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Transcript } from './transcript.ts';

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J\x1b[H\x1b[?2004h';
const LEAVE =
  '\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[r\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l';

const SEE_WHERE = '; run it again with CLAUSEDIFF_DEBUG=1 to see where';

/** What passes on a second try was the shell or the machine, which are busy; a fault of ours fails every time. */
const ON_A_REAL_TERMINAL = { retry: 1 };

describe('a session', ON_A_REAL_TERMINAL, () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausediff-session-'));
  const app = join(folder, 'app.mjs');
  const exitFile = join(folder, 'exit');
  let program: Transcript;

  beforeAll(() =>
    build({
      entryPoints: ['test/tui/terminal/session-app.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: app,
      logLevel: 'warning',
    }),
  );
  beforeEach(() => rmSync(exitFile, { force: true }));
  afterEach(() => program.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const COMMAND = `"${process.execPath}" "${app}" "${exitFile}"`;

  /**
   * Runs the app under a script that then tells its exit code and the modes of the terminal. It stays: what is written
   * on a terminal that nobody holds any longer may be lost.
   */
  async function open(command = COMMAND): Promise<number> {
    program = new Transcript('bash', [
      '--norc',
      '-c',
      `${command}; echo "code $?"; stty -a; echo end; read -r`,
    ]);
    return opened();
  }

  async function opened(): Promise<number> {
    const { before, 1: pid } = await program.until(/\[pid (\d+)\]/);
    expect(before.endsWith(ENTER)).toBe(true);
    return Number(pid);
  }

  /** The app has left its screen, written nothing but the message, and left the modes of a shell. */
  async function expectLeft(code: number, message = ''): Promise<void> {
    const { before } = await program.until(new RegExp(`code ${code}\r\n`));
    expect(before.slice(before.lastIndexOf(LEAVE))).toBe(`${LEAVE}${message}`);
    expect(before.split(LEAVE)).toHaveLength(2);
    await expectCooked(/end\r\n/);
  }

  async function expectCooked(end: RegExp): Promise<void> {
    const { before } = await program.until(end);
    expect(before).toMatch(/(?<!-)\bicanon\b/);
    expect(before).toMatch(/(?<!-)\becho\b/);
  }

  it('gives the terminal back when it is closed, and lets the process end', async () => {
    await open();
    program.type('j\x1b[A');
    await program.until(/\[key j\]\[key up\]/);
    program.type('q');
    await expectLeft(0);
  });

  it.each([
    ['t', 70, `clausediff: internal error, please report it: Error: thrown ␛[31m here${SEE_WHERE}\r\n`],
    ['r', 70, `clausediff: internal error, please report it: Error: rejected${SEE_WHERE}\r\n`],
    ['x', 3, ''],
  ])('gives the terminal back before it ends by "%s" with %i', async (key, code, message) => {
    await open();
    program.type(key);
    await expectLeft(code, message);
  });

  it('takes the app down before it tells of an error', async () => {
    await open();
    program.type('t');
    const { before } = await program.until(/internal error/);
    expect(before.indexOf('[fatal]')).toBeLessThan(before.indexOf(LEAVE));
    expect(before).toContain('[fatal]');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('gives the terminal back on %s', async (signal, code) => {
    process.kill(await open(), signal);
    await expectLeft(code);
  });

  it('reads keys from the terminal when a draft is piped in', async () => {
    await open(`echo draft | ${COMMAND}`);
    program.type('j');
    await program.until(/\[key j\]/);
    program.type('t');
    await program.until(/\[fatal\]/);
    await program.until(/code 70\r\n/);
    await expectCooked(/end\r\n/);
  });

  it('lets the process end also when keys come from the terminal', async () => {
    await open(`echo draft | ${COMMAND}`);
    program.type('q');
    await expectLeft(0);
  });

  it('runs a program on the terminal, and comes back', async () => {
    await open();
    program.type('e');
    const { before } = await program.until(/asks\r\n/);
    expect(before.endsWith(LEAVE)).toBe(true);
    program.type('jj\r');
    await expectCooked(/got jj\r\n/);
    expect((await program.until(/\[resumed\]/)).before).toBe(ENTER);
    await program.until(/\[child 6\]/);
    program.type('k');
    expect((await program.until(/\[key k\]/)).before).toBe('');
    program.type('q');
    await expectLeft(0);
  });

  it('tells why a program did not run', async () => {
    await open();
    program.type('n');
    await program.until(/\[child Error: .*ENOENT\]/);
    program.type('q');
    await program.until(/code 0/);
  });

  it('leaves Ctrl-C to the program that runs', async () => {
    await open();
    program.type('i');
    await program.until(/child waits/);
    program.type('\x03');
    await program.until(/interrupted/);
    await program.until(/\[child 5\]/);
    program.type('k');
    await program.until(/\[key k\]/);
    program.type('q');
    await program.until(/code 0/);
  });

  it('turns the mouse on for itself only', async () => {
    await open();
    program.type('m');
    await program.until(/\x1b\[\?1000h\x1b\[\?1002h\x1b\[\?1006h/);
    program.type('\x1b[<64;3;4M');
    await program.until(/\{"kind":"mouse","action":"wheel-up","x":2,"y":3\}/);
    program.type('q');
    await expectLeft(0);
  });

  it('goes on when there is no shell to go back to', async () => {
    program = new Transcript(process.execPath, [app, exitFile]);
    await opened();
    program.type('\x1a');
    await program.until(/\[resumed\]/);
    program.type('k');
    await program.until(/\[key k\]/);
  });

  it.each([
    ['tells it so', COMMAND],
    ['does not', `${COMMAND} deaf`],
  ])('ends when its terminal is gone, which %s', async (_, command) => {
    const pid = await open(command);
    program.close();
    await vi.waitFor(
      () => expect(existsSync(exitFile) && readFileSync(exitFile, 'utf8')).toBe('129'),
      10_000,
    );
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000);
  });

  it('does not begin without a terminal', () => {
    program = new Transcript('true', []);
    const { stdout, status } = spawnSync(process.execPath, [app, exitFile], { encoding: 'utf8', input: '' });
    expect({ stdout, status }).toEqual({ stdout: 'no terminal\n', status: 4 });
  });

  describe('under a shell with jobs', () => {
    async function openJob(): Promise<number> {
      program = new Transcript('bash', ['--norc', '--noprofile', '-i']);
      await program.until(/ready\$ /);
      program.type(`${COMMAND}\r`);
      await program.until(/\r\n/);
      return opened();
    }

    async function expectStopped(): Promise<void> {
      await program.until(/Stopped/);
      await program.until(/ready\$ /);
      program.type('stty -a; echo "e"nd\r');
      await expectCooked(/end\r\n/);
      await program.until(/ready\$ /);
    }

    async function expectLeftAndStopped(): Promise<void> {
      expect((await program.until(/\x1b\[\?1049l/)).before).toContain(LEAVE.replace('\x1b[?1049l', ''));
      await expectStopped();
    }

    async function expectBack(): Promise<void> {
      program.type('fg\r');
      await program.until(/\[resumed\]/);
      program.type('k');
      await program.until(/\[key k\]/);
      program.type('q');
      await program.until(/ready\$ /);
      program.type('stty -a; echo "e"nd\r');
      await expectCooked(/end\r\n/);
    }

    it('stops by Ctrl-Z and comes back', async () => {
      await openJob();
      program.type('\x1a');
      await expectLeftAndStopped();
      await expectBack();
    });

    it('stops by SIGTSTP and comes back', async () => {
      process.kill(await openJob(), 'SIGTSTP');
      await expectLeftAndStopped();
      await expectBack();
    });

    it('takes the terminal again after SIGSTOP', async () => {
      process.kill(await openJob(), 'SIGSTOP');
      await program.until(/Stopped/);
      await program.until(/ready\$ /);
      await expectBack();
    });

    it('stops with the program that it runs, and both come back', async () => {
      await openJob();
      program.type('e');
      await program.until(/asks\r\n/);
      program.type('\x1a');
      await expectStopped();
      program.type('fg\r');
      await program.until(/fg\r\n/);
      await program.until(/waits\r\n/);
      program.type('yes\r');
      await program.until(/got yes/);
      await program.until(/\[child 6\]/);
      program.type('k');
      await program.until(/\[key k\]/);
      program.type('q');
      await program.until(/ready\$ /);
    });
  });
});
