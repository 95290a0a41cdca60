import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFolder, runBinary, runMain } from '../cli/run.ts';
import { inRepository } from '../git/repository.ts';

const demo = (n: number): string => readFileSync(`drafts/draft-${n}.md`, 'utf8');
const ENTRY = /^[0-9a-f]{62}$/;
const FILES = { 'a.md': demo(1), 'b.md': demo(2), 'c.md': demo(3) };

describe('a chain', () => {
  it('is told the same from the cache, and only what changed is compared again', () =>
    inFolder({ files: FILES }, async (folder) => {
      const cache = join(folder, 'cache');
      const told = async (command: readonly string[], ...options: readonly string[]): Promise<string> => {
        const { stdout, code } = await runMain([...command, ...options], folder, { XDG_CACHE_HOME: cache });
        expect(code).toBe(0);
        return stdout;
      };
      const entries = (): number =>
        readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => ENTRY.test(entry.name))
          .length;
      const drafts = ['a.md', 'b.md', 'c.md'];
      for (const command of [
        ['report', '--format', 'json', ...drafts],
        ['report', '--format', 'html', ...drafts],
        ['blame', ...drafts],
        ['trace', 'European Union', ...drafts],
      ]) {
        const anew = await told(command, '--no-cache');
        expect(await told(command)).toBe(anew);
        expect(await told(command)).toBe(anew);
      }
      expect(entries()).toBe(2);
      writeFileSync(join(folder, 'c.md'), demo(4));
      const command = ['blame', ...drafts];
      expect(await told(command)).toBe(await told(command, '--no-cache'));
      expect(entries()).toBe(3);
    }));
});

/** The entries of a cache of the program's. */
const entriesIn = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => ENTRY.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Puts another value in an entry, as whoever can write to it might. */
function forge(file: string, change: (value: Record<string, unknown>) => unknown): void {
  const [, body = ''] = readFileSync(file, 'utf8').split('\n');
  const forged = JSON.stringify(change(JSON.parse(body)));
  writeFileSync(file, `${createHash('sha256').update(forged).digest('hex')}\n${forged}`);
}

/** One value somewhere in it is another, or gone. */
function spoil(value: unknown, at: readonly number[], other: unknown): unknown {
  if (typeof value !== 'object' || value === null || at.length === 0) return other;
  const names = Object.keys(value);
  const name = names[(at[0] as number) % Math.max(1, names.length)];
  if (name === undefined) return other;
  const inner = spoil((value as Record<string, unknown>)[name], at.slice(1), other);
  return Array.isArray(value) ? value.with(Number(name), inner) : { ...value, [name]: inner };
}

describe('an entry of another shape', () => {
  const spoilt = fc.tuple(
    fc.array(fc.nat(50), { maxLength: 5 }),
    fc.constantFrom(null, [], {}, 'x', undefined, [null]),
  );
  /** A wrong shape is computed anew; a string in the place of a string, or the like, is a value of that shape. */
  const isTold = (code: number | null, stderr: string) => {
    expect(stderr).toBe('');
    expect(code).toBe(0);
  };

  it.each(['blame', 'report', 'trace'])('does no harm to %s', (name) =>
    inFolder({ files: FILES }, async (folder) => {
      const cache = join(folder, 'cache');
      const command = [name, ...(name === 'trace' ? ['European Union'] : []), 'a.md', 'b.md'];
      const run = () => runMain(command, folder, { XDG_CACHE_HOME: cache });
      const { stdout } = await run();
      await fc.assert(
        fc.asyncProperty(spoilt, async ([at, other]) => {
          for (const file of entriesIn(cache)) forge(file, (value) => spoil(value, at, other) ?? null);
          const again = await run();
          isTold(again.code, again.stderr);
          for (const file of entriesIn(cache)) forge(file, () => ({ schema: 'clausediff/comparison/1' }));
          expect((await run()).stdout).toBe(stdout);
        }),
        { numRuns: 30 },
      );
    }),
  );

  it('does no harm to a history', () =>
    inRepository(async ({ folder, commit }) => {
      const cache = join(folder, '.git', 'cache');
      for (const n of [1, 2]) commit(`Draft ${n}`, { 'text.md': demo(n) });
      const run = () => runMain(['history', 'text.md'], folder, { XDG_CACHE_HOME: cache });
      const { stdout } = await run();
      expect(entriesIn(cache)).toHaveLength(1);
      await fc.assert(
        fc.asyncProperty(spoilt, async ([at, other]) => {
          for (const file of entriesIn(cache)) forge(file, (value) => spoil(value, at, other) ?? null);
          const again = await run();
          isTold(again.code, again.stderr);
          for (const file of entriesIn(cache)) forge(file, () => ({ summary: {}, links: [] }));
          expect((await run()).stdout).toBe(stdout);
        }),
        { numRuns: 30 },
      );
    }));
});

describe('where no cache can be', () => {
  it.each(['/proc', '/dev/null', '/sys', '/proc/self/fd'])(
    '%s: the program ends, and says the same',
    (place) =>
      inFolder({ files: FILES }, (folder) => {
        const { code, stderr } = runBinary(['blame', 'a.md', 'b.md'], folder, {
          env: { XDG_CACHE_HOME: place },
        });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      }),
  );
});

describe('clausediff cache', () => {
  it('says where it is and how much it holds, and clears it', () =>
    inFolder({ files: FILES }, async (folder) => {
      const env = { XDG_CACHE_HOME: join(folder, 'cache') };
      const told = async (...args: string[]): Promise<string> => {
        const { code, stdout, stderr } = await runMain(args, folder, env);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        return stdout;
      };
      expect(await told('cache', 'path')).toBe(`${join(folder, 'cache', 'clausediff')}\n`);
      expect(await told('cache', 'size')).toBe('0 entries, 0.0 MiB of 64 MiB at most\n');
      expect(await told('cache', 'clear')).toBe('removed 0 entries, 0.0 MiB\n');
      await told('blame', 'a.md', 'b.md', 'c.md');
      expect(await told('cache', 'size')).toMatch(/^2 entries, 0\.\d MiB of 64 MiB at most\n$/);
      expect(await told('cache', 'clear')).toMatch(/^removed 2 entries, 0\.\d MiB\n$/);
      expect(entriesIn(join(folder, 'cache'))).toEqual([]);
      await told('blame', 'a.md', 'b.md');
      expect(await told('cache', 'size')).toMatch(/^1 entry, /);
    }));

  it('does not touch a folder that is not its own', () =>
    inFolder({ folders: ['clausediff'], files: { 'clausediff/thesis.md': 'My thesis.' } }, async (folder) => {
      for (const action of ['size', 'clear']) {
        const { code, stdout, stderr } = await runMain(['cache', action], folder, { XDG_CACHE_HOME: folder });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(/^clausediff: \/.*\/clausediff: is not used: .*\n$/);
      }
      expect(readFileSync(join(folder, 'clausediff/thesis.md'), 'utf8')).toBe('My thesis.');
    }));

  it.each([['cache'], ['cache', 'delete'], ['cache', 'size', 'x'], ['cache', 'toString']])(
    '%s is no command',
    async (...args) => {
      const { code, stderr } = await runMain(args, '.');
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: 'clausediff: cache takes path, size or clear; see clausediff cache --help\n',
      });
    },
  );
});
