// Draws what stands on a real terminal as pictures for the README: test/screens/*.svg.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const [COLUMNS, ROWS] = [110, 30];
/** Pixels of a character cell, and around the screen. */
const [WIDTH, HEIGHT, MARGIN] = [8.4, 18, 12];
const COLOURS = { background: '#0d1117', text: '#e6edf3' };

const SCREENS = {
  clauses: ['}', '}', '}'],
  texts: ['}', '}', '}', 's'],
  timeline: ['T'],
};

async function show(args, keys, home) {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const pty = spawn(process.execPath, [resolve('dist/cli.js'), ...args, '--background', 'dark'], {
    cols: COLUMNS,
    rows: ROWS,
    cwd: resolve('drafts'),
    env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', COLORTERM: 'truecolor' },
  });
  terminal.onData((data) => pty.write(data));
  pty.onData((data) => terminal.write(data));
  const settle = async () => {
    for (let before; before !== textOf(terminal); ) {
      before = textOf(terminal);
      await new Promise((done) => setTimeout(done, 700));
    }
  };
  await settle();
  for (const key of keys) pty.write(key);
  await settle();
  pty.kill('SIGKILL');
  return terminal;
}

const textOf = ({ buffer }) =>
  Array.from({ length: ROWS }, (_, i) => buffer.active.getLine(i).translateToString()).join('\n');

function svgOf(buffer) {
  const [width, height] = [COLUMNS * WIDTH + 2 * MARGIN, ROWS * HEIGHT + 2 * MARGIN];
  const parts = [];
  for (let y = 0; y < ROWS; y++) parts.push(...rowParts(buffer.getLine(y), y));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
<title>clausediff in a terminal</title>
<rect width="100%" height="100%" rx="8" fill="${COLOURS.background}"/>
${parts.join('\n')}
</svg>
`;
}

/** Cells of one look in a row are one text. */
function rowParts(line, y) {
  const parts = [];
  for (let x = 0; x < COLUMNS; ) {
    const look = lookOf(line.getCell(x));
    let text = '';
    const start = x;
    while (x < COLUMNS && JSON.stringify(lookOf(line.getCell(x))) === JSON.stringify(look)) {
      const cell = line.getCell(x);
      text += cell.getChars() || ' ';
      x += cell.getWidth() || 1;
    }
    const [left, top] = [MARGIN + start * WIDTH, MARGIN + y * HEIGHT];
    if (look.behind)
      parts.push(
        `<rect x="${left}" y="${top}" width="${(x - start) * WIDTH}" height="${HEIGHT}" fill="${look.behind}"/>`,
      );
    if (text.trim() === '') continue;
    const lines = [look.underline && 'underline', look.strike && 'line-through'].filter(Boolean).join(' ');
    parts.push(
      `<text x="${left}" y="${top + 13.5}" textLength="${(x - start) * WIDTH}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="${look.colour}"${look.bold ? ' font-weight="bold"' : ''}${lines && ` text-decoration="${lines}"`}>${escaped(text)}</text>`,
    );
  }
  return parts;
}

function lookOf(cell) {
  const rgb = (isSet, colour) => (isSet ? `#${colour.toString(16).padStart(6, '0')}` : undefined);
  return {
    colour: rgb(cell.isFgRGB(), cell.getFgColor()) ?? COLOURS.text,
    behind: rgb(cell.isBgRGB(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    underline: cell.isUnderline() !== 0,
    strike: cell.isStrikethrough() !== 0,
  };
}

const escaped = (text) =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]);

for (const [name, keys] of Object.entries(SCREENS)) {
  const home = mkdtempSync(join(tmpdir(), 'clausediff-screens-'));
  const terminal = await show(name === 'timeline' ? ['view', '.'] : ['draft-2.md', 'draft-3.md'], keys, home);
  writeFileSync(`test/screens/${name}.svg`, svgOf(terminal.buffer.active));
  rmSync(home, { recursive: true });
}
