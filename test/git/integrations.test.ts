import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAttributes, removeAttributes } from '../../src/git/attributes-file.ts';
import { inFolder, runMain } from '../cli/run.ts';
import { inRepository, type Repository } from './repository.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const WELCOMES = 'The Council welcomes the plan of the Commission for the ports of the region.';
const NOTES = WELCOMES.replace('welcomes', 'takes note of');
const REPORT = 'Member States will report on their stocks of grain by June 2025.';
const NEW = 'The President will visit the capitals of the region in the spring.';

const clausediff = async (folder: string, ...args: string[]) => {
  const { code, stdout, stderr } = await runMain(['git', ...args], folder, { HOME: folder });
  return { code, stdout, stderr };
};

const AUTHOR = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'Ada'],
    [`GIT_${who}_EMAIL`, 'ada@example.org'],
  ]),
);

/** Git with a terminal's settings, whatever it exits with. */
function gitSays(folder: string, ...args: string[]): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      COLUMNS: '72',
      ...AUTHOR,
    },
  });
  return { code: status, text: stdout + stderr };
}

const withDrafts = (work: (repository: Repository) => Promise<void>): Promise<void> =>
  inRepository(async (repository) => {
    repository.commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
    repository.commit('Soften', { 'text.md': numbered(NEW, NOTES, REPORT) });
    await work(repository);
  });

describe('git diff with our driver', () => {
  it('shows clauses, also in log and show, and of every kind of change', () =>
    withDrafts(async ({ folder, commit, git }) => {
      await clausediff(folder, 'enable', '--diff');
      for (const args of [
        ['diff', 'HEAD~1'],
        ['show', '--ext-diff'],
        ['log', '-p', '--ext-diff', '-1'],
      ]) {
        const { code, text } = gitSays(folder, ...args);
        expect(code).toBe(0);
        expect(text).toContain('a/text.md → b/text.md');
        expect(text).toContain('~ 2 was 1');
        expect(text).toContain('▼ verb weaker: welcomes → takes note of');
      }
      git('mv', 'text.md', 'a new name.md');
      commit('Rename', {
        'a new name.md': numbered(NEW, NOTES, REPORT.replace('June', 'October')),
        'other.md': numbered(NEW),
      });
      const renamed = gitSays(folder, 'diff', '-M', 'HEAD~1').text;
      expect(renamed).toContain('a/text.md → b/a new name.md');
      expect(renamed).toContain('/dev/null → b/other.md');
      commit('Delete', { 'other.md': undefined });
      expect(gitSays(folder, 'diff', 'HEAD~1').text).toContain('a/other.md → /dev/null');
      writeFileSync(join(folder, 'a new name.md'), Buffer.from([0, 1, 2, 255]));
      const binary = gitSays(folder, 'diff');
      expect(binary.code).toBe(0);
      expect(binary.text).toMatch(/a new name\.md: not compared by clausediff: .*see git diff --no-ext-diff/);
      expect(gitSays(folder, 'diff', '--no-ext-diff', 'HEAD~2', 'HEAD~1').text).toContain('@@');
    }));

  it('tells of a path that is unmerged', () =>
    withDrafts(async ({ folder, git, commit }) => {
      await clausediff(folder, 'enable', '--diff');
      git('checkout', '-q', '-b', 'other', 'HEAD~1');
      commit('Other', { 'text.md': numbered(WELCOMES.replace('ports', 'rails'), REPORT) });
      expect(gitSays(folder, 'merge', 'main').code).toBe(1);
      const { code, text } = gitSays(folder, 'diff', '--ours');
      expect(code).toBe(0);
      expect(text).toContain('* Unmerged path text.md');
    }));

  it('works from a folder below, in a worktree, and on a path with a leading dash', () =>
    withDrafts(async ({ folder, commit, git }) => {
      await clausediff(folder, 'enable', '--diff');
      mkdirSync(join(folder, 'sub dir'));
      commit('Dash', { 'sub dir/-x.md': numbered(WELCOMES) });
      commit('Dash again', { 'sub dir/-x.md': numbered(NOTES) });
      expect(gitSays(join(folder, 'sub dir'), 'diff', 'HEAD~1').text).toContain('welcomes → takes note of');
      git('worktree', 'add', '-q', 'tree', 'HEAD');
      expect(gitSays(join(folder, 'tree'), 'diff', 'HEAD~1').text).toContain('a/sub dir/-x.md');
    }));
});

describe('git with our textconv', () => {
  it('sees through numbers and wraps', () =>
    withDrafts(async ({ folder, commit }) => {
      await clausediff(folder, 'enable', '--textconv');
      commit('Wrap', { 'text.md': numbered(NEW, NOTES.replace(' for the ', '\n   for the '), REPORT) });
      expect(gitSays(folder, 'diff', 'HEAD~1').text).toBe('');
      expect(gitSays(folder, 'log', '--format=%s', '-Splan of the Commission for the').text.trim()).toBe(
        'Begin',
      );
      const blame = gitSays(folder, 'blame', '-s', 'text.md').text;
      const first = gitSays(folder, 'rev-list', '--max-parents=0', 'HEAD').text.slice(0, 7);
      expect(blame.split('\n').find((line) => line.includes('stocks of grain'))).toContain(first);
    }));
});

describe('git difftool', () => {
  it('shows files, and folders with all drafts in them', () =>
    withDrafts(async ({ folder, commit }) => {
      await clausediff(folder, 'enable', '--difftool');
      commit('More', { 'text.md': numbered(WELCOMES), 'sub/other.md': numbered(REPORT) });
      const files = gitSays(folder, 'difftool', '-y', '-t', 'clausediff', 'HEAD~1', '--', 'text.md');
      expect(files.text).toContain('takes note of → welcomes');
      const folders = gitSays(folder, 'difftool', '-d', '-t', 'clausediff', 'HEAD~1');
      expect(folders.text).toContain('/dev/null → b/sub/other.md');
      expect(folders.text).toContain('a/text.md → b/text.md');
    }));
});

describe('git enable and disable', () => {
  it('leave the repository as it was', () =>
    inRepository(async ({ folder }) => {
      const attributes = join(folder, '.git/info/attributes');
      writeFileSync(attributes, '*.png binary');
      const files = ['.git/config', '.git/info/attributes'].map((name) => join(folder, name));
      const before = files.map((file) => readFileSync(file, 'utf8'));
      for (let i = 0; i < 2; i++) {
        expect(
          (await clausediff(folder, 'enable', '--diff', '--textconv', '--difftool', 'drafts of may/*')).code,
        ).toBe(0);
      }
      expect(readFileSync(attributes, 'utf8').match(/diff=clausediff/g)).toHaveLength(1);
      expect((await clausediff(folder, 'status')).stdout).toMatch(
        /diff: on\n {2}textconv: on\n {2}difftool: on\n.*: set/,
      );
      await clausediff(folder, 'disable', '--textconv');
      expect((await clausediff(folder, 'status')).stdout).toMatch(
        /diff: on\n {2}textconv: off\n {2}difftool: on\n.*: set/,
      );
      await clausediff(folder, 'disable');
      expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
      expect((await clausediff(folder, 'disable')).stdout).toBe('');
    }));

  it('end nothing of git’s when the program is gone', () =>
    withDrafts(async ({ folder, git }) => {
      await clausediff(folder, 'enable', '--diff', '--textconv');
      const gone = (key: string): void => {
        git('config', key, git('config', key).replaceAll('cli.js', 'gone.js'));
      };
      gone('diff.clausediff.command');
      const { code, text } = gitSays(folder, 'diff', 'HEAD~1');
      expect({ code, text }).toEqual({
        code: 0,
        text: 'clausediff is gone; git diff --no-ext-diff shows lines\n',
      });
      gone('diff.clausediff.textconv');
      expect(gitSays(folder, 'diff', '--no-ext-diff', 'HEAD~1').text).toContain(
        '+2. The Council takes note of',
      );
      await clausediff(folder, 'disable');
      expect(gitSays(folder, 'diff', 'HEAD~1').text).toContain('+2. The Council takes note of');
    }));

  it('do nothing when asked what they would do', () =>
    inRepository(async ({ folder }) => {
      const before = readFileSync(join(folder, '.git/config'), 'utf8');
      const { stdout } = await clausediff(folder, 'enable', '--diff', '--dry-run');
      expect(stdout).toMatch(/^would enable diff: .*no patch/);
      expect(readFileSync(join(folder, '.git/config'), 'utf8')).toBe(before);
      expect(existsSync(join(folder, '.git/info/attributes'))).toBe(false);
    }));

  it('leave what somebody else has set', () =>
    inRepository(async ({ folder, git }) => {
      git('config', 'diff.clausediff.command', 'mine');
      const { code, stderr } = await clausediff(folder, 'enable', '--diff');
      expect(code).toBe(2);
      expect(stderr).toMatch(/^clausediff: diff\.clausediff\.command is set already, and not by clausediff/);
      await clausediff(folder, 'disable');
      expect(git('config', 'diff.clausediff.command')).toBe('mine');
    }));

  it.each([
    [['enable'], 'git enable takes what to enable: --diff, --textconv, --difftool'],
    [['stop'], 'git takes enable, disable or status'],
    [['status', 'x'], 'git status takes no patterns'],
    [['enable', '--diff', 'a\nb'], 'no pattern of a file'],
    [['driver', 'a', 'b'], 'git driver is called by git'],
  ])('%j is refused', (args, message) =>
    inRepository(async ({ folder }) => {
      const { code, stderr } = await clausediff(folder, ...args);
      expect({ code, told: stderr.includes(message) }).toEqual({ code: 2, told: true });
    }),
  );
});

describe('the attributes', () => {
  it('are as before once ours are taken away, whatever the file held', () =>
    inFolder({}, (folder) =>
      fc.assert(
        fc.property(fc.string(), (text) => {
          const file = join(folder, 'attributes');
          writeFileSync(file, text);
          addAttributes(file, ['*.md diff=clausediff']);
          addAttributes(file, ['*.txt diff=clausediff']);
          expect(readFileSync(file, 'utf8')).not.toContain('*.md');
          removeAttributes(file);
          expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
        }),
      ),
    ));
});
