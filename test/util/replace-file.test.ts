import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/util/make-folder.ts';
import { replaceFile } from '../../src/util/replace-file.ts';
import { inFolder } from '../cli/run.ts';

describe('a file that is replaced', () => {
  it('has exactly the new content, and nothing is left beside it', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'file');
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 5000 }), fc.boolean(), (content, durable) => {
          replaceFile(path, content, { durable });
          expect(readFileSync(path).equals(content)).toBe(true);
          expect(readdirSync(folder)).toEqual(['file']);
        }),
        { numRuns: 30 },
      );
    }));

  it.each([0o600, 0o640, 0o666, 0o755])('keeps who may use it (%o)', (mode) =>
    inFolder({ files: { file: 'before' } }, (folder) => {
      const path = join(folder, 'file');
      chmodSync(path, mode);
      replaceFile(path, 'after');
      expect(statSync(path).mode & 0o7777).toBe(mode);
    }),
  );

  it('keeps its group', () =>
    inFolder({ files: { file: 'before' } }, (folder) => {
      const path = join(folder, 'file');
      const user = process.getuid?.() ?? 0;
      // Anybody may give a file to a group of their own; only root has none but its own here.
      const group = user === 0 ? 65534 : (process.getgroups?.().at(-1) ?? 0);
      chownSync(path, user, group);
      replaceFile(path, 'after');
      expect(statSync(path).gid).toBe(group);
    }));

  it("has the permissions asked for, or those of the user's mask", () =>
    inFolder({}, (folder) => {
      replaceFile(join(folder, 'asked'), '', { mode: 0o755 });
      expect(statSync(join(folder, 'asked')).mode & 0o7777).toBe(0o755);
      writeFileSync(join(folder, 'usual'), '');
      replaceFile(join(folder, 'new'), '');
      expect(statSync(join(folder, 'new')).mode).toBe(statSync(join(folder, 'usual')).mode);
    }));

  it('may have the longest name there is', () =>
    inFolder({}, (folder) => {
      const path = join(folder, 'x'.repeat(255));
      replaceFile(path, 'after');
      expect(readFileSync(path, 'utf8')).toBe('after');
    }));

  it('is what a link leads to', () =>
    inFolder({ files: { file: 'before' }, folders: ['links'] }, (folder) => {
      symlinkSync('../file', join(folder, 'links/a'));
      symlinkSync('a', join(folder, 'links/b'));
      replaceFile(join(folder, 'links/b'), 'after');
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('after');
      expect(readdirSync(join(folder, 'links')).sort()).toEqual(['a', 'b']);
    }));

  it('is what it was where it cannot be replaced', () =>
    inFolder({}, (folder) => {
      mkdirSync(join(folder, 'there'));
      writeFileSync(join(folder, 'there/file'), 'before');
      expect(() => replaceFile(join(folder, 'there'), 'after')).toThrow();
      expect(readdirSync(folder)).toEqual(['there']);
      expect(readdirSync(join(folder, 'there'))).toEqual(['file']);
    }));
});

describe('a folder', () => {
  it('is made with those above it', () =>
    inFolder({}, (folder) => {
      makeFolder(join(folder, 'a/b/c'), 0o700);
      makeFolder(join(folder, 'a/b/c'));
      expect(statSync(join(folder, 'a/b/c')).mode & 0o777).toBe(0o700);
    }));

  it.each(['/proc/a/b', '/dev/null/a'])(
    'that cannot be made is an error, and no endless search: %s',
    (path) => {
      expect(() => makeFolder(path)).toThrow();
    },
  );
});
