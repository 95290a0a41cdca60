// The interactive view in a real pseudo-terminal: first frame, a key to its frame, bytes of a scroll, memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const CLI = resolve('dist/cli.js');
const [COLUMNS, ROWS] = [120, 40];
const KEYS = 100;
const MANY_KEYS = 10_000;

const sleep = (time) => new Promise((done) => setTimeout(done, time));
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const quantile = (all, q) => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * q)];

class View {
  constructor(args, home) {
    this.bytes = 0;
    this.terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
    this.start = performance.now();
    this.pty = spawn(process.execPath, [CLI, ...args], {
      cols: COLUMNS,
      rows: ROWS,
      env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', COLORTERM: 'truecolor' },
    });
    this.terminal.onData((data) => this.pty.write(data));
    this.pty.onData((data) => {
      this.bytes += data.length;
      this.heard = performance.now();
      this.terminal.write(data);
    });
    this.exited = new Promise((done) => this.pty.onExit(done));
  }

  text() {
    const { active } = this.terminal.buffer;
    return Array.from({ length: ROWS }, (_, i) => active.getLine(i)?.translateToString(true) ?? '').join(
      '\n',
    );
  }

  async until(pattern) {
    const end = performance.now() + 60_000;
    while (!pattern.test(this.text())) {
      if (performance.now() > end) throw new Error(`never came: ${pattern}\n${this.text()}`);
      await sleep(2);
    }
    return this.heard - this.start;
  }

  /** Milliseconds from a key to the last byte of its frame, and how many bytes that was. */
  async press(key) {
    await sleep(60);
    const [bytes, start] = [this.bytes, performance.now()];
    this.pty.write(key);
    while (this.bytes === bytes && performance.now() - start < 1000) await new Promise(setImmediate);
    await sleep(20);
    return { time: this.heard - start, bytes: this.bytes - bytes };
  }

  /** Resident memory in MiB, after what can be collected may be. */
  memory() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pty.pid}/status`, 'utf8'))[1]) / 1024;
  }

  async quit() {
    this.pty.write('q');
    await this.exited;
  }
}

/** @returns rows of the bench: what, how long, beside what */
export async function benchView() {
  const home = mkdtempSync(join(tmpdir(), 'clausediff-bench-'));
  const files = (clauses) =>
    [0, 1].map((version) => {
      const path = join(home, `${clauses}-${version}.md`);
      writeFileSync(path, text(clauses, version));
      return path;
    });
  const rows = [];
  const ms = (time) => `${time.toFixed(1)} ms`;
  try {
    const pair = ['drafts/draft-2.md', 'drafts/draft-3.md'];
    const bare = [];
    const [frames, contents] = [[], []];
    for (let i = 0; i < 9; i++) {
      const start = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      bare.push(performance.now() - start);
      const view = new View(pair, home);
      frames.push(await view.until(/clausediff/));
      contents.push(await view.until(/▸ +1\. +\+ new/));
      await view.quit();
    }
    const node = median(bare);
    rows.push([
      'view: first frame',
      ms(median(frames)),
      `${(median(frames) / node).toFixed(2)} × node -e 0 (${ms(node)})`,
    ]);
    rows.push([
      'view: first frame with the clauses',
      ms(median(contents)),
      `${(median(contents) / node).toFixed(2)} × node -e 0`,
    ]);

    const times = {};
    for (const clauses of [60, 5000]) {
      const view = new View(files(clauses), home);
      await view.until(/\/\d+ seen/);
      await view.press('Z');
      await view.press('g');
      const pressed = [];
      for (let i = 0; i < KEYS; i++) pressed.push(await view.press('j'));
      times[clauses] = median(pressed.map(({ time }) => time));
      const scrolls = pressed.slice(ROWS - 8, 54 - 8).map(({ bytes }) => bytes);
      rows.push([
        `view: key to frame, ${clauses} clauses`,
        ms(times[clauses]),
        `95 %: ${ms(
          quantile(
            pressed.map(({ time }) => time),
            0.95,
          ),
        )}; a one-line scroll ${median(scrolls)} bytes`,
      ]);
      if (clauses === 5000) {
        for (let i = 0; i < 500; i++) view.pty.write('jk');
        await sleep(1500);
        const before = view.memory();
        for (let i = 0; i < MANY_KEYS / 100; i++) {
          view.pty.write('jk'.repeat(50));
          await sleep(30);
        }
        await sleep(1500);
        rows.push([
          `view: memory after ${MANY_KEYS} keys`,
          `${view.memory().toFixed(0)} MiB`,
          `before: ${before.toFixed(0)} MiB`,
        ]);
      }
      await view.quit();
    }
    rows.push(['view: 5000 clauses beside 60', '', `${(times[5000] / times[60]).toFixed(2)} ×`]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return rows;
}

/** Numbered paragraphs, one in ten of them edited. */
function text(clauses, version) {
  const verbs = ['welcomes', 'takes note of', 'recalls', 'underlines'];
  return Array.from({ length: clauses }, (_, i) => {
    const verb = verbs[(i + (version === 1 && i % 10 === 0 ? 1 : 0)) % verbs.length];
    return `${i + 1}. The European Council ${verb} report ${i} of the Commission on measure ${i * 7}, and the work of group ${i % 13} that prepared it.`;
  }).join('\n\n');
}
