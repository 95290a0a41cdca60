import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, type Files, inFolder, runBinary } from './run.ts';

describe('a draft that may not be read', () => {
  const FILES: Files = {
    'old.md': '1. Text.\n',
    'new.md': '1. Text.\n',
    'package.json': '{"type":"module"}',
  };

  it('is trouble, told in one line', () =>
    inFolder({ files: FILES }, (folder) => {
      // Other users may not be able to reach the project's folder, so the program comes along.
      cpSync(dirname(BINARY), join(folder, 'dist'), { recursive: true });
      chmodSync(folder, 0o755);
      chmodSync(join(folder, 'new.md'), 0o000);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'dist/cli.js'), 'diff', 'old.md', 'new.md'],
        {
          cwd: folder,
          encoding: 'utf8',
          // Root is never denied.
          ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
        },
      );
      expect(stderr).toBe('clausediff: new.md: permission denied; check who may read the file\n');
      expect(stdout).toBe('');
      expect(status).toBe(2);
    }));
});

describe('a paragraph of 10 MB', () => {
  it('is compared, and the one changed word is named', { timeout: 120_000 }, () => {
    const words =
      'the Council and the Member States invite the Commission to report on the plan by June'.split(' ');
    const text = Array.from({ length: 2_000_000 }, (_, i) => words[(i * i + (i >> 4)) % words.length]);
    const changed = text.with(text.length >> 1, 'zebra');
    const files = { 'old.md': text.join(' '), 'new.md': changed.join(' ') };
    expect(files['old.md'].length).toBeGreaterThan(10 * 1024 * 1024);
    return inFolder({ files }, (folder) => {
      const { code, stdout, stderr } = runBinary(['diff', 'old.md', 'new.md'], folder);
      expect(stderr).toBe('');
      expect(code).toBe(1);
      expect(stdout).toMatch(/^\d substantive changes?: /m);
      const marks = stdout.match(/\{[-+][^{}]*[-+]\}/g) ?? [];
      expect(marks).toEqual([`{-${text[text.length >> 1]}-}`, '{+zebra+}']);
    });
  });
});

describe('a reader that stops early', () => {
  /** Far more than a pipe holds. */
  const LONG: Files = {
    'old.md': '# Draft\n',
    'new.md': `# Draft\n\n${Array.from({ length: 5_000 }, (_, i) => `${i + 1}. A new paragraph.\n`).join('\n')}`,
  };

  it.each([
    { format: 'text', first: 'old.md → new.md\n' },
    { format: 'json', first: '{\n' },
  ])('ends $format output quietly', ({ format, first }) =>
    inFolder({ files: LONG }, (folder) => {
      const command = `{ "$NODE" "$BINARY" diff --format ${format} old.md new.md; echo $? >status; } | head -1`;
      const { stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NODE: process.execPath, BINARY },
      });
      expect(stdout).toBe(first);
      expect(stderr).toBe('');
      expect(readFileSync(join(folder, 'status'), 'utf8')).toBe('1\n');
    }),
  );
});
