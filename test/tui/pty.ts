import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { BINARY } from '../cli/run.ts';
import { rowsOf } from './terminal-rows.ts';

/** Milliseconds after which what should appear is missed. */
const PATIENCE = 30_000;

/**
 * Runs a program and tells its exit code, unseen. It stays: what is written on a terminal that nobody holds any longer
 * may be lost.
 */
const HOLD = '"$@"; printf "\\033]777;exit %s\\007" $?; read -r';
const EXIT = /\x1b\]777;exit (\d+)\x07/;

/** A program in a real pseudo-terminal, and the screen that it draws. */
export class Pty {
  readonly exited: Promise<number>;
  raw = '';
  readonly home: string;
  readonly #pty: IPty;
  #isOver = false;
  readonly #terminal: InstanceType<typeof xterm.Terminal>;

  constructor(
    command: string,
    args: readonly string[],
    { columns = 100, rows = 30, cwd = process.cwd(), env = {} as Record<string, string>, home = '' } = {},
  ) {
    this.home = home || mkdtempSync(join(tmpdir(), 'clausediff-home-'));
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn('bash', ['--norc', '-c', HOLD, 'hold', command, ...args], {
      cols: columns,
      rows,
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: this.home,
        TERM: 'xterm-256color',
        COLORTERM: 'truecolor',
        PS1: '$ ',
        ...env,
      },
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#terminal.write(data);
    });
    this.#terminal.onData((data) => this.#pty.write(data));
    this.exited = this.#exit();
    this.exited.catch(() => {});
  }

  get rows(): string[] {
    return rowsOf(this.#terminal);
  }

  get screen(): string {
    return this.rows.join('\n');
  }

  /** Whether the screen is the one that a program draws on, and not the one with the shell's past. */
  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  write(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal to the program. */
  kill(signal: NodeJS.Signals): void {
    const { pid } = this.#pty;
    const [child = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(child), signal);
  }

  async #exit(): Promise<number> {
    await this.until(() => EXIT.test(this.raw));
    // What was written before is on the screen once this is.
    await new Promise<void>((resolve) => this.#terminal.write('', resolve));
    return Number(EXIT.exec(this.raw)?.[1]);
  }

  /** Waits for the screen to be so; tells what it was instead. */
  async until(what: RegExp | string | (() => boolean)): Promise<void> {
    const holds = (): boolean =>
      typeof what === 'function'
        ? what()
        : typeof what === 'string'
          ? this.screen.includes(what)
          : what.test(this.screen);
    const end = Date.now() + PATIENCE;
    while (!holds()) {
      if (this.#isOver || Date.now() > end) throw new Error(`never came: ${what}\n${this.screen}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  end(): void {
    this.#isOver = true;
    try {
      this.#pty.kill('SIGKILL');
    } catch {
      // Ended already.
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}

export const openView = (args: readonly string[], options: ConstructorParameters<typeof Pty>[2] = {}): Pty =>
  new Pty(process.execPath, [BINARY, ...args], options);
