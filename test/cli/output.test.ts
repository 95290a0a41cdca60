import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../git/repository.ts';
import { BINARY, type Files, inFolder, runBinary } from './run.ts';

/** Its comparison is more than a pipe holds. */
const LONG = Array.from({ length: 1000 }, (_, i) => `${i + 1}. Paragraph of part ${i % 7}.\n`).join('\n');
const FILES: Files = {
  'a.md': '1. It welcomes the plan.\n',
  'b.md': '1. It notes the plan.\n',
  'long.md': LONG,
  'other.md': LONG.replace('Paragraph', 'Sentence'),
};

/** Runs a line of a shell in which `clausediff` is the program. */
function shell(folder: string, line: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `clausediff() { "$NODE" "$BINARY" "$@"; }\n${line}`],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { PATH: process.env.PATH, HOME: '/dev/null', NODE: process.execPath, BINARY, ...env },
    },
  );
  return { code: status, stdout, stderr };
}

describe('an output that is not taken whole is trouble, told in one line', () => {
  it.each([
    '--help',
    '--version',
    'help diff',
    'completion zsh',
    'view --keys',
    'cache path',
    'lexicon',
    'a.md b.md',
    'diff --stat a.md b.md',
    'diff --format json a.md b.md',
    'report --format html a.md b.md',
    'report --format docx a.md b.md',
    'report --format html a.md b.md -o /dev/full',
    'blame a.md b.md',
    'trace plan a.md b.md',
    'git textconv a.md',
  ])('%s, on a full disk', (line) =>
    inFolder({ files: FILES }, (folder) => {
      const { code, stderr } = shell(folder, `clausediff ${line} >/dev/full`);
      expect(stderr).toMatch(
        /^clausediff: (?:cannot write the output|\/dev\/full): no space left on the device; [^\n]+\n$/,
      );
      expect(code).toBe(2);
    }),
  );

  it.each(['diff --format json', 'report --format json', 'diff --all'])('%s, cut in the middle', (line) =>
    inFolder({ files: FILES }, (folder) => {
      const whole = shell(folder, `clausediff ${line} long.md other.md`);
      const { code, stderr } = shell(folder, `ulimit -f 16; clausediff ${line} long.md other.md >out`);
      expect(stderr).toMatch(
        /^clausediff: cannot write the output: larger than a file may be here; [^\n]+\n$/m,
      );
      expect(code).toBe(2);
      const cut = readFileSync(join(folder, 'out'), 'utf8');
      expect(cut.length).toBeGreaterThan(0);
      expect(cut.length).toBeLessThan(whole.stdout.length);
    }),
  );
});

describe('a reader', () => {
  const whole = (folder: string): string => {
    shell(folder, 'clausediff diff --format json long.md other.md >whole');
    return readFileSync(join(folder, 'whole'), 'utf8');
  };

  it('that is slow gets all', () =>
    inFolder({ files: FILES }, (folder) => {
      const { stdout } = shell(
        folder,
        'clausediff diff --format json long.md other.md | { sleep 0.5; cat; }',
      );
      expect(stdout.length).toBeGreaterThan(256 * 1024);
      expect(stdout).toBe(whole(folder));
    }));

  it('gets all where the pipe refuses to wait', () =>
    inFolder({ files: FILES }, (folder) => {
      // To look at its own standard output has Node set the pipe so, for the program that it then runs, too.
      const script = `process.stdout; child_process.spawnSync(process.execPath, [process.env.BINARY, 'diff', '--format', 'json', 'long.md', 'other.md'], { stdio: 'inherit' })`;
      const { stdout, stderr } = shell(folder, '"$NODE" -e "$SCRIPT" | { sleep 0.5; cat; }', {
        SCRIPT: script,
      });
      expect(stderr).toBe('');
      expect(stdout).toBe(whole(folder));
    }));
});

describe('the file of a report', () => {
  it('is left as it was where there is no room for another', () =>
    inFolder({ files: { ...FILES, 'r.html': 'before' } }, (folder) => {
      const { code, stderr } = shell(folder, 'ulimit -f 8; clausediff report long.md other.md -o r.html');
      expect(stderr).toMatch(/^clausediff: r\.html: larger than a file may be here; [^\n]+\n$/);
      expect(code).toBe(2);
      expect(readFileSync(join(folder, 'r.html'), 'utf8')).toBe('before');
      expect(readdirSync(folder).sort()).toEqual([...Object.keys(FILES), 'r.html'].sort());
    }));

  it('is the one before or the new one, whenever the program is killed', () =>
    inFolder({ files: { ...FILES, 'r.json': 'before' } }, async (folder) => {
      const args = ['report', 'long.md', 'other.md', '-o'];
      const start = performance.now();
      expect(runBinary([...args, 'whole.json'], folder).code).toBe(0);
      const took = performance.now() - start;
      const whole = readFileSync(join(folder, 'whole.json'), 'utf8');
      for (let part = 0.7; part < 1.1; part += 0.05) {
        writeFileSync(join(folder, 'r.json'), 'before');
        const child = spawn(process.execPath, [BINARY, ...args, 'r.json'], { cwd: folder, stdio: 'ignore' });
        await wait(took * part);
        child.kill('SIGKILL');
        await new Promise((resolve) =>
          child.exitCode === null && child.signalCode === null ? child.on('exit', resolve) : resolve(0),
        );
        expect(['before', whole]).toContain(readFileSync(join(folder, 'r.json'), 'utf8'));
      }
      // What was left over is nothing that a folder of drafts or of reports would show.
      const left = readdirSync(folder).filter(
        (name) => !Object.hasOwn(FILES, name) && !name.endsWith('.json'),
      );
      for (const name of left) expect(name).toMatch(/^\.clausediff-[0-9a-f]{12}\.tmp$/);
    }));

  it('may be a pipe or a device, which stays one', () =>
    inFolder({ files: FILES }, (folder) => {
      const { stdout, stderr } = shell(
        folder,
        'mkfifo p; cat p & clausediff report --format html a.md b.md -o p; wait; clausediff report --format html a.md b.md -o /dev/null; clausediff report --format html a.md b.md -o /dev/stdout | cat',
      );
      expect(stderr).toBe('');
      expect(stdout.match(/<!doctype html>/g)).toHaveLength(2);
      expect(lstatSync(join(folder, 'p')).isFIFO()).toBe(true);
      expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
      expect(lstatSync('/dev/stdout').isSymbolicLink()).toBe(true);
    }));

  it.each(['/proc/r.html', 'none/r.html', 'a.md/r.html', '.'])('cannot be %s', (name) =>
    inFolder({ files: FILES }, (folder) => {
      const { code, stderr } = runBinary(['report', '--format', 'html', 'a.md', 'b.md', '-o', name], folder);
      expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
      expect(stderr).not.toContain('internal error');
      expect(code).toBe(2);
    }),
  );
});

describe('what is written into a repository', () => {
  const NO_ROOM = /^clausediff: [^\n]*: larger than a file may be here; [^\n]+\n$/;

  it('leaves the hook that is there where there is no room', () =>
    inRepository(({ folder }) => {
      const hook = join(folder, '.git/hooks/pre-commit');
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      writeFileSync(hook, '#!/bin/sh\n', { mode: 0o755 });
      const before = readdirSync(join(folder, '.git/hooks'));
      const { code, stderr } = shell(folder, 'ulimit -f 0; clausediff hook install --pre-commit');
      expect(stderr).toMatch(NO_ROOM);
      expect(code).toBe(2);
      expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\n');
      expect(readdirSync(join(folder, '.git/hooks'))).toEqual(before);
    }));

  it('leaves the attributes that are there', () =>
    inRepository(({ folder }) => {
      const attributes = join(folder, '.git/info/attributes');
      mkdirSync(join(folder, '.git/info'), { recursive: true });
      writeFileSync(attributes, '*.txt text\n');
      shell(folder, 'ulimit -f 0; clausediff git enable --diff');
      expect(readFileSync(attributes, 'utf8')).toBe('*.txt text\n');
    }));
});

describe('an internal error', () => {
  /** Has the program stumble. */
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(
    'JSON.stringify = () => { throw new Error("stumbled \\x1b[31m") }',
  )}`;

  it('is one line that says how to see where', () =>
    inFolder({ files: FILES }, (folder) => {
      const { code, stderr } = runBinary(['diff', '-f', 'json', 'a.md', 'b.md'], folder, {
        env: { NODE_OPTIONS },
      });
      expect(stderr).toBe(
        'clausediff: internal error, please report it: Error: stumbled ␛[31m; run it again with CLAUSEDIFF_DEBUG=1 to see where\n',
      );
      expect(code).toBe(2);
    }));

  it('says where, in the lines of the source', () =>
    inFolder({ files: FILES }, (folder) => {
      const env = { NODE_OPTIONS, CLAUSEDIFF_DEBUG: '1' };
      const { code, stderr } = runBinary(['diff', '-f', 'json', 'a.md', 'b.md'], folder, { env });
      expect(stderr).toMatch(/^clausediff: internal error, please report it: Error: stumbled ␛\[31m\n/);
      expect(stderr).toMatch(/\n {4}at .*\/src\/cli\/main\.ts:\d+:\d+/);
      expect(stderr).not.toContain('\u001b');
      expect(code).toBe(2);
    }));
});
