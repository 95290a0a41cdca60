import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { inFolder, runBinary, runMain } from './run.ts';

const FILES = {
  'old.md': '1. It welcomes the plan.\n',
  'new.md': '1. It notes the plan.\n',
  'there.html': 'before',
};

describe('the file of a report', () => {
  it('is written whole, with nothing left beside it', () =>
    inFolder({ files: FILES }, async (folder) => {
      const { code, stdout, stderr } = await runMain(
        ['report', 'old.md', 'new.md', '-o', 'there.html'],
        folder,
      );
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(folder, 'there.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>$/s);
      expect(readdirSync(folder).sort()).toEqual(['new.md', 'old.md', 'there.html']);
    }));

  it('is left as it was when there is trouble', () =>
    inFolder({ files: FILES }, async (folder) => {
      const { code } = await runMain(['report', 'old.md', 'none.md', '-o', 'there.html'], folder);
      expect(code).toBe(2);
      expect(readFileSync(join(folder, 'there.html'), 'utf8')).toBe('before');
    }));

  it('replaces what a link leads to, not the link', () =>
    inFolder({ files: FILES }, async (folder) => {
      symlinkSync('there.html', join(folder, 'link.html'));
      await runMain(['report', 'old.md', 'new.md', '-o', 'link.html'], folder);
      expect(readFileSync(join(folder, 'there.html'), 'utf8')).toContain('<!doctype html>');
      expect(statSync(join(folder, 'link.html')).isFile()).toBe(true);
    }));

  it.each(['a.docx', 'a.critic.md', 'a.council.md', 'a.council.docx', 'a.csv', 'a.json', 'a.txt', 'a.md'])(
    '%s has the format of its ending',
    (name) =>
      inFolder({ files: FILES }, async (folder) => {
        expect((await runMain(['report', 'old.md', 'new.md', '-o', name], folder)).code).toBe(0);
        expect(existsSync(join(folder, name))).toBe(true);
      }),
  );

  it('is the same from the program as it is installed, in every format', () =>
    inFolder({ files: FILES }, async (folder) => {
      for (const { endings } of FORMATS) {
        const name = `report${endings[0]}`;
        await runMain(['report', 'old.md', 'new.md', '-o', name], folder);
        const here = readFileSync(join(folder, name));
        const { code, stderr } = runBinary(['report', 'old.md', 'new.md', '-o', name], folder);
        expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
        expect(readFileSync(join(folder, name)).equals(here)).toBe(true);
      }
    }));

  it('in Word format is not written to a terminal', () =>
    inFolder({ files: FILES }, async (folder) => {
      const { code, stdout, stderr } = await runMain(
        ['report', 'old.md', 'new.md', '-f', 'docx'],
        folder,
        {},
        { isTTY: true },
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^clausediff: docx is nothing to read on a terminal.*\n$/);
    }));
});
