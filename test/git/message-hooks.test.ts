import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/git/calling-command.ts';
import { EUROPEANS, NOTES, numbered, REPORT, real, WELCOMES, withHooks, write } from './hooked.ts';
import type { Repository } from './repository.ts';

const LATER = REPORT.replace('June', 'October');
/** Told by the first comment and by nothing else. */
const HEAD_LINE = 'Wording changes (clausediff):';

/** An editor that keeps what it was shown, and puts a subject before it. */
const editor = (folder: string): Record<string, string> => ({
  GIT_EDITOR: `sh -c 'cp "$1" "${folder}/.git/seen"; { echo Edited; cat "$1"; } >"$1.new"; mv "$1.new" "$1"' -`,
});
const seen = (folder: string): string => {
  const path = join(folder, '.git/seen');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const message = ({ git }: Repository, commit = 'HEAD'): string => git('log', '-1', '--format=%B', commit);
const trailersOf = ({ git }: Repository): string[] =>
  git('log', '-1', '--format=%(trailers:key=Wording-Change,valueonly)').split('\n').filter(Boolean);

describe('the comments', () => {
  it.each([
    ['as a rule', [], '#'],
    ['with another sign', ['core.commentChar=;'], ';'],
    ['with git’s own choice of a sign', ['core.commentChar=auto'], '#'],
    ['where they are stripped in any case', ['commit.cleanup=strip'], '#'],
    ['under the line where git cuts', ['commit.cleanup=scissors'], '#'],
    ['above a diff', ['commit.verbose=true'], '#'],
    ['above a diff, with another sign', ['commit.verbose=true', 'core.commentChar=%'], '%'],
    ['without git’s hints', ['commit.status=false'], '#'],
  ])('are shown and taken out again, %s', (_, config, sign) =>
    withHooks(['--commit-msg'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      const options = config.flatMap((one) => ['-c', one]);
      expect(real(folder, [...options, 'commit', '-qa'], editor(folder)).status).toBe(0);
      expect(seen(folder)).toContain(`${sign} ${HEAD_LINE}\n${sign} text.md: 1 substantive`);
      expect(seen(folder)).toContain(`${sign}   ▼ verb weaker: welcomes → takes note of (1)\n`);
      expect(message(repository)).toBe('Edited');
    }),
  );

  it('have the sign that git takes where the message has its own', () =>
    withHooks(['--commit-msg'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      write(folder, '# kept\n', 'template.txt');
      const options = ['-c', 'core.commentChar=auto', 'commit', '-qa', '-t', 'template.txt'];
      expect(real(folder, options, editor(folder)).status).toBe(0);
      expect(seen(folder)).toContain(`\n; ${HEAD_LINE}\n`);
      expect(message(repository)).toBe('Edited\n# kept');
    }));

  it.each([
    ['git keeps comments', ['-c', 'commit.cleanup=whitespace', 'commit', '-qa']],
    ['git keeps everything', ['-c', 'commit.cleanup=verbatim', 'commit', '-qa']],
    ['the command says so', ['commit', '-qa', '--cleanup=verbatim']],
    ['the command says so in short', ['commit', '-qa', '--clean', 'whitespace']],
    [
      'the command says otherwise than the configuration',
      ['-c', 'commit.cleanup=strip', 'commit', '-qa', '--cleanup=verbatim'],
    ],
    ['the line where git cuts is missing', ['commit', '-qa', '--cleanup=scissors', '--no-status']],
  ])('are not written where %s', (_, args) =>
    withHooks(['--commit-msg'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      expect(real(folder, args, editor(folder)).status).toBe(0);
      expect(seen(folder)).not.toContain(HEAD_LINE);
      expect(message(repository)).not.toContain(HEAD_LINE);
    }),
  );

  const CLEANUPS = ['default', 'strip', 'whitespace', 'verbatim', 'scissors'];
  it.each(
    CLEANUPS.flatMap((cleanup) =>
      ['#', ';', 'auto'].map(
        (sign) =>
          [cleanup, sign, ['-c', `commit.cleanup=${cleanup}`, '-c', `core.commentChar=${sign}`]] as const,
      ),
    ),
  )('do not stay in a message that is not edited: %s, %s', (_cleanup, _sign, options) =>
    withHooks(['--commit-msg'], (repository) => {
      const { folder, git } = repository;
      const run = (...args: string[]): void => {
        expect(real(folder, [...options, ...args]).status).toBe(0);
        expect(message(repository)).not.toContain('clausediff');
      };
      write(folder, numbered(NOTES, REPORT));
      run('commit', '-qam', 'Subject');
      write(folder, numbered(NOTES, LATER));
      run('commit', '-qa', '--amend', '--no-edit');
      git('checkout', '-q', '-b', 'side', 'HEAD^');
      write(folder, numbered(WELCOMES, LATER), 'other.md');
      git('add', '-A');
      run('commit', '-qm', 'Side');
      git('checkout', '-q', 'main');
      run('merge', '-q', '--no-edit', 'side');
      git('reset', '-q', '--hard', 'HEAD^');
      run('merge', '-q', '-m', 'Joined', 'side');
      run('revert', '--no-edit', '-m', '1', 'HEAD');
      git('reset', '-q', '--hard', 'HEAD^^');
      run('cherry-pick', 'side');
    }),
  );

  it('tell of an amended commit all that it does', () =>
    withHooks(['--commit-msg'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Subject']);
      expect(real(folder, ['commit', '-q', '--amend'], editor(folder)).status).toBe(0);
      expect(seen(folder)).toContain('welcomes → takes note of');
    }));

  it('say how many findings are left out', () =>
    withHooks(['--commit-msg'], ({ folder, git }) => {
      const many = (verb: string): string =>
        numbered(
          ...Array.from({ length: 14 }, (_, i) => `The Council ${verb} report number ${100 + i} on grain.`),
        );
      write(folder, many('welcomes'));
      git('commit', '-qam', 'Many');
      write(folder, many('takes note of'));
      real(folder, ['commit', '-qa'], editor(folder));
      expect(seen(folder)).toContain('#   and 4 more\n');
    }));
});

describe('the trailers', () => {
  it('are added, once, and no program of the repository is run for them', () =>
    withHooks(['--trailers'], (repository) => {
      const { folder, git } = repository;
      git('config', 'trailer.evil.command', 'touch ran');
      git('config', 'trailer.worse.cmd', 'touch ran');
      git('config', 'trailer.worse.key', 'Wording-Change');
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Subject']);
      expect(message(repository)).toBe(
        'Subject\n\nWording-Change: verb weaker "welcomes" -> "takes note of" (1)',
      );
      expect(existsSync(join(folder, 'ran'))).toBe(false);
    }));

  it('stand beside others, before comments and a diff', () =>
    withHooks(['--trailers'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      expect(real(folder, ['commit', '-qasv'], editor(folder)).status).toBe(0);
      expect(message(repository)).toBe(
        'Edited\n\nSigned-off-by: Ada <a@b>\nWording-Change: verb weaker "welcomes" -> "takes note of" (1)',
      );
    }));

  it('do not make a commit of one without a message', () =>
    withHooks(['--trailers'], ({ folder, git }) => {
      write(folder, numbered(NOTES, REPORT));
      expect(real(folder, ['commit', '-qa']).status).not.toBe(0);
      expect(git('log', '--format=%s')).toBe('Begin');
    }));

  it.each([
    ['with its message', ['--no-edit']],
    ['with another message', ['-m', 'Other']],
    ['with the option cut short', ['--am', '--no-edit']],
  ])('are after an amend those of the commit as it now is, %s', (_, options) =>
    withHooks(['--trailers'], (repository) => {
      const { folder } = repository;
      const amend = (...texts: string[]): string[] => {
        write(folder, numbered(...texts));
        const amended = options.includes('--am') ? options : ['--amend', ...options];
        expect(real(folder, ['commit', '-qa', ...amended]).status).toBe(0);
        return trailersOf(repository);
      };
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'Subject']);
      const [softened] = trailersOf(repository);
      expect(amend(NOTES, REPORT)).toEqual([softened]);
      expect(amend(NOTES, LATER)).toEqual([softened, expect.stringMatching(/^date weaker/)]);
      expect(amend(EUROPEANS, REPORT)).toEqual([expect.stringMatching(/^actor weaker/)]);
      write(folder, 'x', 'other.txt');
      repository.git('add', '-A');
      expect(amend(WELCOMES, REPORT)).toEqual([]);
    }),
  );

  it('are of the commit, not of one before, where nothing is amended', () =>
    withHooks(['--trailers'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['commit', '-qam', 'One']);
      write(folder, numbered(NOTES, LATER));
      real(folder, ['commit', '-qam', 'Two, not --amend']);
      expect(trailersOf(repository)).toEqual([expect.stringMatching(/^date/)]);
      write(folder, 'x', 'other.txt');
      real(folder, ['add', '-A']);
      real(folder, ['commit', '-qm', 'Three']);
      expect(trailersOf(repository)).toEqual([]);
    }));

  it('are at most twenty of all files, the most important first, and a count', () =>
    withHooks(['--trailers'], (repository) => {
      const { folder, git } = repository;
      const file = (verb: string): string =>
        numbered(
          ...Array.from({ length: 13 }, (_, i) => `The Council ${verb} report number ${100 + i} on grain.`),
        );
      for (const name of ['a.md', 'b.md']) write(folder, file('welcomes'), name);
      git('add', '-A');
      git('commit', '-qm', 'Many');
      for (const name of ['a.md', 'b.md']) write(folder, file('takes note of'), name);
      write(folder, numbered(EUROPEANS, REPORT));
      real(folder, ['commit', '-qam', 'Soften'], { CLAUSEDIFF_ALLOW: 'actor-change' });
      const told = trailersOf(repository);
      expect(told).toHaveLength(21);
      expect(told[0]).toMatch(/^actor weaker/);
      expect(told[20]).toBe('and 7 more');
    }));

  it('leave a root commit that is amended alone', () =>
    withHooks(['--trailers'], (repository) => {
      const { folder } = repository;
      write(folder, numbered(NOTES, REPORT));
      expect(real(folder, ['commit', '-qa', '--amend', '--no-edit']).status).toBe(0);
      expect(message(repository)).toBe('Begin');
    }));
});

describe('the options of the git command that runs a hook', () => {
  it.each([
    ['git commit --amend', true, undefined],
    ['git commit --am -m x', true, undefined],
    ['git commit --amend --no-amend', false, undefined],
    ['git commit -a -m amend', false, undefined],
    ['git commit --all --author=x', false, undefined],
    ['git commit -m x -- --amend', false, undefined],
    ['git commit --cleanup=verbatim', false, 'verbatim'],
    ['git commit --cleanup strip --cleanup scissors', false, 'scissors'],
  ])('%s', (line, amends, cleanup) => {
    expect(readOptions(line.split(' '))).toEqual({ amends, cleanup });
  });
});

describe('a sign of comments of more than one letter', () => {
  it('is obeyed by a git that knows it, and is nothing to an older one', () =>
    withHooks(['--commit-msg'], ({ folder }) => {
      const version = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout;
      const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
      const knows = major > 2 || (major === 2 && minor >= 45);
      write(folder, numbered(NOTES, REPORT));
      real(folder, ['-c', 'core.commentString=//', 'commit', '-qa'], editor(folder));
      expect(seen(folder)).toContain(`${knows ? '//' : '#'} ${HEAD_LINE}\n`);
    }));
});
