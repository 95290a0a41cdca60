import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBinary } from '../cli/run.ts';
import {
  EUROPEANS,
  hook,
  NOTES,
  numbered,
  REPORT,
  RULES,
  real,
  WELCOMES,
  withHooks,
  write,
} from './hooked.ts';
import { inRepository, type Repository } from './repository.ts';

describe('the pre-commit hook', () => {
  it('stops a commit that breaks a rule, and says how to pass', () =>
    withHooks(['--pre-commit'], ({ folder, git }) => {
      write(folder, numbered(EUROPEANS, REPORT));
      const stopped = real(folder, ['commit', '-qam', 'Change']);
      expect(stopped.status).toBe(1);
      expect(stopped.stderr).toContain(
        'text.md: error: actor-change: ▼ actor weaker: The European Union → The Europeans',
      );
      expect(stopped.stderr).toContain('CLAUSEDIFF_ALLOW=actor-change');
      expect(git('log', '--format=%s')).toBe('Begin');
      expect(real(folder, ['commit', '-qam', 'Change'], { CLAUSEDIFF_ALLOW: 'actor-change' }).status).toBe(0);
    }));

  it('reads what is staged, not the work tree', () =>
    withHooks(['--pre-commit'], ({ folder }) => {
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['add', 'text.md']);
      write(folder, numbered(EUROPEANS, REPORT));
      expect(real(folder, ['commit', '-qm', 'Staged']).status).toBe(0);
      expect(real(folder, ['commit', '-qam', 'All']).status).toBe(1);
    }));

  it('sees through a rename, and lets new, deleted and other files pass', () =>
    withHooks(['--pre-commit'], ({ folder, git }) => {
      write(folder, 'New text of the Europeans.', 'new draft.md');
      write(folder, 'anything', 'other.txt');
      git('add', '-A');
      expect(real(folder, ['commit', '-qm', 'New']).status).toBe(0);
      const more = [
        'The Bank is invited to lend more to small towns.',
        'It will return to this matter in the autumn.',
      ];
      write(folder, numbered(WELCOMES, REPORT, ...more));
      expect(real(folder, ['commit', '-qam', 'Longer']).status).toBe(0);
      git('mv', '--', 'text.md', '-renamed text.md');
      write(folder, numbered(EUROPEANS, REPORT, ...more), '-renamed text.md');
      git('add', '-A');
      expect(real(folder, ['commit', '-qm', 'Renamed']).stderr).toContain(
        '-renamed text.md: error: actor-change',
      );
      git('reset', '-q', '--hard');
      git('rm', '-q', 'text.md');
      expect(real(folder, ['commit', '-qm', 'Gone']).status).toBe(0);
    }));

  it('runs in a worktree, and in the first commit', () =>
    withHooks(['--pre-commit'], ({ folder, git }) => {
      git('worktree', 'add', '-q', 'tree');
      write(join(folder, 'tree'), numbered(EUROPEANS, REPORT));
      expect(real(join(folder, 'tree'), ['commit', '-qam', 'Change']).status).toBe(1);
      git('checkout', '-q', '--orphan', 'fresh');
      expect(real(folder, ['commit', '-qm', 'First']).status).toBe(0);
    }));

  it('is skipped by CLAUSEDIFF=0, and never stops a commit for a trouble of its own', () =>
    withHooks(['--pre-commit'], ({ folder }) => {
      write(folder, numbered(EUROPEANS, REPORT));
      expect(real(folder, ['commit', '-qam', 'Skipped'], { CLAUSEDIFF: '0' }).status).toBe(0);
      write(folder, '{ broken', '.clausediffrc.json');
      write(folder, numbered(WELCOMES, REPORT));
      const { status, stderr } = real(folder, ['commit', '-qam', 'Broken']);
      expect(status).toBe(0);
      expect(stderr).toMatch(/clausediff: pre-commit: .*\(not stopped\)/);
    }));
});

describe('the notes', () => {
  const note = ({ git }: Repository, commit = 'HEAD') =>
    JSON.parse(git('notes', '--ref', 'refs/notes/clausediff', 'show', commit));

  it('record each commit, and are written again after amend and rebase', () =>
    withHooks(['--post-commit'], (repository) => {
      const { folder, git } = repository;
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Soften']);
      expect(note(repository).files[0].findings[0]).toMatchObject({
        class: 'verb',
        new: 'takes note of',
        is: ['1'],
      });
      const before = git('rev-parse', 'HEAD');
      real(folder, ['commit', '-q', '--amend', '-m', 'Soften more']);
      expect(git('rev-parse', 'HEAD')).not.toBe(before);
      expect(note(repository).files).toHaveLength(1);
      git('checkout', '-q', '-b', 'side', 'HEAD~1');
      write(folder, 'x', 'other.txt');
      git('add', '-A');
      git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Side');
      git('checkout', '-q', 'main');
      expect(real(folder, ['rebase', '-q', 'side']).status).toBe(0);
      expect(note(repository).files[0].path).toBe('text.md');
    }));

  it('leave the commit, a merge and a cherry-pick as they are', () =>
    withHooks(['--post-commit'], (repository) => {
      const { folder, git } = repository;
      git('checkout', '-q', '-b', 'side');
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Soften']);
      git('checkout', '-q', 'main');
      expect(real(folder, ['cherry-pick', 'side']).status).toBe(0);
      expect(note(repository).files).toHaveLength(1);
      expect(real(folder, ['merge', '-q', '--no-edit', 'side']).status).toBe(0);
      expect(git('status', '--porcelain')).toBe('');
    }));
});

describe('the pre-push hook', () => {
  it('stops a push that breaks a rule, to a new branch too', () =>
    withHooks(['--pre-push'], ({ folder, git, commit }) => {
      git('init', '-q', '--bare', 'remote.git');
      git('remote', 'add', 'origin', './remote.git');
      writeFileSync(join(folder, '.git/info/exclude'), 'remote.git\n');
      expect(real(folder, ['push', '-q', 'origin', 'main']).status).toBe(0);
      commit('Change', { 'text.md': numbered(EUROPEANS, REPORT) });
      expect(real(folder, ['push', '-q', 'origin', 'main']).stderr).toContain('actor-change');
      expect(real(folder, ['push', '-q', 'origin', 'main:fresh']).status).not.toBe(0);
      expect(
        real(folder, ['push', '-q', 'origin', 'main'], { CLAUSEDIFF_ALLOW: 'actor-change' }).status,
      ).toBe(0);
    }));
});

describe('installing', () => {
  const EARLIER = '#!/bin/sh\necho earlier >>ran\nexit 0\n';

  it('keeps the hook that is there, runs it first, and puts it back byte for byte', () =>
    inRepository(({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT), '.clausediffrc.json': RULES });
      const path = join(folder, '.git/hooks/pre-commit');
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      writeFileSync(path, EARLIER);
      chmodSync(path, 0o751);
      expect(hook(folder, 'install', '--pre-commit').stdout).toContain(
        'the hook that was there is run first',
      );
      hook(folder, 'install', '--pre-commit');
      write(folder, numbered(EUROPEANS, REPORT));
      expect(real(folder, ['commit', '-qam', 'Change']).status).toBe(1);
      expect(readFileSync(join(folder, 'ran'), 'utf8')).toBe('earlier\n');
      expect(hook(folder, 'status').stdout).toContain('pre-commit: installed before another');
      expect(hook(folder, 'uninstall').stdout).toBe('took away pre-commit\n');
      expect(readFileSync(path, 'utf8')).toBe(EARLIER);
      expect(statSync(path).mode & 0o777).toBe(0o751);
      expect(hook(folder, 'uninstall').stdout).toBe('');
      expect(readFileSync(path, 'utf8')).toBe(EARLIER);
    }));

  it('lets the failure of the earlier hook count', () =>
    inRepository(({ folder, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES) });
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      writeFileSync(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 7\n', { mode: 0o755 });
      hook(folder, 'install', '--pre-commit');
      write(folder, numbered(NOTES));
      expect(real(folder, ['commit', '-qam', 'Change']).status).not.toBe(0);
    }));

  it('writes into a folder that the repository names for its hooks, not into one that is shared', () =>
    inRepository(({ folder, git }) => {
      const install = (env: Record<string, string> = {}) =>
        runBinary(['hook', 'install', '--pre-commit'], folder, { env });
      write(folder, '[core]\n\thooksPath = shared\n', 'global');
      const shared = install({ GIT_CONFIG_GLOBAL: join(folder, 'global') });
      expect(shared.stdout).toContain('core.hooksPath is set for more than this repository');
      expect(shared.stdout).toContain('clausediff hook run pre-commit');
      expect(existsSync(join(folder, 'shared'))).toBe(false);
      git('config', 'core.hooksPath', 'own');
      expect(install({ GIT_CONFIG_GLOBAL: join(folder, 'global') }).stdout).toContain('installed pre-commit');
      expect(existsSync(join(folder, 'own/pre-commit'))).toBe(true);
      expect(existsSync(join(folder, 'shared'))).toBe(false);
    }));

  it('says which hook another version has installed, and takes its place', () =>
    withHooks(['--pre-commit'], ({ folder }) => {
      const path = join(folder, '.git/hooks/pre-commit');
      const script = readFileSync(path, 'utf8');
      writeFileSync(path, script.replace(/version \d+/, 'version 1'));
      expect(hook(folder, 'status').stdout).toContain('pre-commit: installed by another version');
      hook(folder, 'install', '--pre-commit');
      expect(readFileSync(path, 'utf8')).toBe(script);
      expect(existsSync(`${path}.before-clausediff`)).toBe(false);
    }));

  it('does nothing in a dry run', () =>
    inRepository(({ folder }) => {
      expect(hook(folder, 'install', '--pre-commit', '--dry-run').stdout).toContain(
        'would install pre-commit',
      );
      expect(existsSync(join(folder, '.git/hooks/pre-commit'))).toBe(false);
    }));

  it.each([
    ['husky', 'core.hooksPath', '.husky/_', '.husky/'],
    ['lefthook', undefined, 'exec lefthook run pre-commit\n', 'lefthook.yml'],
    [
      'pre-commit',
      undefined,
      '# File generated by pre-commit: https://pre-commit.com\n',
      '.pre-commit-config.yaml',
    ],
  ])('prints the lines for %s instead of writing over its hooks', (_, key, value, told) =>
    inRepository(({ folder, git }) => {
      const path = join(folder, '.git/hooks/pre-commit');
      if (key) git('config', key, value);
      else {
        mkdirSync(join(folder, '.git/hooks'), { recursive: true });
        writeFileSync(path, value, { mode: 0o755 });
      }
      const { code, stdout } = hook(folder, 'install', '--pre-commit');
      expect(code).toBe(0);
      expect(stdout).toContain(told);
      expect(stdout).toContain('clausediff hook run pre-commit');
      expect(existsSync(path) ? readFileSync(path, 'utf8') : value).toBe(value);
    }),
  );

  it.each([
    ['nothing named', ['install'], /--pre-commit/],
    ['no action', [], /install, uninstall or status/],
    ['a hook that there is not', ['run', 'pre-rebase'], /pre-commit/],
  ])('%s is one line of trouble', (_, args, told) =>
    inRepository(({ folder }) => {
      const { code, stderr } = hook(folder, ...args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
      expect(stderr).toMatch(told);
    }),
  );
});

describe('check', () => {
  it('tells what the rules forbid between two drafts', () =>
    inRepository(({ folder }) => {
      write(folder, numbered(WELCOMES), 'old.md');
      write(folder, numbered(EUROPEANS), 'new.md');
      expect(runBinary(['check', 'old.md', 'new.md'], folder)).toMatchObject({ code: 0, stdout: '' });
      write(
        folder,
        JSON.stringify({ rules: { 'actor-change': 'warning', weaker: 'error' } }),
        '.clausediffrc.json',
      );
      const { code, stdout } = runBinary(['check', 'old.md', 'new.md'], folder);
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^new\.md: error: weaker: .*\nnew\.md: warning: actor-change: .*\nTo pass on purpose: CLAUSEDIFF_ALLOW=weaker;/,
      );
      write(folder, JSON.stringify({ redLines: ['of the Commission'] }), '.clausediffrc.json');
      write(folder, numbered(WELCOMES.replace(' of the Commission', '')), 'new.md');
      expect(runBinary(['check', 'old.md', 'new.md'], folder).stdout).toContain('red-line');
      write(folder, JSON.stringify({ rules: { 'actor-change': 'forbidden' } }), '.clausediffrc.json');
      expect(runBinary(['check', 'old.md', 'new.md'], folder).stderr).toMatch(
        /\.clausediffrc\.json:.*error, warning, off/,
      );
    }));
});
