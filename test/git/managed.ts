import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { BINARY } from '../cli/run.ts';
import { EUROPEANS, hook, NOTES, numbered, REPORT, RULES, real, WELCOMES, write } from './hooked.ts';
import { inRepository, type Repository } from './repository.ts';

const PARTS = ['--pre-commit', '--commit-msg', '--trailers', '--post-commit', '--pre-push'];
const LATER = REPORT.replace('June', 'October');

/** A program that looks after hooks, and how the lines that we print for it are put into its configuration. */
export interface Manager {
  /** Makes it look after the hooks of a repository. */
  readonly begin: (repository: Repository) => void;
  /** @param printed the lines that we print */
  readonly configure: (repository: Repository, printed: readonly string[]) => void;
}

/** Runs git with a manager's hooks, which call ours by the lines that we print. */
export const expectManaged = ({ begin, configure }: Manager): Promise<void> =>
  inRepository((repository) => {
    const { folder, git, commit } = repository;
    commit('Begin', { 'text.md': numbered(WELCOMES, REPORT), '.clausediffrc.json': RULES });
    git('init', '-q', '--bare', '.git/remote.git');
    git('remote', 'add', 'origin', './.git/remote.git');
    git('push', '-q', 'origin', 'main');
    begin(repository);
    const printed = hook(folder, 'install', ...PARTS);
    expect(printed.code).toBe(0);
    configure(repository, printed.stdout.split('\n'));
    write(folder, `#!/bin/sh\nexec '${process.execPath}' '${BINARY}' "$@"\n`, '.git/bin/clausediff');
    chmodSync(join(folder, '.git/bin/clausediff'), 0o755);

    const HOME = join(folder, '.git');
    const run = (args: readonly string[], env: Record<string, string> = {}) =>
      real(folder, args, { HOME, PATH: `${join(folder, '.git/bin')}:${process.env.PATH}`, ...env });
    const change = (...texts: string[]): void => write(folder, numbered(...texts));
    const trailers = (): string =>
      git('log', '-1', '--format=%(trailers:key=Wording-Change,valueonly)').trim();
    const hasNote = (): boolean =>
      real(folder, ['notes', '--ref', 'clausediff', 'show', 'HEAD']).status === 0;
    git('config', 'notes.displayRef', 'refs/notes/clausediff');

    // A draft is summarised where the message is edited, given trailers and recorded.
    change(NOTES, REPORT);
    const editor = { GIT_EDITOR: `sh -c 'cp "$1" "${folder}/.git/seen"; echo Subject >"$1"' -` };
    expect(run(['commit', '-a'], editor)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, '.git/seen'), 'utf8')).toContain(
      '#   ▼ verb weaker: welcomes → takes note of',
    );
    expect(trailers()).toBe('verb weaker "welcomes" -> "takes note of" (1)');
    expect(hasNote()).toBe(true);

    // What is amended has the trailers and the note of what it now is.
    change(NOTES, LATER);
    expect(run(['commit', '-a', '--amend', '--no-edit'])).toMatchObject({ status: 0 });
    expect(trailers().split('\n')).toHaveLength(2);
    expect(git('log', '-1', '--format=%B')).not.toContain('clausediff');
    expect(hasNote()).toBe(true);

    // A rebase keeps them.
    git('-c', 'core.hooksPath=/dev/null', 'checkout', '-q', '-b', 'side', 'HEAD^');
    write(folder, 'x', 'other.txt');
    git('add', 'other.txt');
    git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Side');
    git('-c', 'core.hooksPath=/dev/null', 'checkout', '-q', 'main');
    expect(run(['rebase', 'side'])).toMatchObject({ status: 0 });
    expect(hasNote()).toBe(true);

    // A broken rule stops the commit, and only that.
    change(EUROPEANS, LATER);
    const stopped = run(['commit', '-am', 'Change']);
    expect(stopped.status).not.toBe(0);
    expect(stopped.stdout + stopped.stderr).toContain('text.md: error: actor-change');
    expect(run(['commit', '-am', 'Change'], { CLAUSEDIFF: '0' })).toMatchObject({ status: 0 });
    for (const env of [
      { CLAUSEDIFF_ALLOW: 'actor-change' },
      { NODE_OPTIONS: '--no-such-option' },
      { PATH: process.env.PATH as string },
    ]) {
      expect(existsSync(join(folder, '.git/index.lock'))).toBe(false);
      git('-c', 'core.hooksPath=/dev/null', 'reset', '-q', '--soft', 'HEAD^');
      expect({ env, ...run(['commit', '-am', 'Change'], env) }).toMatchObject({ env, status: 0 });
    }

    // So it does a push.
    const refused = run(['push', 'origin', 'main']);
    expect(refused.status).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('text.md: error: actor-change');
    expect(run(['push', 'origin', 'main'], { CLAUSEDIFF_ALLOW: 'actor-change' })).toMatchObject({
      status: 0,
    });
  });

/** The lines that are indented, as they are to be put into a configuration. */
export const indented = (printed: readonly string[]): string[] =>
  printed.filter((line) => line.startsWith('  '));
