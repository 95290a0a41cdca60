import { spawnSync } from 'node:child_process';

/** A commit as it is to be: the files of its tree, and the commits that it was made from, by their positions. */
export interface WrittenCommit {
  readonly parents: readonly number[];
  readonly files: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly author?: string;
}

/**
 * Writes commits into a repository in one run of git, each a minute after the one before; the last one is HEAD.
 *
 * @returns their ids
 */
export function writeHistory(folder: string, commits: readonly WrittenCommit[]): string[] {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const stream = commits.map(({ parents, files, subject = `Commit ${0}`, author = 'Ada' }, i) => {
    const who = `${author} <ada@example.org> ${1_740_000_000 + 60 * i} +0000`;
    const [first, ...others] = parents;
    return [
      `commit refs/heads/${i === commits.length - 1 ? 'main' : `work-${i}`}\nmark :${i + 1}\n`,
      `author ${who}\ncommitter ${who}\n${data(subject)}`,
      first === undefined ? '' : `from :${first + 1}\n`,
      ...others.map((parent) => `merge :${parent + 1}\n`),
      'deleteall\n',
      ...Object.entries(files).map(
        ([path, text]) => `M 100644 inline ${JSON.stringify(path)}\n${data(text)}`,
      ),
    ].join('');
  });
  const script = `${stream.join('')}${commits.map((_, i) => `get-mark :${i + 1}\n`).join('')}done\n`;
  const { status, stdout, stderr } = spawnSync('git', ['fast-import', '--quiet', '--done', '--force'], {
    cwd: folder,
    input: script,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}
