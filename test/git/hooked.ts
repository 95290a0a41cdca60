import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type Outcome, runBinary } from '../cli/run.ts';
import { inRepository, type Repository } from './repository.ts';

export const numbered = (...texts: string[]): string =>
  texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
export const WELCOMES = 'The European Union welcomes the plan of the Commission for the ports of the region.';
/** Another actor. */
export const EUROPEANS = WELCOMES.replace('The European Union welcomes', 'The Europeans welcome');
/** A weaker verb. */
export const NOTES = WELCOMES.replace('welcomes', 'takes note of');
export const REPORT = 'Member States will report on their stocks of grain by June 2025.';
/** Forbids another actor. */
export const RULES = JSON.stringify({ rules: { 'actor-change': 'error' } });

export const hook = (folder: string, ...args: string[]): Outcome => runBinary(['hook', ...args], folder);

/** A real git command, whose hooks are run. */
export function real(folder: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_EDITOR: 'true',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'a@b',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'a@b',
      ...env,
    },
  });
  return { status, stdout, stderr };
}

/** A repository with one commit and hooks. */
export const withHooks = (
  hooks: readonly string[],
  work: (repository: Repository) => void | Promise<void>,
  files: Readonly<Record<string, string>> = {},
) =>
  inRepository(async (repository) => {
    repository.commit('Begin', {
      'text.md': numbered(WELCOMES, REPORT),
      '.clausediffrc.json': RULES,
      ...files,
    });
    expect(hook(repository.folder, 'install', ...hooks).code).toBe(0);
    await work(repository);
  });

export function write(folder: string, content: string | Uint8Array, name = 'text.md'): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}
