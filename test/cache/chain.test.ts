import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, runMain } from '../cli/run.ts';

const demo = (n: number): string => readFileSync(`drafts/draft-${n}.md`, 'utf8');
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
        readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
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
