import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/tui/terminal/screen.ts';
import { rowsOf } from './terminal-rows.ts';

class FakeOutput extends EventEmitter {
  columns: number;
  rows: number;
  written = '';
  readonly #terminal: InstanceType<typeof xterm.Terminal>;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#terminal.write('\x1b[?7l');
  }

  write(text: string): void {
    this.written += text;
    this.#terminal.write(text);
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.#terminal.resize(columns, rows);
    this.emit('resize');
  }

  async shown(): Promise<string[]> {
    await new Promise<void>((resolve) => this.#terminal.write('', resolve));
    return rowsOf(this.#terminal);
  }
}

const style = fc.constantFrom('', '\x1b[1m', '\x1b[36;4m', '\x1b[38;2;1;2;3m', '\x1b[7m');
const piece = fc
  .tuple(style, fc.string({ unit: fc.constantFrom('a', 'b', 'é', '漢', 'я', ' ', '…', '─'), maxLength: 8 }))
  .map(([sgr, text]) => (sgr === '' ? text : `${sgr}${text}\x1b[0m`));
const line = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
const plain = (text: string): string => text.replace(/\x1b\[[\d;]*m/g, '').trimEnd();

describe('a screen', () => {
  it('shows the newest frame, whatever was there before', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('lines' as const),
        lines: fc.array(line, { minLength: 2, maxLength: 14 }),
      }),
      fc.record({ kind: fc.constant('shift' as const), by: fc.integer({ min: -6, max: 6 }) }),
      fc.record({ kind: fc.constant('edit' as const), at: fc.nat(13), line }),
      fc.record({ kind: fc.constant('size' as const), rows: fc.integer({ min: 3, max: 16 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const output = new FakeOutput(60, 12);
        const screen = new Screen(output);
        let lines = Array.from({ length: 12 }, (_, i) => `row ${i}`);
        for (const change of steps) {
          if (change.kind === 'lines') lines = change.lines;
          if (change.kind === 'shift')
            lines = lines.map((_, i) => lines[i + change.by] ?? `fresh ${i} ${change.by}`);
          if (change.kind === 'edit') lines = lines.with(change.at % lines.length, change.line);
          if (change.kind === 'size') output.resize(60, change.rows);
          screen.write(lines.join('\n'));
          screen.flushNow();
          const wanted = lines.slice(0, output.rows).map(plain);
          while (wanted.length < output.rows) wanted.push('');
          expect(await output.shown()).toEqual(wanted);
        }
        screen.close();
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the character in the last column', async () => {
    const output = new FakeOutput(10, 3);
    const screen = new Screen(output);
    for (const frame of ['0123456789\nb\nc', '012345678X\nb\nc']) {
      screen.write(frame);
      screen.flushNow();
    }
    expect(await output.shown()).toEqual(['012345678X', 'b', 'c']);
  });

  it('writes little where little changed', () => {
    const output = new FakeOutput(120, 40);
    const screen = new Screen(output);
    const lines = Array.from({ length: 60 }, (_, i) => `\x1b[36;4m${i}\x1b[0m ${'word '.repeat(20)}`);
    const draw = (frame: readonly string[]): number => {
      const before = output.written.length;
      screen.write(frame.join('\n'));
      screen.flushNow();
      return output.written.length - before;
    };
    draw(lines.slice(0, 40));
    expect(draw(lines.slice(0, 40))).toBe(0);
    expect(draw(lines.slice(1, 41))).toBeLessThan(300);
    expect(draw(lines.slice(0, 40))).toBeLessThan(300);
  });

  it('draws everything anew when another program was there', async () => {
    const output = new FakeOutput(10, 2);
    const screen = new Screen(output);
    screen.write('one\ntwo');
    screen.flushNow();
    output.write('\x1b[Hgarbage');
    screen.invalidate();
    screen.flushNow();
    expect(await output.shown()).toEqual(['one', 'two']);
  });

  it('takes no part in what Ink does with the cursor', () => {
    const output = new FakeOutput(10, 2);
    const screen = new Screen(output);
    screen.write('\x1b[?25l');
    screen.write('');
    screen.flushNow();
    expect(output.written).toBe('');
  });
});
