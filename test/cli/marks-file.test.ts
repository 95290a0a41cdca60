import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepMark, marksPath, readMarks } from '../../src/cli/marks-file.ts';
import { inFolder } from './run.ts';

const mark = (note: string) => ({ seen: true, star: false, note });

describe('the file of marks', () => {
  it('is in the state folder of the user', () => {
    expect(marksPath({ HOME: '/home/a' })).toBe('/home/a/.local/state/clausediff/marks.jsonl');
    expect(marksPath({ HOME: '/home/a', XDG_STATE_HOME: '/state' })).toBe('/state/clausediff/marks.jsonl');
    expect(marksPath({ HOME: '/home/a', XDG_STATE_HOME: 'state' })).toBe(
      '/home/a/.local/state/clausediff/marks.jsonl',
    );
  });

  it('holds the last mark of each key, for its owner alone', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'new', 'marks.jsonl');
      expect(readMarks(path).size).toBe(0);
      keepMark(path, 'a', mark('one'));
      keepMark(path, 'b', mark('two\n"three"'));
      keepMark(path, 'a', mark(''));
      expect([...readMarks(path)]).toEqual([
        ['a', mark('')],
        ['b', mark('two\n"three"')],
      ]);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
    }));

  it('loses no mark to one that was cut off before it', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'marks.jsonl');
      keepMark(path, 'a', mark('one'));
      const whole = readFileSync(path, 'utf8');
      for (let length = 0; length <= whole.length; length++) {
        writeFileSync(path, `${whole}${whole.slice(0, length)}`);
        keepMark(path, 'b', mark('two'));
        expect([...readMarks(path)]).toEqual([
          ['a', mark('one')],
          ['b', mark('two')],
        ]);
      }
    }));

  it('is not waited for where it is a pipe, and no folder is looked for without end', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'marks.jsonl');
      execFileSync('mkfifo', [path]);
      expect(readMarks(path).size).toBe(0);
      expect(() => keepMark(path, 'a', mark('one'))).toThrow();
      expect(() => keepMark('/proc/clausediff/marks.jsonl', 'a', mark('one'))).toThrow();
    }));

  it('is read as far as it can be', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'marks.jsonl');
      fc.assert(
        fc.property(fc.string(), (garbage) => {
          appendFileSync(path, `${garbage}\n`);
          keepMark(path, 'a', mark(garbage));
          expect(readMarks(path).get('a')).toEqual(mark(garbage));
        }),
        { numRuns: 50 },
      );
    }));
});
