import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCache, sweep } from '../../src/cache/cache.ts';
import { inFolder } from '../cli/run.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

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

  it('is private, and leaves nothing half-written', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'new');
      openCache(path, '1').put('v', 'k');
      const [file = ''] = filesIn(path);
      expect(filesIn(path)).toHaveLength(1);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }));

  it('takes an entry that is not as it was written for none, and writes it anew', () =>
    inFolder({}, (folder) => {
      const cache = openCache(folder, '1');
      fc.assert(
        fc.property(fc.nat(80), fc.uint8Array({ maxLength: 20 }), (at, garbage) => {
          cache.put({ value: 'wording' }, 'k');
          const [file = ''] = filesIn(folder);
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
      const [file = ''] = filesIn(folder);
      truncateSync(file);
      expect(cache.get('k')).toBeUndefined();
    }));

  it('is no trouble where its folder cannot be', () =>
    inFolder({ files: { file: '' } }, (folder) => {
      const cache = openCache(join(folder, 'file', 'cache'), '1');
      cache.put('v', 'k');
      expect(cache.get('k')).toBeUndefined();
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
        const file = filesIn(folder).find((path) => !before.has(path)) as string;
        utimesSync(file, 1000 + i, 1000 + i);
      });
      sweep(folder, 2500);
      expect(names.map((name) => cache.get(name) !== undefined)).toEqual([false, false, true, true]);
    }));
});
