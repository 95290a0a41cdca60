import { type IPty, spawn } from '@lydell/node-pty';

const PATIENCE = 20_000;

/** A program on a real terminal, and what it has written. */
export class Transcript {
  readonly #pty: IPty;
  #output = '';
  #seen = 0;
  #changed: () => void = () => {};

  constructor(command: string, args: readonly string[]) {
    const { CI: _, ...env } = process.env;
    this.#pty = spawn(command, [...args], {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      env: { ...env, PS1: 'ready$ ', HISTFILE: '/dev/null' },
    });
    this.#pty.onData((data) => {
      this.#output += data;
      this.#changed();
    });
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** Waits for a text after the last one that was waited for; gives what was written up to its end. */
  async until(pattern: RegExp): Promise<RegExpExecArray & { readonly before: string }> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const rest = this.#output.slice(this.#seen);
      const match = pattern.exec(rest);
      if (match) {
        this.#seen += match.index + match[0].length;
        return Object.assign(match, { before: rest.slice(0, match.index) });
      }
      if (Date.now() > end) throw new Error(`no ${pattern} in ${JSON.stringify(rest)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - Date.now());
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Closes the window. */
  close(): void {
    this.#pty.kill('SIGHUP');
    (this.#pty as IPty & { destroy(): void }).destroy();
  }
}
