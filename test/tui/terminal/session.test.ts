import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pty } from './pty.ts';

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J\x1b[H\x1b[?2004h';
const LEAVE =
  '\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[r\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l';

/** What passes on a second try was the shell or the machine, which are busy; a fault of ours fails every time. */
const ON_A_REAL_TERMINAL = { retry: 1 };

describe('a session', ON_A_REAL_TERMINAL, () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausediff-session-'));
  const app = join(folder, 'app.mjs');
  const exitFile = join(folder, 'exit');
  let pty: Pty;

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
  afterEach(() => pty.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const COMMAND = `"${process.execPath}" "${app}" "${exitFile}"`;

  /**
   * Runs the app under a script that then tells its exit code and the modes of the terminal. It stays: what is written
   * on a terminal that nobody holds any longer may be lost.
   */
  async function open(command = COMMAND): Promise<number> {
    pty = new Pty('bash', ['--norc', '-c', `${command}; echo "code $?"; stty -a; echo end; read -r`]);
    return opened();
  }

  async function opened(): Promise<number> {
    const { before, 1: pid } = await pty.until(/\[pid (\d+)\]/);
    expect(before.endsWith(ENTER)).toBe(true);
    return Number(pid);
  }

  /** The app has left its screen, written nothing but the message, and left the modes of a shell. */
  async function expectLeft(code: number, message = ''): Promise<void> {
    const { before } = await pty.until(new RegExp(`code ${code}\r\n`));
    expect(before.slice(before.lastIndexOf(LEAVE))).toBe(`${LEAVE}${message}`);
    expect(before.split(LEAVE)).toHaveLength(2);
    await expectCooked(/end\r\n/);
  }

  async function expectCooked(end: RegExp): Promise<void> {
    const { before } = await pty.until(end);
    expect(before).toMatch(/(?<!-)\bicanon\b/);
    expect(before).toMatch(/(?<!-)\becho\b/);
  }

  it('gives the terminal back when it is closed, and lets the process end', async () => {
    await open();
    pty.type('j\x1b[A');
    await pty.until(/\[key j\]\[key up\]/);
    pty.type('q');
    await expectLeft(0);
  });

  it.each([
    ['t', 70, 'clausediff: internal error, please report it: Error: thrown ␛[31m here\r\n'],
    ['r', 70, 'clausediff: internal error, please report it: Error: rejected\r\n'],
    ['x', 3, ''],
  ])('gives the terminal back before it ends by "%s" with %i', async (key, code, message) => {
    await open();
    pty.type(key);
    await expectLeft(code, message);
  });

  it('takes the app down before it tells of an error', async () => {
    await open();
    pty.type('t');
    const { before } = await pty.until(/internal error/);
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
    pty.type('j');
    await pty.until(/\[key j\]/);
    pty.type('t');
    await pty.until(/\[fatal\]/);
    await pty.until(/code 70\r\n/);
    await expectCooked(/end\r\n/);
  });

  it('lets the process end also when keys come from the terminal', async () => {
    await open(`echo draft | ${COMMAND}`);
    pty.type('q');
    await expectLeft(0);
  });

  it('runs a program on the terminal, and comes back', async () => {
    await open();
    pty.type('e');
    const { before } = await pty.until(/asks\r\n/);
    expect(before.endsWith(LEAVE)).toBe(true);
    pty.type('jj\r');
    await expectCooked(/got jj\r\n/);
    expect((await pty.until(/\[resumed\]/)).before).toBe(ENTER);
    await pty.until(/\[child 6\]/);
    pty.type('k');
    expect((await pty.until(/\[key k\]/)).before).toBe('');
    pty.type('q');
    await expectLeft(0);
  });

  it('tells why a program did not run', async () => {
    await open();
    pty.type('n');
    await pty.until(/\[child Error: .*ENOENT\]/);
    pty.type('q');
    await pty.until(/code 0/);
  });

  it('leaves Ctrl-C to the program that runs', async () => {
    await open();
    pty.type('i');
    await pty.until(/child waits/);
    pty.type('\x03');
    await pty.until(/interrupted/);
    await pty.until(/\[child 5\]/);
    pty.type('k');
    await pty.until(/\[key k\]/);
    pty.type('q');
    await pty.until(/code 0/);
  });

  it('turns the mouse on for itself only', async () => {
    await open();
    pty.type('m');
    await pty.until(/\x1b\[\?1000h\x1b\[\?1002h\x1b\[\?1006h/);
    pty.type('\x1b[<64;3;4M');
    await pty.until(/\{"kind":"mouse","action":"wheel-up","x":2,"y":3\}/);
    pty.type('q');
    await expectLeft(0);
  });

  it('goes on when there is no shell to go back to', async () => {
    pty = new Pty(process.execPath, [app, exitFile]);
    await opened();
    pty.type('\x1a');
    await pty.until(/\[resumed\]/);
    pty.type('k');
    await pty.until(/\[key k\]/);
  });

  it.each([
    ['tells it so', COMMAND],
    ['does not', `${COMMAND} deaf`],
  ])('ends when its terminal is gone, which %s', async (_, command) => {
    const pid = await open(command);
    pty.close();
    await vi.waitFor(
      () => expect(existsSync(exitFile) && readFileSync(exitFile, 'utf8')).toBe('129'),
      10_000,
    );
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000);
  });

  it('does not begin without a terminal', () => {
    pty = new Pty('true', []);
    const { stdout, status } = spawnSync(process.execPath, [app, exitFile], { encoding: 'utf8', input: '' });
    expect({ stdout, status }).toEqual({ stdout: 'no terminal\n', status: 4 });
  });

  describe('under a shell with jobs', () => {
    async function openJob(): Promise<number> {
      pty = new Pty('bash', ['--norc', '--noprofile', '-i']);
      await pty.until(/ready\$ /);
      pty.type(`${COMMAND}\r`);
      await pty.until(/\r\n/);
      return opened();
    }

    async function expectStopped(): Promise<void> {
      await pty.until(/Stopped/);
      await pty.until(/ready\$ /);
      pty.type('stty -a; echo "e"nd\r');
      await expectCooked(/end\r\n/);
      await pty.until(/ready\$ /);
    }

    async function expectLeftAndStopped(): Promise<void> {
      expect((await pty.until(/\x1b\[\?1049l/)).before).toContain(LEAVE.replace('\x1b[?1049l', ''));
      await expectStopped();
    }

    async function expectBack(): Promise<void> {
      pty.type('fg\r');
      await pty.until(/\[resumed\]/);
      pty.type('k');
      await pty.until(/\[key k\]/);
      pty.type('q');
      await pty.until(/ready\$ /);
      pty.type('stty -a; echo "e"nd\r');
      await expectCooked(/end\r\n/);
    }

    it('stops by Ctrl-Z and comes back', async () => {
      await openJob();
      pty.type('\x1a');
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
      await pty.until(/Stopped/);
      await pty.until(/ready\$ /);
      await expectBack();
    });

    it('stops with the program that it runs, and both come back', async () => {
      await openJob();
      pty.type('e');
      await pty.until(/asks\r\n/);
      pty.type('\x1a');
      await expectStopped();
      pty.type('fg\r');
      await pty.until(/fg\r\n/);
      await pty.until(/waits\r\n/);
      pty.type('yes\r');
      await pty.until(/got yes/);
      await pty.until(/\[child 6\]/);
      pty.type('k');
      await pty.until(/\[key k\]/);
      pty.type('q');
      await pty.until(/ready\$ /);
    });
  });
});
