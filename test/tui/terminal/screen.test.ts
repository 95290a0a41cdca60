import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Screen } from '../../../src/tui/terminal/screen.ts';
import { FakeTerminal } from './fake-terminal.ts';

const WORDS = ['clause', 'the Union', '日本', 'é', 'e\u0301', '─│', '  ', '+', '1', 'x'];
const STYLES = [
  '\x1b[31m',
  '\x1b[1m',
  '\x1b[7m',
  '\x1b[38;5;12m',
  '\x1b[48;2;1;2;3m',
  '\x1b[4m',
  '\x1b[39m',
  '\x1b[0m',
  '\x1b[9m',
];

const line = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...STYLES)), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));
/** Two lines at least: an empty text is no frame. */
const frame = fc.array(line, { minLength: 2, maxLength: 24 });

type Step =
  | { do: 'draw'; lines: string[] }
  | { do: 'scroll'; by: number; top: number; fill: string }
  | { do: 'edit'; row: number; column: number; text: string }
  | { do: 'resize'; columns: number; rows: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('draw' as const), lines: frame }),
  fc.record({
    do: fc.constant('scroll' as const),
    by: fc.integer({ min: -4, max: 4 }),
    top: fc.nat(3),
    fill: line,
  }),
  fc.record({
    do: fc.constant('edit' as const),
    row: fc.nat(23),
    column: fc.nat(20),
    text: fc.constantFrom(...WORDS, '\u0301'),
  }),
  fc.record({
    do: fc.constant('resize' as const),
    columns: fc.integer({ min: 4, max: 30 }),
    rows: fc.integer({ min: 2, max: 24 }),
  }),
);

/** The next frame. An edit may cut a style in two; what both terminals make of that must be the same. */
function apply(lines: readonly string[], change: Step): string[] {
  switch (change.do) {
    case 'draw':
      return change.lines;
    case 'scroll': {
      const still = lines.slice(0, change.top);
      const moving = lines.slice(change.top);
      const fill = Array.from({ length: Math.abs(change.by) }, (_, i) => `${i}${change.fill}`);
      return change.by > 0
        ? [...still, ...moving.slice(change.by), ...fill]
        : [...still, ...fill, ...moving.slice(0, moving.length + change.by)];
    }
    case 'edit':
      return lines.map((text, i) => (i === change.row ? insert(text, change.column, change.text) : text));
    case 'resize':
      return [...lines];
  }
}

function insert(line: string, column: number, text: string): string {
  const tokens = line.match(/\x1b\[[\d;]*m|./gu) ?? [];
  return [...tokens.slice(0, column), text, ...tokens.slice(column + 1)].join('');
}

/** What a terminal shows that draws the frame on an empty screen. */
async function repaint(lines: readonly string[], columns: number, rows: number): Promise<string[]> {
  const terminal = new FakeTerminal(columns, rows);
  for (let i = 0; i < rows; i += 1) terminal.write(`\x1b[${i + 1};1H\x1b[0m${lines[i] ?? ''}`);
  return terminal.show();
}

describe('the screen', () => {
  it('shows every frame as a plain repaint would', async () => {
    await fc.assert(
      fc.asyncProperty(frame, fc.array(step, { maxLength: 10 }), async (first, steps) => {
        const terminal = new FakeTerminal(24, 12);
        const screen = new Screen(terminal);
        let lines = first;
        screen.write(lines.join('\n'));
        screen.flushNow();
        for (const change of steps) {
          if (change.do === 'resize') terminal.resize(change.columns, change.rows);
          lines = apply(lines, change);
          screen.write(lines.join('\n'));
          screen.flushNow();
          expect(await terminal.show()).toEqual(await repaint(lines, terminal.columns, terminal.rows));
        }
        screen.close();
      }),
      { numRuns: 300 },
    );
  });

  const CLAUSES = Array.from(
    { length: 60 },
    (_, i) => `\x1b[1m${i}.\x1b[22m ${`the clause ${i} says so `.repeat(5)}`,
  );
  const drawn = (...frames: readonly (readonly string[])[]): FakeTerminal => {
    const terminal = new FakeTerminal(120, 40);
    const screen = new Screen(terminal);
    for (const lines of frames) {
      screen.write(lines.join('\n'));
      screen.flushNow();
    }
    screen.close();
    return terminal;
  };

  it('scrolls by one line in fewer bytes than two lines have', () => {
    const header = ['title', '─'.repeat(120)];
    const page = (from: number): string[] => [...header, ...CLAUSES.slice(from, from + 37), `${from}/60`];
    expect(drawn(page(0), page(1)).writes[1]!.length).toBeLessThan(250);
    expect(drawn(page(1), page(0)).writes[1]!.length).toBeLessThan(250);
  });

  it('moves a mark in less than 1 kB', () => {
    const page = (selected: number): string[] =>
      CLAUSES.slice(0, 40).map((text, i) => `${i === selected ? '▸' : ' '} ${text}`);
    expect(drawn(page(3), page(4)).writes[1]!.length).toBeLessThan(1000);
  });

  it('writes only the characters that differ', () => {
    const [, second] = drawn(
      ['the clause says \x1b[31mthis\x1b[39m'],
      ['the clause says \x1b[31mthat\x1b[39m'],
    ).writes;
    expect(second).toBe('\x1b[?2026h\x1b[1;19H\x1b[31mat\x1b[0m\x1b[?2026l');
  });

  it('writes nothing for the same frame', () => {
    expect(drawn(['a'], ['a']).writes).toHaveLength(1);
  });

  it('writes the newest frame only, and no cursor of Ink', async () => {
    const terminal = new FakeTerminal(20, 2);
    const drawnFrames = await new Promise<string[]>((resolve) => {
      const screen = new Screen(terminal, { onFrame: () => resolve(terminal.writes) });
      for (const text of ['one', 'two', 'three', '', '\x1b[?25l']) screen.write(text);
    });
    expect(drawnFrames).toHaveLength(1);
    expect((await terminal.show())[0]).toContain('three');
  });

  it('draws every line after someone else has written, and after a resize', async () => {
    const terminal = new FakeTerminal(20, 3);
    const screen = new Screen(terminal);
    let resizes = 0;
    screen.on('resize', () => {
      resizes += 1;
    });
    screen.write('a\nb\nc');
    screen.flushNow();
    terminal.write('\x1b[2J\x1b[Hnoise');
    screen.invalidate();
    screen.flushNow();
    expect(await terminal.show()).toEqual(await repaint(['a', 'b', 'c'], 20, 3));
    terminal.resize(10, 2);
    screen.flushNow();
    expect(await terminal.show()).toEqual(await repaint(['a', 'b'], 10, 2));
    expect({ resizes, columns: screen.columns, rows: screen.rows }).toEqual({
      resizes: 1,
      columns: 10,
      rows: 2,
    });
  });

  it('waits for a slow terminal, and then draws the newest frame', async () => {
    const terminal = new FakeTerminal(20, 1);
    const write = terminal.write.bind(terminal);
    terminal.write = (text) => write(text) && false;
    vi.useFakeTimers();
    const screen = new Screen(terminal);
    for (const text of ['one', 'two', 'three']) {
      screen.write(text);
      vi.runAllTimers();
    }
    expect(terminal.writes).toHaveLength(1);
    terminal.emit('drain');
    vi.runAllTimers();
    vi.useRealTimers();
    expect(terminal.writes).toHaveLength(2);
    expect((await terminal.show())[0]).toContain('three');
  });

  it('writes nothing once it is closed', () => {
    const terminal = new FakeTerminal(20, 1);
    const screen = new Screen(terminal);
    screen.close();
    screen.write('late');
    screen.flushNow();
    terminal.resize(10, 1);
    expect(terminal.writes).toEqual([]);
    expect(terminal.listenerCount('resize')).toBe(0);
  });
});
