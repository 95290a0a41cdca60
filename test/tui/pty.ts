import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { BINARY } from '../cli/run.ts';
import { rowsOf } from './terminal-rows.ts';

/** Milliseconds after which what should appear is missed. */
const PATIENCE = 15_000;

/** A program in a real pseudo-terminal, and the screen that it draws. */
export class Pty {
  readonly exited: Promise<number>;
  raw = '';
  readonly home: string;
  readonly #pty: IPty;
  readonly #terminal: InstanceType<typeof xterm.Terminal>;

  constructor(
    command: string,
    args: readonly string[],
    { columns = 100, rows = 30, cwd = process.cwd(), env = {} as Record<string, string>, home = '' } = {},
  ) {
    this.home = home || mkdtempSync(join(tmpdir(), 'clausediff-home-'));
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(command, [...args], {
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
    this.exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode));
    });
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

  get pid(): number {
    return this.#pty.pid;
  }

  write(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
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
      if (Date.now() > end) throw new Error(`never came: ${what}\n${this.screen}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  end(): void {
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
