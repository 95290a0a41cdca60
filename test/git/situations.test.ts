import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasConfigHooks, hookCommandLine } from '../../src/git/config-hooks.ts';
import type { HookName } from '../../src/git/hook-script.ts';
import { type Outcome, runBinary } from '../cli/run.ts';
import { inRepository, type Repository } from './repository.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const WELCOMES = 'The European Union welcomes the plan of the Commission for the ports of the region.';
const EUROPEANS = WELCOMES.replace('The European Union welcomes', 'The Europeans welcome');
const NOTES = WELCOMES.replace('welcomes', 'takes note of');
const REPORT = 'Member States will report on their stocks of grain by June 2025.';
const LATER = REPORT.replace('June', 'October');
const STRICT = JSON.stringify({ rules: { 'actor-change': 'error' } });

const ENV = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_EDITOR: 'true',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Ada'],
      [`GIT_${who}_EMAIL`, 'ada@example.org'],
    ]),
  ),
};

/** A real git command, whose hooks are run. */
function real(folder: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: ENV,
  });
  return { status, stdout, stderr };
}

const clausediff = (folder: string, ...args: string[]): Outcome => runBinary(args, folder);

const write = (folder: string, content: string, name = 'text.md'): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

const withHooks = (hooks: readonly string[], work: (repository: Repository) => void | Promise<void>) =>
  inRepository(async (repository) => {
    repository.commit('Begin', { 'text.md': numbered(WELCOMES, REPORT), '.clausediffrc.json': STRICT });
    expect(clausediff(repository.folder, 'hook', 'install', ...hooks).code).toBe(0);
    await work(repository);
  });

describe('the hooks', () => {
  it('see only the part of a file that is staged', () =>
    withHooks(['--pre-commit'], ({ folder }) => {
      write(folder, numbered(EUROPEANS, LATER));
      const [head = '', ...hunks] = real(folder, ['diff', '-U0']).stdout.split(/^(?=@@)/m);
      expect(hunks).toHaveLength(2);
      expect(real(folder, ['apply', '--cached', '--unidiff-zero', '-'], head + (hunks[1] ?? '')).status).toBe(
        0,
      );
      expect(real(folder, ['commit', '-qm', 'The deadline only']).status).toBe(0);
      expect(real(folder, ['commit', '-qam', 'The actor']).status).toBe(1);
    }));

  it('see what commit -a and a named path put into the commit', () =>
    withHooks(['--pre-commit'], ({ folder }) => {
      write(folder, numbered(EUROPEANS, REPORT));
      write(folder, 'x\n', 'other.txt');
      expect(real(folder, ['commit', '-qm', 'Named', 'text.md']).status).toBe(1);
      expect(real(folder, ['commit', '-qam', 'All']).status).toBe(1);
      real(folder, ['add', 'other.txt']);
      expect(real(folder, ['commit', '-qm', 'Other only']).status).toBe(0);
    }));

  it('take a file whose name is a trap', () =>
    withHooks(['--pre-commit'], ({ folder, commit }) => {
      const names = ['-rf.md', 'a\nb.md', ' blank .md', '"quoted".md', 'sub dir/ä漢.md', ':(glob)x.md'];
      commit('Traps', Object.fromEntries(names.map((name) => [name, numbered(WELCOMES)])));
      for (const name of names) {
        write(folder, numbered(EUROPEANS), name);
        real(folder, ['add', '-A']);
        const { status, stderr } = real(folder, ['commit', '-qm', 'Change']);
        expect({ name, status }).toEqual({ name, status: 1 });
        expect(stderr).toContain('actor-change');
        real(folder, ['reset', '-q', '--hard']);
      }
    }));

  it('record a commit that a rebase made after a conflict', () =>
    withHooks(['--post-commit'], ({ folder, git }) => {
      git('checkout', '-q', '-b', 'side');
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Soften']);
      git('checkout', '-q', 'main');
      write(folder, numbered(WELCOMES.replace('plan', 'programme'), REPORT));
      real(folder, ['commit', '-qam', 'Rename the plan']);
      expect(real(folder, ['rebase', '-q', 'side']).status).not.toBe(0);
      write(folder, numbered(NOTES.replace('plan', 'programme'), REPORT));
      real(folder, ['add', 'text.md']);
      expect(real(folder, ['rebase', '--continue']).status).toBe(0);
      const note = JSON.parse(git('notes', '--ref', 'refs/notes/clausediff', 'show', 'HEAD'));
      expect(note.files[0].findings.map((finding: { new: string }) => finding.new)).toContain('programme');
    }));

  it('let a stash go and come back', () =>
    withHooks(['--pre-commit', '--post-commit', '--commit-msg'], ({ folder }) => {
      write(folder, numbered(EUROPEANS, REPORT));
      expect(real(folder, ['stash']).status).toBe(0);
      expect(real(folder, ['stash', 'pop']).status).toBe(0);
      expect(readFileSync(join(folder, 'text.md'), 'utf8')).toContain('The Europeans');
    }));

  it('pass a submodule by, and work inside one', () =>
    withHooks(['--pre-commit'], ({ folder }) =>
      inRepository(({ folder: other, commit }) => {
        commit('Begin', { 'text.md': numbered(WELCOMES), '.clausediffrc.json': STRICT });
        const add = ['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', other, 'part'];
        expect(real(folder, add).status).toBe(0);
        expect(real(folder, ['commit', '-qm', 'Part']).status).toBe(0);
        const part = join(folder, 'part');
        expect(clausediff(part, 'hook', 'install', '--pre-commit').code).toBe(0);
        write(part, numbered(EUROPEANS));
        expect(real(part, ['commit', '-qam', 'Change']).stderr).toContain('actor-change');
        expect(clausediff(part, 'history', 'text.md').stdout).toContain('the text begins');
      }),
    ));
});

describe('the history', () => {
  const told = (folder: string, ...options: string[]): string =>
    clausediff(folder, 'history', '--no-cache', ...options, 'text.md').stdout;

  it('is the same from the notes of the commits, as far as they are what they should be', () =>
    withHooks(['--post-commit'], ({ folder, git }) => {
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Soften']);
      write(folder, numbered(NOTES, LATER));
      real(folder, ['commit', '-qam', 'Postpone']);
      expect(told(folder, '--notes')).toBe(told(folder));
      const ref = ['notes', '--ref', 'refs/notes/clausediff'];
      const note = git(...ref, 'show', 'HEAD');
      git(...ref, 'add', '-f', '-m', note.replaceAll('June', 'July'), 'HEAD');
      expect(told(folder, '--notes')).toContain('by July 2025');
      expect(told(folder)).not.toContain('July');
      for (const forged of [
        '{}',
        'x',
        note.replace(/"build":"[^"]*"/, '"build":"1"'),
        note.replace(/"rank":\d+/, '"rank":"x"'),
      ]) {
        git(...ref, 'add', '-f', '-m', forged.replaceAll('June', 'July'), 'HEAD');
        expect(told(folder, '--notes')).toBe(told(folder));
      }
    }));
});

describe('hooks in the configuration', () => {
  it('are for a git that knows them', () =>
    inRepository(({ folder, git }) => {
      const { code, stderr } = clausediff(folder, 'hook', 'install', '--config', '--pre-commit');
      if (hasConfigHooks(git('--version'))) {
        expect(code).toBe(0);
        expect(git('config', 'hook.clausediff-pre-commit.event')).toBe('pre-commit');
        expect(clausediff(folder, 'hook', 'status').stdout).toContain('installed in the configuration');
        clausediff(folder, 'hook', 'uninstall');
      } else {
        expect(code).toBe(2);
        expect(stderr).toContain('hooks in the configuration need git 2.54 or later');
      }
      expect(git('config', '--get-regexp', '^core').length).toBeGreaterThan(0);
      expect(readFileSync(join(folder, '.git/config'), 'utf8')).not.toContain('clausediff');
    }));

  it.each([
    ['git version 2.39.5', false],
    ['git version 2.53.9', false],
    ['git version 2.54.0', true],
    ['git version 2.55.1 (Apple Git-1)', true],
    ['git version 3.0.0', true],
  ])('%s: %s', (version, known) => expect(hasConfigHooks(version)).toBe(known));

  it('run a line that only a broken rule makes fail', () =>
    inRepository(({ folder }) => {
      write(folder, 'process.exit(Number(process.env.CODE))', 'it is.mjs');
      const program = [process.execPath, join(folder, 'it is.mjs')];
      const run = (name: HookName, env: Record<string, string>, command = program) => {
        const { status, stderr } = spawnSync(
          'sh',
          ['-c', `${hookCommandLine(name, command)} "$@"`, 'sh', 'arg'],
          {
            cwd: folder,
            env: { PATH: process.env.PATH, ...env },
            encoding: 'utf8',
          },
        );
        return { status, lines: stderr.split('\n').filter(Boolean) };
      };
      expect(run('pre-commit', { CODE: '0' })).toEqual({ status: 0, lines: [] });
      expect(run('pre-commit', { CODE: '10' })).toEqual({ status: 10, lines: [] });
      for (const CODE of ['1', '2', '9', '134']) {
        for (const name of ['pre-commit', 'post-commit'] as const)
          expect(run(name, { CODE })).toEqual({
            status: 0,
            lines: [expect.stringContaining(`failed with exit code ${CODE}`)],
          });
      }
      expect(run('pre-commit', { CODE: '10', CLAUSEDIFF: '0' })).toEqual({ status: 0, lines: [] });
      expect(run('pre-commit', { CODE: '1' }, [process.execPath, '/nowhere.mjs'])).toEqual({
        status: 0,
        lines: [expect.stringContaining('/nowhere.mjs')],
      });
    }));
});

describe('a repository', () => {
  it('may be bare', () =>
    inRepository(async ({ folder, commit, git }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      commit('Soften', { 'text.md': numbered(NOTES, REPORT) });
      git('clone', '-q', '--bare', '.', 'bare.git');
      const bare = join(folder, 'bare.git');
      expect(clausediff(bare, 'diff', 'HEAD~1:text.md', 'HEAD:text.md').stdout).toContain(
        'welcomes → takes note of',
      );
      expect(clausediff(bare, 'diff', 'HEAD~1..HEAD', '--', 'text.md').stdout).toContain(
        'welcomes → takes note of',
      );
      expect(clausediff(bare, 'history', 'text.md').stdout).toContain('Soften');
      expect(clausediff(bare, 'blame', 'text.md').stdout).toContain('takes note of');
    }));

  it('may have 500 commits of one file', () =>
    inRepository(({ folder }) => {
      const stream = Array.from({ length: 500 }, (_, i) => {
        const text = numbered(WELCOMES, REPORT.replace('June 2025', `${1 + (i % 28)} June 2025`));
        return [
          'commit refs/heads/main',
          `committer Ada <ada@example.org> ${1_700_000_000 + i * 60} +0000`,
          `data <<E\nCommit ${i}\nE`,
          `M 100644 inline text.md\ndata ${Buffer.byteLength(text)}\n${text}`,
        ].join('\n');
      }).join('\n');
      expect(real(folder, ['fast-import', '--quiet'], stream).status).toBe(0);
      const { code, stdout } = clausediff(folder, 'history', '--format', 'json', 'text.md');
      expect(code).toBe(0);
      const { commits } = JSON.parse(stdout);
      expect(commits).toHaveLength(500);
      expect(commits[0].findings[0]).toMatchObject({ class: 'date' });
    }));
});
