import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { EUROPEANS, hook, NOTES, numbered, RULES, real, WELCOMES, write } from '../git/hooked.ts';
import { expectManaged, indented } from '../git/managed.ts';
import { inRepository, type Repository } from '../git/repository.ts';

const CONFIG = '.pre-commit-config.yaml';
const MANIFEST = resolve('.pre-commit-hooks.yaml');

function preCommit(folder: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync('pre-commit', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: join(folder, '.git') },
  });
  if (error) throw new Error('pre-commit must be installed: on Debian, apt-get install pre-commit');
  if (status !== 0) throw new Error(`pre-commit ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** A configuration must be committed before pre-commit obeys it. */
function configure({ folder, git }: Repository, config: string, types: readonly string[]): void {
  write(folder, config, CONFIG);
  git('add', CONFIG);
  git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Hooks');
  preCommit(folder, 'install', ...types.flatMap((type) => ['--hook-type', type]));
}

beforeAll(() => {
  expect(preCommit('.', '--version')).toMatch(/^pre-commit \d/);
});

describe('with the real pre-commit', () => {
  it('the printed lines call our hooks', () =>
    expectManaged({
      begin: (repository) => configure(repository, 'repos: []\n', ['pre-commit']),
      configure: (repository, printed) => {
        const then = printed.find((line) => line.startsWith('Then: pre-commit install ')) ?? '';
        const types = [...then.matchAll(/--hook-type (\S+)/g)].map(([, type = '']) => type);
        expect(types).toContain('commit-msg');
        configure(repository, `repos:\n${indented(printed).join('\n')}\n`, types);
        repository.git('push', '-q', '--no-verify', 'origin', 'main');
      },
    }));

  it('the hooks that others name are valid, check what is staged and summarise it', () =>
    inRepository((repository) => {
      const { folder, git, commit } = repository;
      preCommit(folder, 'validate-manifest', MANIFEST);
      const config = { redLines: ['of the region'], ...JSON.parse(RULES) };
      commit('Begin', { 'text.md': numbered(WELCOMES), '.clausediffrc.json': JSON.stringify(config) });
      // Their own environment is another matter than what they do.
      const hooks = (parse(readFileSync(MANIFEST, 'utf8')) as object[]).map((one) => ({
        ...one,
        language: 'system',
      }));
      configure(repository, stringify({ repos: [{ repo: 'local', hooks }] }), [
        'pre-commit',
        'prepare-commit-msg',
      ]);
      write(
        folder,
        `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`,
        '.git/bin/clausediff',
      );
      spawnSync('chmod', ['+x', '.git/bin/clausediff'], { cwd: folder });
      const run = (...args: string[]) =>
        real(folder, args, {
          HOME: join(folder, '.git'),
          PATH: `${join(folder, '.git/bin')}:${process.env.PATH}`,
          GIT_EDITOR: `sh -c 'cp "$1" "${folder}/.git/seen"; echo Subject >"$1"' -`,
        });
      write(folder, numbered(EUROPEANS));
      expect(run('commit', '-a')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('actor-change'),
      });
      write(folder, numbered(NOTES));
      expect(run('commit', '-a')).toMatchObject({ status: 0 });
      expect(readFileSync(join(folder, '.git/seen'), 'utf8')).toContain('# Wording changes (clausediff):');
      git('rm', '-q', 'text.md');
      expect(run('commit')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('text.md (deleted)'),
      });
    }));

  it('the names of the stages are those that it knows', () =>
    inRepository((repository) => {
      const { folder, commit } = repository;
      commit('Begin', { 'text.md': numbered(WELCOMES) });
      configure(repository, 'repos: []\n', ['pre-commit']);
      const { stdout } = hook(folder, 'install', '--pre-commit', '--pre-push', '--post-commit');
      write(folder, `repos:\n${indented(stdout.split('\n')).join('\n')}\n`, CONFIG);
      expect(preCommit(folder, 'validate-config')).toBe('');
    }));
});
