import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';

/** A terminal without a window, with automatic wrapping off as a session sets it. */
export class FakeTerminal extends EventEmitter {
  readonly #terminal: xterm.Terminal;
  readonly writes: string[] = [];
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
    this.#terminal.write('\x1b[?1049h\x1b[?7l');
  }

  write(text: string): boolean {
    this.writes.push(text);
    this.#terminal.write(text);
    return true;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.#terminal.resize(columns, rows);
    this.emit('resize');
  }

  /** Each row: its characters, and where a style begins. */
  async show(): Promise<string[]> {
    await new Promise<void>((resolve) => this.#terminal.write('', resolve));
    const buffer = this.#terminal.buffer.active;
    return Array.from({ length: this.rows }, (_, y) => this.#row(buffer.getLine(y)!));
  }

  #row(line: xterm.IBufferLine): string {
    let shown = '';
    let last = '';
    for (let x = 0; x < this.columns; x += 1) {
      const cell = line.getCell(x)!;
      const style = [
        cell.getFgColor(),
        cell.getBgColor(),
        cell.isBold(),
        cell.isInverse(),
        cell.isUnderline(),
        cell.isStrikethrough(),
      ].join();
      if (style !== last) shown += `{${style}}`;
      last = style;
      shown += cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
    }
    return shown;
  }
}
