import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BINARY } from '../cli/run.ts';
import { openView, Pty } from './pty.ts';

/** What passes on a second try was the shell or the machine, which are busy; a fault of ours fails every time. */
const ON_A_REAL_TERMINAL = { retry: 1 };

/** What has to be undone at the end, whichever way it comes. */
const LEAVE = /\x1b\[\?7h\x1b\[\?25h\x1b\[\?1049l/;

let folder: string;
let open: Pty[];
const start = (args: readonly string[], options: Parameters<typeof openView>[1] = {}): Pty => {
  const view = openView(args, { cwd: folder, ...options });
  open.push(view);
  return view;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausediff-view-'));
  open = [];
  for (const n of [1, 2, 3, 4, 5]) copyFileSync(`drafts/draft-${n}.md`, join(folder, `draft-${n}.md`));
});
afterEach(() => {
  for (const view of open) view.end();
  rmSync(folder, { recursive: true, force: true });
});

const PAIR = ['draft-2.md', 'draft-3.md'];
const READY = /▸ +1\. +\+ new/;

describe('the view', ON_A_REAL_TERMINAL, () => {
  it('takes the keys that are typed before it is there', async () => {
    const view = start(['demo']);
    await view.until('drafts by name');
    view.write('q');
    expect(await view.exited).toBe(0);
  });

  it('opens, walks, searches, filters, shows every view, and quits', async () => {
    const view = start(PAIR);
    await view.until(READY);
    expect(view.isAlternate).toBe(true);
    view.write('}');
    await view.until(/▸ +3\. +~/);
    view.write('/reparation');
    await view.until(/\/reparation +1 clauses/);
    view.write('\r\x1b');
    await view.until(() => !view.screen.includes('/reparation'));
    view.write('s');
    await view.until('─ draft-2.md ─');
    view.write('l');
    await view.until(/▸ +3× ▼ actor weaker/);
    view.write('b');
    await view.until('─ brackets ─');
    view.write('t');
    await view.until('─ thread ─');
    view.write('T');
    await view.until(/substantive +16/);
    view.write('?');
    await view.until('next change; next match while searching');
    view.write('q');
    await view.until('─ timeline ─');
    view.write('1f');
    await view.until('[ ] actor');
    view.write('q');
    await view.until('─ clauses ─');
    view.write('q');
    expect(await view.exited).toBe(0);
    expect(view.raw).toMatch(LEAVE);
    expect(view.isAlternate).toBe(false);
  });

  it('loses no key that is held', async () => {
    const view = start(PAIR);
    await view.until(READY);
    view.write('gZ');
    await view.until('1/57');
    view.write('j'.repeat(40));
    await view.until('41/57');
    view.write('\x1b[A'.repeat(30));
    await view.until('11/57');
  });

  it('keeps the place and the frame when the terminal is resized', async () => {
    const view = start(PAIR, { columns: 200, rows: 60 });
    await view.until(READY);
    view.write('}}');
    await view.until(/▸ +b\) +~ actor/);
    const before = view.screen;
    for (const [columns, rows] of [
      [40, 10],
      [30, 8],
      [120, 20],
      [200, 60],
    ] as const) {
      view.resize(columns, rows);
      await view.until(columns < 40 ? 'Too small' : /▸ +b\)/);
    }
    await view.until(() => view.screen.replace(/\d+\/\d+$/, '') === before.replace(/\d+\/\d+$/, ''));
  });

  it('shows a chain, and any two drafts of it', async () => {
    const view = start(['.']);
    await view.until('5 of 5');
    view.write('[');
    await view.until('draft-3.md → draft-4.md');
    view.write('T');
    await view.until(/substantive +\d+ +\d+ +\d+ +\d+/);
    view.write('\x1b[D\x1b[DB\x1b[C\x1b[C\x1b[C\r');
    await view.until('draft-2.md → draft-5.md');
  });

  it('keeps marks for the next time, and for a report', async () => {
    const view = start(PAIR);
    await view.until(READY);
    view.write('x*afor Paris\r');
    await view.until('✎ for Paris');
    view.write('r\x15marked.md\r');
    await view.until('written: marked.md');
    expect(readFileSync(join(folder, 'marked.md'), 'utf8')).toContain('★ for Paris');
    view.write('q');
    await view.exited;
    expect(statSync(join(view.home, '.local/state/clausediff/marks.jsonl')).mode & 0o777).toBe(0o600);
    const again = start(PAIR, { home: view.home });
    await again.until('1/17 seen');
    again.write('}');
    await again.until('✎ for Paris');
  });

  it('writes a report of what is filtered', async () => {
    const view = start(PAIR);
    await view.until(READY);
    view.write('r');
    await view.until('report to file: changes.html');
    view.write('\x1b[H\x15\x1b[F\x15actors.md\r');
    await view.until('written: actors.md');
    expect(readFileSync(join(folder, 'actors.md'), 'utf8')).toContain('the Europeans');
    view.write('r');
    await view.until('report to file');
    view.write('\x15actors.xyz\r');
    await view.until('no format has this ending');
  });

  it('follows a draft that changes on disk, and stays on its clause', async () => {
    const view = start(PAIR);
    await view.until(READY);
    view.write('/takes note of\r\x1b');
    await view.until(/▸ +3\./);
    const path = join(folder, 'draft-3.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('takes note of', 'strongly condemns'));
    await view.until(/strongly condemns/);
    expect(view.screen).toMatch(/▸ +3\./);
  });

  it('copies old and new wording', async () => {
    const view = start(PAIR);
    await view.until(READY);
    view.write('}y');
    await view.until('copied');
    const [, encoded = ''] = /\x1b\]52;c;([^\x07]*)\x07/.exec(view.raw) ?? [];
    const text = Buffer.from(encoded, 'base64').toString();
    expect(text).toContain('draft-2.md, I/2: “2. The European Council welcomes');
    expect(text).toContain('draft-3.md, I/3: “3. The European Council takes note of');
  });

  it('opens the editor at the line, and comes back', async () => {
    const editor = join(folder, 'my vi');
    writeFileSync(editor, '#!/bin/sh\necho "EDITING $*"\nread line\n');
    chmodSync(editor, 0o755);
    const view = start(PAIR, { env: { EDITOR: `"${editor}" --flag` } });
    await view.until(READY);
    view.write('o');
    await view.until(/EDITING --flag .*draft-3\.md/);
    expect(view.isAlternate).toBe(false);
    view.write('\r');
    await view.until(READY);
    expect(view.isAlternate).toBe(true);
    view.write('j');
    await view.until(/▸ +2\. +=/);
  });

  it('says so when there is no such editor', async () => {
    const view = start(PAIR, { env: { EDITOR: 'no-such-editor' } });
    await view.until(READY);
    view.write('o');
    await view.until(/no-such-editor: .*ENOENT/);
  });

  it('is worked with the mouse once that is on', async () => {
    const view = start(['view', '--mouse', ...PAIR]);
    await view.until(READY);
    view.write('\x1b[<0;5;5M\x1b[<0;5;5m');
    await view.until('▸   I. UKRAINE');
    view.write('M');
    await view.until('mouse off');
    expect(view.raw).toContain('\x1b[?1006h');
    expect(view.raw).toContain('\x1b[?1006l');
  });

  it('takes drafts from standard input and keys from the terminal', async () => {
    const view = new Pty('bash', ['-c', `cat draft-2.md | "${process.execPath}" "${BINARY}" - draft-3.md`], {
      cwd: folder,
    });
    open.push(view);
    await view.until(READY);
    expect(view.screen).toContain('standard input → draft-3.md');
    view.write('q');
    expect(await view.exited).toBe(0);
  });

  it('reads the history of a file in git', async () => {
    const sh = (line: string): string => `git -c user.name=A -c user.email=a@b.c ${line}`;
    const script = [
      'git init -q .',
      'cp draft-1.md text.md',
      'git add text.md',
      sh('commit -qm first'),
      'cp draft-2.md text.md',
      sh('commit -qam second'),
      'cp draft-3.md text.md',
      sh('commit -qam third'),
      `"${process.execPath}" "${BINARY}" view --history text.md`,
    ].join(' && ');
    const view = new Pty('bash', ['-c', script], { cwd: folder });
    open.push(view);
    await view.until(/3 of 3/);
    await view.until(READY);
    view.write('T');
    await view.until(/A: third/);
    view.write('q');
    expect(await view.exited).toBe(0);
  });
});

describe('a view', ON_A_REAL_TERMINAL, () => {
  it('is the same in a shell that has CI set', async () => {
    const view = start(PAIR, { env: { CI: 'true' } });
    await view.until(READY);
    view.write('j');
    await view.until(/▸ +2\. +=/);
  });

  it('tells what takes long, and ends it on Escape', async () => {
    const paragraph = (i: number, word: string): string =>
      `${i}. The European Council ${word} item ${i * 31} and ${i * 17} of list ${i % 97}.`;
    for (const [name, word] of [
      ['a.md', 'welcomes'],
      ['b.md', 'recalls'],
    ] as const)
      writeFileSync(
        join(folder, name),
        Array.from({ length: 20_000 }, (_, i) => paragraph(i, word)).join('\n\n'),
      );
    const view = start(['a.md', 'b.md']);
    await view.until(/comparing a\.md and b\.md … \d+ s +Esc cancels/);
    view.write('\x1b');
    expect(await view.exited).toBe(0);
    expect(view.isAlternate).toBe(false);
  });

  it('obeys nothing that a draft says', async () => {
    const hostile = 'a \x1b[2J\x1b]0;owned\x07\x1b[?1049l b \u202e c \x9b31m';
    writeFileSync(join(folder, 'hostile.md'), `1. ${hostile}\n\n2. The Council meets.\n`);
    writeFileSync(join(folder, 'plain.md'), '1. a b c\n\n2. The Council meets.\n');
    const view = start(['plain.md', 'hostile.md']);
    await view.until('␛[2J␛]0;owned␇');
    expect(view.isAlternate).toBe(true);
    expect(view.raw).not.toContain('\x1b]0;owned');
    view.write('y');
    await view.until('copied');
    const [, encoded = ''] = /\x1b\]52;c;([^\x07]*)\x07/.exec(view.raw) ?? [];
    expect(Buffer.from(encoded, 'base64').toString()).not.toMatch(/[\x00-\x08\x1b\x9b]/);
  });
});

describe('keys and colours of a reader', ON_A_REAL_TERMINAL, () => {
  it('come from a configuration of their own, never from the project', async () => {
    const home = mkdtempSync(join(tmpdir(), 'clausediff-home-'));
    mkdirSync(join(home, '.config/clausediff'), { recursive: true });
    writeFileSync(
      join(home, '.config/clausediff/config.yaml'),
      'keys: {quit: Q, help: false}\ntheme: {insert: "#123456 bold"}\n',
    );
    writeFileSync(join(folder, '.clausediffrc.yaml'), 'language: en\n');
    const view = start(PAIR, { home });
    await view.until(READY);
    expect(view.raw).toContain('38;2;18;52;86');
    view.write('q?j');
    await view.until(/▸ +2\. +=/);
    view.write('Q');
    expect(await view.exited).toBe(0);
  });

  it('are refused in one line where they make no sense', async () => {
    const home = mkdtempSync(join(tmpdir(), 'clausediff-home-'));
    mkdirSync(join(home, '.config/clausediff'), { recursive: true });
    writeFileSync(join(home, '.config/clausediff/config.yaml'), 'keys: {fly: Q}\n');
    const view = start(PAIR, { home });
    expect(await view.exited).toBe(2);
    expect(view.screen.replaceAll('\n', '')).toMatch(/config\.yaml: line 1: keys: unknown key "fly"/);
  });

  it('are none with NO_COLOR, and marks tell what changed', async () => {
    const view = start(PAIR, { env: { NO_COLOR: '1' } });
    await view.until(READY);
    view.write('}');
    await view.until('{-welcomes-} {+takes note of+}');
    expect(view.raw).not.toMatch(/\x1b\[[\d;]*(?:3[0-8]|4[0-8]|9[0-7])[\d;]*m/);
  });
});

describe('whichever way it ends', ON_A_REAL_TERMINAL, () => {
  it.each([
    ['Ctrl-C', (view: Pty) => view.write('\x03'), 0],
    ['SIGTERM', (view: Pty) => view.kill('SIGTERM'), 143],
    ['SIGHUP', (view: Pty) => view.kill('SIGHUP'), 129],
    ['SIGINT', (view: Pty) => view.kill('SIGINT'), 130],
  ])('%s gives the terminal back', async (_, end, code) => {
    const view = start(PAIR);
    await view.until(READY);
    end(view);
    expect(await view.exited).toBe(code);
    expect(view.raw.slice(view.raw.lastIndexOf('1049h'))).toMatch(LEAVE);
    expect(view.isAlternate).toBe(false);
  });

  it('is suspended, and goes on', async () => {
    const view = new Pty('bash', ['--norc', '--noprofile', '-i'], { cwd: folder });
    open.push(view);
    view.write(`"${process.execPath}" "${BINARY}" draft-2.md draft-3.md; stty -a\n`);
    await view.until(READY);
    view.write('jj\x1a');
    await view.until(/Stopped/);
    expect(view.isAlternate).toBe(false);
    view.write('fg\n');
    await view.until(/▸ +3\. +~/);
    view.write('q');
    await view.until(/icanon(.|\n)* echo /);
  });

  it('says in one line why there is nothing to see', async () => {
    const view = start(['draft-2.md', 'absent.md']);
    expect(await view.exited).toBe(2);
    expect(view.isAlternate).toBe(false);
    expect(view.screen.trim()).toBe('clausediff: absent.md: no such file; check the path');
  });

  it('is the printed diff where the terminal cannot show it', async () => {
    const dumb = start(PAIR, { env: { TERM: 'dumb' } });
    expect(await dumb.exited).toBe(1);
    expect(dumb.raw).toMatch(
      /^clausediff: the printed diff instead of the view: this terminal cannot place its cursor/,
    );
    expect(dumb.raw).toContain('~ I/3');
    const reader = start(['view', '--screen-reader', ...PAIR]);
    expect(await reader.exited).toBe(1);
    expect(reader.raw).toContain('instead of the view: screen reader');
    expect(reader.raw).not.toContain('\x1b[?1049h');
  });
});
