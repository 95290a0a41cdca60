import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, runBinary } from '../cli/run.ts';
import { EUROPEANS, hook, NOTES, numbered, REPORT, real, WELCOMES, write } from './hooked.ts';
import { inRepository, type Repository } from './repository.ts';

const RED = 'The Union will never recognise the annexation.';
const TEXT = numbered(RED, WELCOMES, REPORT);
const CONFIG = JSON.stringify({ redLines: ['will never recognise'] });
const OTHER = numbered('Something else altogether.', 'The weather was fine in the harbour that day.');

const staged = (folder: string): Outcome => runBinary(['check', '--staged'], folder);

/** A repository whose draft holds a red line. */
const withRedLine = (work: (repository: Repository) => void | Promise<void>) =>
  inRepository(async (repository) => {
    repository.commit('Begin', { 'd.md': TEXT, '.clausediffrc.json': CONFIG });
    await work(repository);
  });

/** What takes a draft away, and what is said of it. */
const WAYS: readonly (readonly [name: string, told: string, take: (repository: Repository) => void])[] = [
  ['deleting it', 'd.md (deleted)', ({ git }) => git('rm', '-q', 'd.md')],
  ['another ending', 'd.md (renamed to d.txt)', ({ git }) => git('mv', 'd.md', 'd.txt')],
  [
    'a rewrite under a new name',
    'd.md (deleted)',
    ({ git, folder }) => {
      git('rm', '-q', 'd.md');
      write(folder, OTHER, 'e.md');
    },
  ],
  [
    'a rename with the line left out',
    'e.md',
    ({ git, folder }) => {
      git('mv', 'd.md', 'e.md');
      write(folder, TEXT.replace('will never recognise', 'deplores'), 'e.md');
    },
  ],
  [
    'a link in its place',
    'd.md (replaced by a link)',
    ({ folder }) => {
      rmSync(join(folder, 'd.md'));
      symlinkSync('elsewhere.md', join(folder, 'd.md'));
    },
  ],
  [
    'a submodule in its place',
    'd.md (replaced by a submodule)',
    ({ git, folder }) => {
      git('rm', '-q', 'd.md');
      git('init', '-q', 'd.md');
      git('-C', 'd.md', 'commit', '-q', '--allow-empty', '-m', 'Inner');
      mkdirSync(join(folder, 'd.md'), { recursive: true });
    },
  ],
  ['emptying it', 'd.md', ({ folder }) => write(folder, '', 'd.md')],
];

describe('a red line', () => {
  it.each(WAYS)('is lost by %s, and told', (_, told, take) =>
    withRedLine((repository) => {
      const { folder, git } = repository;
      hook(folder, 'install', '--pre-commit');
      take(repository);
      git('add', '-A');
      const { code, stdout } = staged(folder);
      expect(code).toBe(1);
      expect(stdout).toContain(`${told}: error: red-line: `);
      expect(stdout).toContain('will never recognise');
      const stopped = real(folder, ['commit', '-qm', 'Gone']);
      expect(stopped.status).not.toBe(0);
      expect(stopped.stderr).toContain(`${told}: error: red-line: `);
      expect(real(folder, ['commit', '-qm', 'Gone'], { CLAUSEDIFF_ALLOW: 'red-line' }).status).toBe(0);
    }),
  );

  it.each(WAYS)('is lost by %s, and told when it is pushed', (_, told, take) =>
    withRedLine((repository) => {
      const { folder, git } = repository;
      git('init', '-q', '--bare', '.git/remote.git');
      git('remote', 'add', 'origin', './.git/remote.git');
      git('push', '-q', 'origin', 'main');
      hook(folder, 'install', '--pre-push');
      take(repository);
      git('add', '-A');
      git('commit', '-qm', 'Gone');
      const stopped = real(folder, ['push', '-q', 'origin', 'main']);
      expect(stopped.status).not.toBe(0);
      expect(stopped.stderr).toContain(`${told}: error: red-line: `);
    }),
  );

  it.each([
    ['a new draft', undefined],
    ['a draft that was there', numbered(OTHER)],
  ])('is kept where another draft of the commit takes it over: %s', (_, before) =>
    withRedLine(({ folder, git, commit }) => {
      if (before !== undefined) commit('Other', { 'e.md': before });
      git('rm', '-q', 'd.md');
      write(folder, `${before ?? ''}\n${numbered(RED)}${OTHER}`, 'e.md');
      git('add', '-A');
      expect(staged(folder)).toMatchObject({ code: 0, stdout: '' });
    }),
  );

  it('is not kept by a draft that held it before, nor twice by one that takes it over once', () =>
    withRedLine(({ folder, git, commit }) => {
      commit('Other', { 'e.md': numbered(RED), 'f.md': TEXT });
      git('rm', '-q', 'd.md', 'f.md');
      write(folder, numbered(RED, 'One sentence more.'), 'e.md');
      git('add', '-A');
      expect(staged(folder).stdout.match(/error: red-line/g)).toHaveLength(2);
      write(folder, numbered(RED, 'One sentence more.', RED), 'e.md');
      git('add', '-A');
      expect(staged(folder).stdout.match(/error: red-line/g)).toHaveLength(1);
    }));

  it('alone is asked of a draft that is gone', () =>
    inRepository(({ folder, git, commit }) => {
      const rules = { redLines: ['never'], rules: { 'actor-change': 'error', weaker: 'error' } };
      commit('Begin', { 'd.md': numbered(WELCOMES), '.clausediffrc.json': JSON.stringify(rules) });
      git('rm', '-q', 'd.md');
      expect(staged(folder)).toMatchObject({ code: 0, stdout: '' });
    }));
});

describe('the configuration of a check', () => {
  const ACTORS = JSON.stringify({ rules: { 'actor-change': 'error' } });
  const NO_ACTORS = JSON.stringify({ rules: { 'actor-change': 'off', weaker: 'error' } });
  const files = (text: string): Record<string, string> => ({
    'a/deep/d.md': numbered(text),
    'b/d.md': numbered(text),
    'd.md': numbered(text),
  });

  it('is that of each draft’s own folder upwards, from any working directory', () =>
    inRepository(({ folder, git, commit }) => {
      commit('Begin', {
        ...files(WELCOMES),
        'a/.clausediffrc.json': ACTORS,
        'b/.clausediffrc.json': NO_ACTORS,
        'elsewhere/.clausediffrc.json': '{"rules": {"weaker": "error"}}',
      });
      for (const [name, text] of Object.entries(files(EUROPEANS))) write(folder, text, name);
      git('add', '-A');
      for (const from of ['.', 'a', 'a/deep', 'b', 'elsewhere']) {
        const { code, stdout } = staged(join(folder, from));
        expect(code).toBe(1);
        expect(stdout.split('\n').map((line) => line.split(': ').slice(0, 3).join(' '))).toEqual([
          'a/deep/d.md error actor-change',
          'b/d.md error weaker',
          expect.stringContaining('To pass on purpose'),
          '',
        ]);
      }
    }));

  it('is that of the newer draft, however it is named', () =>
    inRepository(({ folder, git, commit }) => {
      const red = { redLines: ['welcomes'], lexicon: [] };
      commit('Begin', {
        'a/.clausediffrc.json': JSON.stringify(red),
        'a/d.md': numbered(WELCOMES),
        'old/d.md': numbered(WELCOMES),
        'old/.clausediffrc.json': '{"redLines": []}',
      });
      commit('Soften', { 'a/d.md': numbered(NOTES) });
      const red_ = expect.stringContaining('red-line');
      const check = (from: string, ...args: string[]): Outcome =>
        runBinary(['check', ...args], join(folder, from));
      for (const [from, ...args] of [
        ['.', 'old/d.md', 'a/d.md'],
        ['old', 'd.md', '../a/d.md'],
        ['old', 'd.md', 'HEAD:a/d.md'],
        ['a', '../old/d.md', 'HEAD:./d.md'],
        ['old', 'HEAD~1:a/d.md', ':a/d.md'],
        ['old', 'HEAD~1:a/d.md', ':0:a/d.md'],
        ['.', 'HEAD~1..HEAD', 'a/d.md'],
        ['old', 'HEAD~1...HEAD', '--', '../a/d.md'],
        ['a', 'HEAD~1..HEAD', '--', 'd.md'],
      ] as const)
        expect({ args, ...check(from, ...args) }).toMatchObject({ args, code: 1, stdout: red_ });
      expect(check('a', 'd.md', '../old/d.md')).toMatchObject({ code: 0 });
      write(folder, numbered(EUROPEANS), 'a/d.md');
      git('reset', '-q', '--soft', 'HEAD~1');
      expect(check('old', '--staged', '../a/d.md')).toMatchObject({ code: 1, stdout: red_ });
    }));
});
