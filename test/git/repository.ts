import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inFolder } from '../cli/run.ts';

/** A real repository in a temporary folder. */
export interface Repository {
  readonly folder: string;
  git(...args: string[]): string;
  /** Writes files (undefined deletes) and commits all; the n-th commit is of the n-th of March. */
  commit(subject: string, files: Readonly<Record<string, string | undefined>>): string;
}

const ENV = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export function inRepository<T>(
  work: (repository: Repository) => Promise<T> | T,
  ...init: string[]
): Promise<T> {
  return inFolder({}, (folder) => {
    let count = 0;
    const git = (...args: string[]): string => {
      const date = `2025-03-${String(Math.max(1, count)).padStart(2, '0')}T10:00:00Z`;
      const { status, stdout, stderr } = spawnSync('git', args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...ENV, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout.trim();
    };
    git('init', '-q', '-b', 'main', ...init);
    return work({
      folder,
      git,
      commit(subject, files) {
        count++;
        for (const [name, content] of Object.entries(files)) {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          if (content === undefined) rmSync(join(folder, name));
          else writeFileSync(join(folder, name), content);
        }
        git('add', '-A');
        git('commit', '-q', '-m', subject);
        return git('rev-parse', 'HEAD');
      },
    });
  });
}
