import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_BYTES, openCache } from '../../src/cache/cache.ts';
import { clear, holdingOf, sweep } from '../../src/cache/entries.ts';
import { inFolder } from '../cli/run.ts';

const TAG = 'CACHEDIR.TAG';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const entriesIn = (folder: string): string[] => filesIn(folder).filter((path) => basename(path) !== TAG);

/** A cache with one entry, and its file. */
function oneEntry(folder: string): { cache: ReturnType<typeof openCache>; file: string } {
  const cache = openCache(folder, '1');
  cache.put({ value: 'wording' }, 'k');
  return { cache, file: entriesIn(folder)[0] as string };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a cache', () => {
  it('gives back what was put, for the same key and the same program only', () =>
    inFolder({}, (folder) => {
      const cache = openCache(folder, '1');
      cache.put({ a: [1, 'é'] }, 'x', { b: 1 });
      expect(cache.get('x', { b: 1 })).toEqual({ a: [1, 'é'] });
      expect(cache.get('x', { b: 2 })).toBeUndefined();
      expect(openCache(folder, '1').get('x', { b: 1 })).toEqual({ a: [1, 'é'] });
      expect(openCache(folder, '2').get('x', { b: 1 })).toBeUndefined();
    }));

  it('is private, says whose it is, and leaves nothing half-written', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'a', 'new');
      const { file } = oneEntry(path);
      expect(filesIn(path).sort()).toEqual([file, join(path, TAG)].sort());
      for (const one of filesIn(path)) expect(statSync(one).mode & 0o777).toBe(0o600);
      for (const one of [path, dirname(path), dirname(file)]) expect(statSync(one).mode & 0o777).toBe(0o700);
      expect(readFileSync(join(path, TAG), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
    }));

  it('takes an entry that is not as it was written for none, and writes it anew', () =>
    inFolder({}, (folder) => {
      const { cache, file } = oneEntry(folder);
      fc.assert(
        fc.property(fc.nat(80), fc.uint8Array({ maxLength: 20 }), (at, garbage) => {
          cache.put({ value: 'wording' }, 'k');
          const whole = readFileSync(file);
          const broken = Buffer.concat([whole.subarray(0, at), Buffer.from(garbage)]);
          writeFileSync(file, broken);
          const found = cache.get('k');
          if (!broken.equals(whole)) expect(found).toBeUndefined();
          cache.put({ value: 'wording' }, 'k');
          expect(cache.get('k')).toEqual({ value: 'wording' });
        }),
        { numRuns: 100 },
      );
      truncateSync(file);
      expect(cache.get('k')).toBeUndefined();
    }));

  it('is no trouble where its folder cannot be', () =>
    inFolder({ files: { file: '' } }, (folder) => {
      for (const place of [join(folder, 'file', 'cache'), '/proc/clausediff', '/dev/null/a/b']) {
        const cache = openCache(place, '1');
        cache.put('v', 'k');
        expect(cache.get('k')).toBeUndefined();
      }
      mkdirSync(join(folder, 'closed'));
      chmodSync(join(folder, 'closed'), 0o500);
      openCache(join(folder, 'closed'), '1').put('v', 'k');
    }));

  it('forgets what was written first, when it is too large', () =>
    inFolder({}, (folder) => {
      const cache = openCache(folder, '1');
      const names = ['a', 'b', 'c', 'd'];
      names.forEach((name, i) => {
        const before = new Set(filesIn(folder));
        cache.put('x'.repeat(1000), name);
        const file = entriesIn(folder).find((path) => !before.has(path)) as string;
        utimesSync(file, 1000 + i, 1000 + i);
      });
      sweep(folder, 2500);
      expect(names.map((name) => cache.get(name) !== undefined)).toEqual([false, false, true, true]);
    }));

  it('never holds more than it may', () =>
    inFolder({}, (folder) => {
      const cache = openCache(folder, '1');
      for (let i = 0; i < 24; i++) {
        cache.put('x'.repeat(3_900_000), i);
        const held = entriesIn(folder).reduce((total, file) => total + statSync(file).size, 0);
        expect(held).toBeLessThanOrEqual(MAX_BYTES);
        expect(holdingOf(folder).bytes).toBe(held);
      }
      expect(cache.get(23)).toHaveLength(3_900_000);
      expect(cache.get(0)).toBeUndefined();
    }));

  it('keeps no entry that takes longer to read than to compute', () =>
    inFolder({}, (folder) => {
      const cache = openCache(folder, '1');
      cache.put('é'.repeat(2.5 * 1024 * 1024), 'k');
      expect(filesIn(folder)).toEqual([]);
    }));
});

/** Something of the user's own, in the place of a part of the cache. */
const THESIS = 'My thesis.\n';

/** What must hold of a folder that is not the program's: nothing in it is read, written or removed. */
function expectLeftAlone(folder: string, seen = folder): void {
  const contents = () => filesIn(seen).map((path) => [path, readFileSync(path, 'utf8')]);
  const before = contents();
  const cache = openCache(folder, '1');
  expect(cache.get('k')).toBeUndefined();
  cache.put({ value: 'other' }, 'k');
  cache.put('x', 'another');
  expect(cache.get('k')).toBeUndefined();
  sweep(folder, 0);
  clear(folder);
  expect(holdingOf(folder)).toEqual({ entries: 0, bytes: 0 });
  expect(contents()).toEqual(before);
}

describe("a folder that is not the program's own", () => {
  it('is left alone where it was there before', () =>
    inFolder({ files: { 'thesis.md': THESIS } }, (folder) => expectLeftAlone(folder)));

  it('is left alone without the tag, or with that of another program', () =>
    inFolder({}, (folder) => {
      oneEntry(folder);
      writeFileSync(join(folder, TAG), 'Signature: 8a477f597d28d172789f06886806bc55\n');
      expectLeftAlone(folder);
      rmSync(join(folder, TAG));
      expectLeftAlone(folder);
      symlinkSync('/dev/null', join(folder, TAG));
      expectLeftAlone(folder);
    }));

  it('is left alone behind a link', () =>
    inFolder({}, (folder) => {
      const [real, link] = [join(folder, 'real'), join(folder, 'link')];
      oneEntry(real);
      symlinkSync(real, link);
      expectLeftAlone(link, real);
    }));

  it.each([0o770, 0o707, 0o720, 0o702])('is left alone where others can write to it (%o)', (mode) =>
    inFolder({}, (folder) => {
      oneEntry(folder);
      chmodSync(folder, mode);
      expectLeftAlone(folder);
    }),
  );

  it("is left alone where it is somebody else's", () =>
    inFolder({}, (folder) => {
      oneEntry(folder);
      const user = process.getuid?.() ?? 0;
      vi.spyOn(process, 'getuid').mockReturnValue(user + 1);
      expectLeftAlone(folder);
    }));
});

describe('in a cache', () => {
  it('a folder behind a link is none of its own', () =>
    inFolder({}, (folder) => {
      const [own, thesis] = [join(folder, 'cache'), join(folder, 'thesis')];
      const { cache, file } = oneEntry(own);
      renameSync(dirname(file), thesis);
      writeFileSync(join(thesis, 'f'.repeat(62)), THESIS);
      symlinkSync(thesis, dirname(file));
      expect(cache.get('k')).toBeUndefined();
      cache.put({ value: 'other' }, 'k');
      sweep(own, 0);
      clear(own);
      expect(readdirSync(thesis)).toHaveLength(2);
      expect(lstatSync(dirname(file)).isSymbolicLink()).toBe(true);
    }));

  it('an entry that is a link is neither believed nor written through', () =>
    inFolder({}, (folder) => {
      const [own, thesis] = [join(folder, 'cache'), join(folder, 'thesis.md')];
      const { cache, file } = oneEntry(own);
      renameSync(file, thesis);
      symlinkSync(thesis, file);
      const before = readFileSync(thesis, 'utf8');
      expect(cache.get('k')).toBeUndefined();
      cache.put({ value: 'other' }, 'k');
      sweep(own, 0);
      expect(readFileSync(thesis, 'utf8')).toBe(before);
    }));

  it.each([0o660, 0o606])('an entry or a folder that others can write to is not believed (%o)', (mode) =>
    inFolder({}, (folder) => {
      const { cache, file } = oneEntry(folder);
      chmodSync(file, mode);
      expect(cache.get('k')).toBeUndefined();
      chmodSync(file, 0o600);
      expect(cache.get('k')).toBeDefined();
      chmodSync(dirname(file), mode | 0o700);
      expect(cache.get('k')).toBeUndefined();
    }),
  );

  it('only files of the exact shape of an entry are ever removed', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
    const group = fc.oneof(hex(2), hex(3), fc.constantFrom('AB', 'thesis', '..a'));
    const name = fc.oneof(
      hex(62),
      hex(61),
      hex(63),
      hex(62).map((text) => `${text}.md`),
      hex(62).map((text) => `${text.slice(1)}G`),
      fc.constantFrom('thesis.md', '.clausediff-x.tmp', TAG),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(group, name), { maxLength: 12 }), (paths) =>
        inFolder({}, (folder) => {
          const { file } = oneEntry(folder);
          const tag = readFileSync(join(folder, TAG));
          for (const [one, other] of paths) {
            mkdirSync(join(folder, one), { recursive: true, mode: 0o700 });
            writeFileSync(join(folder, one, other), THESIS, { mode: 0o600 });
            writeFileSync(join(folder, other), THESIS, { mode: 0o600 });
          }
          writeFileSync(join(folder, TAG), tag);
          const isEntry = (path: string): boolean =>
            /^\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path.slice(folder.length));
          const expected = filesIn(folder).filter((path) => !isEntry(path));
          clear(folder);
          expect(filesIn(folder).sort()).toEqual(expected.sort());
          expect(existsSync(file)).toBe(false);
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('what another program left unfinished goes after an hour', () =>
    inFolder({}, (folder) => {
      const { file } = oneEntry(folder);
      const [fresh, left] = ['0', '1'].map((digit) =>
        join(dirname(file), `.clausediff-${digit.repeat(12)}.tmp`),
      );
      for (const path of [fresh, left]) appendFileSync(path as string, 'x');
      utimesSync(left as string, 1000, 1000);
      clear(folder);
      expect(filesIn(folder).sort()).toEqual([join(folder, TAG), fresh].sort());
    }));
});
