import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain } from '../cli/run.ts';
import { inRepository } from './repository.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const WELCOMES = 'The Council welcomes the plan of the Commission for the ports of the region.';
const NOTES = WELCOMES.replace('welcomes', 'takes note of');
const REPORT = 'Member States will report on their stocks of grain by June 2025.';
const NEW = 'The President will visit the capitals of the region in the spring.';

const run = async (args: string[], folder: string) => {
  const { code, stdout, stderr } = await runMain(args, folder);
  return { code, stdout, stderr };
};

const entriesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /^[0-9a-f]{62}$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

describe('history', () => {
  it('tells each commit with what it changed, the newest first', () =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('Soften', { 'text.md': numbered(NOTES, REPORT) });
      commit('Elsewhere', { 'other.md': 'x' });
      commit('Renumber', { 'text.md': numbered(NEW, NOTES, REPORT) });
      const { code, stdout, stderr } = await run(['history', 'text.md'], folder);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.match(/^ {4}(?:Begin|Soften|Elsewhere|Renumber)$/gm)).toEqual([
        '    Renumber',
        '    Soften',
        '    Begin',
      ]);
      expect(stdout).toContain('▼ verb weaker: welcomes → takes note of');
      expect(stdout).toContain('the text begins: 2 clauses');
      expect(stdout).toMatch(/^[0-9a-f]{10} 2025-03-02 Ada$/m);
    }));

  it('follows renames, and a clause through its numbers', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit('Begin', { 'old name.md': numbered(WELCOMES, REPORT) });
      commit('Soften', { 'old name.md': numbered(NOTES, REPORT) });
      git('mv', 'old name.md', 'text.md');
      commit('Rename', {});
      commit('Renumber', { 'text.md': numbered(NEW, NOTES, REPORT) });
      commit('Postpone', { 'text.md': numbered(NEW, NOTES, REPORT.replace('June', 'October')) });
      const { stdout } = await run(['history', '--clause', '2', 'text.md'], folder);
      expect(stdout).toContain('Soften');
      expect(stdout).not.toMatch(/Postpone|Renumber|Begin/);
      expect((await run(['history', 'text.md'], folder)).stdout).toContain('Begin');
      expect((await run(['history', '--clause', '9', 'text.md'], folder)).code).toBe(2);
    }));

  it('says the same with a cache, without one, and with one that is broken', () =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('Soften', { 'text.md': numbered(NOTES, REPORT) });
      commit('Renumber', { 'text.md': numbered(NEW, NOTES, REPORT) });
      const cache = join(folder, 'cache');
      const history = async (...options: string[]): Promise<string> =>
        (await runMain(['history', ...options, 'text.md'], folder, { XDG_CACHE_HOME: cache })).stdout;
      for (const options of [
        ['--format', 'json'],
        ['--clause', '2'],
        ['--only', 'verb'],
      ]) {
        const anew = await history('--no-cache', ...options);
        expect(await history(...options)).toBe(anew);
        expect(await history(...options)).toBe(anew);
      }
      expect(entriesIn(cache)).toHaveLength(2);
      for (const entry of entriesIn(cache)) writeFileSync(entry, '{}');
      expect(await history('--format', 'json')).toBe(await history('--no-cache', '--format', 'json'));
      for (const entry of entriesIn(cache))
        writeFileSync(entry, readFileSync(entry, 'utf8').replaceAll('weaker', 'stronger'));
      expect(await history()).toContain('verb weaker');
    }));

  it('is a page of its own, in which nothing of the repository is markup', () =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('<script>alert(1)</script> & "more"', {
        'text.md': numbered(NOTES, REPORT.replace('grain', '<img src=x onerror=alert(1)>')),
      });
      const { stdout } = await run(['history', '--format', 'html', 'text.md'], folder);
      expect(stdout).toMatch(/^<!doctype html>/);
      expect(stdout).toMatch(/script-src (?:'|&#x27;)none(?:'|&#x27;)/);
      expect(stdout).toContain('&#x3C;script>alert(1)&#x3C;/script>');
      expect(stdout).not.toMatch(/<script|<img/);
      expect(stdout).toContain('<del><bdi>welcomes</bdi></del>');
      expect(stdout).toContain('the text begins: 2 clauses');
    }));

  it('takes a range, a date, classes and formats', () =>
    inRepository(async ({ folder, commit }) => {
      const first = commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('Soften', { 'text.md': numbered(NOTES, REPORT) });
      commit('Postpone', { 'text.md': numbered(NOTES, REPORT.replace('June', 'October')) });
      expect(
        (await run(['history', 'text.md', `${first}..HEAD~1`], folder)).stdout.match(/^\S/gm),
      ).toHaveLength(1);
      expect(
        (await run(['history', '--since', '2025-03-02T12:00:00Z', 'text.md'], folder)).stdout,
      ).not.toContain('Soften');
      expect((await run(['history', '--only', 'date', 'text.md'], folder)).stdout).toMatch(
        /Postpone(?![\s\S]*Soften)/,
      );
      expect((await run(['history', '--format', 'markdown', 'text.md'], folder)).stdout).toContain(
        '## 2025-03-03 Postpone',
      );
      const json = JSON.parse((await run(['history', '--format', 'json', 'text.md'], folder)).stdout);
      expect(json.schema).toBe('clausediff/history/1');
      expect(json.commits.map(({ subject }: { subject: string }) => subject)).toEqual([
        'Postpone',
        'Soften',
        'Begin',
      ]);
    }));

  it('tells both sides of a merge, and of the merge what it decided', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      git('checkout', '-q', '-b', 'side');
      commit('Soften', { 'text.md': numbered(NOTES, REPORT) });
      git('checkout', '-q', 'main');
      commit('Add', { 'text.md': numbered(WELCOMES, REPORT, NEW) });
      const merged = async (text: string): Promise<string> => {
        git('reset', '-q', '--hard', 'main');
        git('merge', '-q', '--no-ff', '--no-commit', 'side');
        writeFileSync(join(folder, 'text.md'), text);
        commit('Merge', {});
        const { stdout } = await run(['history', 'text.md'], folder);
        git('checkout', '-q', '-B', 'main', 'HEAD~1');
        return stdout;
      };
      expect((await merged(numbered(NOTES, REPORT, NEW))).match(/^ {4}[A-Z]\w+$/gm)).toEqual([
        '    Add',
        '    Soften',
        '    Begin',
      ]);
      expect(await merged(numbered(NOTES, REPORT.replace('June', 'October'), NEW))).toMatch(
        /^ {4}Merge\n {4}1 substantive: 1 weaker, 1 deadline or time; 0 neutral\n.*by June 2025 → by October 2025.*\n\n/m,
      );
    }));

  it('ignores a dirty work tree', () =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES) });
      writeFileSync(join(folder, 'text.md'), 'nothing');
      expect((await run(['history', 'text.md'], folder)).stdout).toContain('1 clauses');
    }));

  it.each([
    ['a path with blanks and a leading dash', './-a b.md'],
    ['a path with a line feed', 'a\nb.md'],
    ['a path in another script', 'текст — 文.md'],
    ['a path that looks like a pattern', '*[a].md'],
  ])('reads %s', (_, name) =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { [name]: numbered(WELCOMES) });
      commit('Soften', { [name]: numbered(NOTES) });
      expect((await run(['history', name], folder)).stdout).toContain('welcomes → takes note of');
    }),
  );

  it('reads a repository with SHA-256', () =>
    inRepository(async ({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES) });
      commit('Soften', { 'text.md': numbered(NOTES) });
      expect((await run(['history', 'text.md'], folder)).stdout).toContain('welcomes → takes note of');
    }, '--object-format=sha256'));

  it.each([
    ['no repository', ['history', 'text.md'], /repository/],
    ['no file', ['history'], /one file/],
    ['a bad format', ['history', '-f', 'pdf', 'text.md'], /pdf/],
  ])('%s is one line of trouble', async (_, args, told) => {
    const { code, stdout, stderr } = await run(args, '/');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
    expect(stderr).toMatch(told);
  });

  it('runs nothing that a hostile repository names, and shows nothing that a terminal obeys', () =>
    inRepository(async ({ folder, commit, git }) => {
      const trap = join(folder, 'trap.sh');
      writeFileSync(trap, '#!/bin/sh\ntouch "$(dirname "$0")/caught"\ncat "$@" 2>/dev/null\n');
      chmodSync(trap, 0o755);
      commit('Begin \u001b[31mred\u0007', {
        'text.md': numbered(WELCOMES),
        '.gitattributes': '*.md diff=trap filter=trap',
      });
      for (const key of [
        'diff.trap.textconv',
        'diff.trap.command',
        'diff.external',
        'core.pager',
        'core.fsmonitor',
        'core.sshCommand',
        'gpg.program',
        'filter.trap.smudge',
      ])
        git('config', key, trap);
      git('config', 'log.showSignature', 'true');
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction']) {
        writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\n${trap}\n`);
        chmodSync(join(folder, '.git/hooks', hook), 0o755);
      }
      for (const args of [
        ['history', 'text.md'],
        ['blame', 'text.md'],
        ['trace', 'plan', 'text.md'],
        ['diff', 'HEAD:text.md', 'text.md'],
        ['diff', 'HEAD..HEAD', '--', 'text.md'],
      ]) {
        const { stdout, stderr } = await run(args, folder);
        expect(stdout + stderr).not.toMatch(/[\u001b\u0007]/);
      }
      expect(existsSync(join(folder, 'caught'))).toBe(false);
      for (const range of ['--output=caught', '--upload-pack=x', '-p']) {
        expect((await run(['history', '--', 'text.md', range], folder)).code).toBe(2);
      }
      expect(existsSync(join(folder, 'caught'))).toBe(false);
    }));
});

describe('blame', () => {
  it('sees through new numbers, moves and wrapping', () =>
    inRepository(async ({ folder, commit }) => {
      const first = commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) }).slice(0, 10);
      const second = commit('Soften', { 'text.md': numbered(NOTES, REPORT) }).slice(0, 10);
      const third = commit('Renumber, move, wrap', {
        'text.md': numbered(NEW, REPORT, NOTES.replace(' of the Commission', '\n   of the Commission')),
      }).slice(0, 10);
      const { stdout } = await run(['blame', 'text.md'], folder);
      const lines = stdout.split('\n').map((line) => line.trim().replace(/ 2025-03-0\d Ada +│ /, ' '));
      expect(lines).toEqual([
        '1  1.',
        `${third} ${NEW}`,
        '',
        '2  2.',
        `${first} ${REPORT}`,
        '',
        '3  3.',
        `${first} The Council`,
        `${second} takes note of`,
        `${first} the plan of the Commission for the ports of the region.`,
        '',
      ]);
    }));

  it('works on a chain of files, and gives JSON', () =>
    inRepository(async ({ folder }) => {
      writeFileSync(join(folder, 'a.md'), numbered(WELCOMES));
      writeFileSync(join(folder, 'b.md'), numbered(NOTES));
      const { stdout } = await run(['blame', '-f', 'json', 'a.md', 'b.md'], folder);
      const { drafts, clauses } = JSON.parse(stdout);
      expect(drafts).toEqual(['a.md', 'b.md']);
      expect(
        clauses[0].phrases.map(({ text, draft }: { text: string; draft: number }) => [text, draft]),
      ).toEqual([
        ['The Council ', 0],
        ['takes note of ', 1],
        [NOTES.slice('The Council takes note of '.length), 0],
      ]);
    }));
});

describe('trace', () => {
  it('tells where a phrase appears, disappears and returns, and what stands instead', () =>
    inRepository(async ({ folder, commit }) => {
      commit('One', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('Two', { 'text.md': numbered(NOTES, REPORT) });
      commit('Three', { 'text.md': numbered(WELCOMES.replace('welcomes the', 'welcomes\n   the'), REPORT) });
      const { code, stdout } = await run(['trace', 'welcomes the plan', 'text.md'], folder);
      expect(code).toBe(0);
      expect(stdout).toMatch(/03-01 Ada: 1×\n {2}\+ appears in 1: /);
      expect(stdout).toMatch(/03-02 Ada: 0×\n {2}− disappears in 1, now "takes note of": /);
      expect(stdout).toMatch(/03-03 Ada: 1×\n {2}↩ returns in 1, for "takes note of": /);
      expect((await run(['trace', 'no such words', 'text.md'], folder)).code).toBe(1);
    }));

  it('finds other forms when asked', () =>
    inRepository(async ({ folder }) => {
      writeFileSync(
        join(folder, 'a.md'),
        numbered('It offers a security guarantee.', 'It took note of the plan.'),
      );
      writeFileSync(
        join(folder, 'b.md'),
        numbered('It offers security guarantees.', 'It takes note of the plan.'),
      );
      const counts = async (...args: string[]) =>
        JSON.parse((await run(['trace', '-f', 'json', ...args, 'a.md', 'b.md'], folder)).stdout).counts;
      expect(await counts('security guarantees')).toEqual([0, 1]);
      expect(await counts('--forms', 'security guarantees')).toEqual([1, 1]);
      expect(await counts('--forms', 'takes note of')).toEqual([1, 1]);
    }));
});

describe('drafts named by revision', () => {
  it('REV:PATH, A..B FILE and --staged name versions', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit('One', { 'text.md': numbered(WELCOMES) });
      commit('Two', { 'text.md': numbered(NOTES) });
      const marks = /\{-welcomes-\}\{\+takes note of\+\}/;
      expect((await run(['diff', 'HEAD~1:text.md', 'text.md'], folder)).stdout).toMatch(marks);
      expect((await run(['diff', 'HEAD~1..HEAD', '--', 'text.md'], folder)).stdout).toMatch(marks);
      expect((await run(['HEAD~1..', 'text.md'], folder)).stdout).toMatch(marks);
      expect(
        (await run(['report', '-f', 'criticmarkup', 'HEAD~1..HEAD', 'text.md'], folder)).stdout,
      ).toContain('~>');
      writeFileSync(join(folder, 'text.md'), numbered(WELCOMES));
      git('add', 'text.md');
      writeFileSync(join(folder, 'text.md'), 'not staged');
      expect((await run(['diff', '--staged', 'text.md'], folder)).stdout).toContain(
        '{-takes note of-}{+welcomes+}',
      );
    }));

  it('follow a rename, and the place where branches parted', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit('One', { 'a.md': numbered(WELCOMES, REPORT, NEW) });
      git('mv', 'a.md', 'b.md');
      commit('Two', { 'b.md': numbered(NOTES, REPORT, NEW) });
      expect((await run(['diff', 'HEAD~1..HEAD', 'b.md'], folder)).stdout).toContain('{+takes note of+}');
      git('checkout', '-q', '-b', 'side', 'HEAD~1');
      commit('Side', { 'a.md': numbered(WELCOMES, REPORT, NEW, `${NEW} It is far.`) });
      expect((await run(['diff', 'main...side', 'a.md'], folder)).stdout).toContain('1 inserted');
    }));

  it('lose to a file of the same spelling', () =>
    inRepository(async ({ folder, commit }) => {
      commit('One', { 'HEAD:text.md': numbered(NOTES), 'text.md': numbered(WELCOMES) });
      expect((await run(['diff', 'text.md', 'HEAD:text.md'], folder)).stdout).toContain('{+takes note of+}');
    }));

  it.each([
    ['a revision that is none', ['diff', 'none:text.md', 'text.md'], /none:text\.md: no such file/],
    ['--staged with two files', ['diff', '--staged', 'a', 'b'], /one file/],
  ])('%s is one line of trouble', (_, args, told) =>
    inRepository(async ({ folder, commit }) => {
      commit('One', { 'text.md': numbered(WELCOMES) });
      const { code, stdout, stderr } = await run(args, folder);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
      expect(stderr).toMatch(told);
    }),
  );
});
