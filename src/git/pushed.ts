import { git, tryGit } from './run-git.ts';
import { type ChangedFile, changedFiles } from './staged.ts';

/**
 * The Markdown files that a push changes, from what git tells a pre-push hook: `local-ref local-id remote-ref remote-id`
 * a line. Where the remote has nothing that is known here, what is pushed begins after the commits that it is known to
 * have.
 */
export function pushedFiles(cwd: string, remote: string, input: string): ChangedFile[] {
  return input
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [, local = '', , there = ''] = line.split(' ');
      if (!/[1-9a-f]/.test(local)) return [];
      const base = isCommit(cwd, there) ? there : baseOf(cwd, remote, local);
      return base === undefined ? [] : changedFiles(cwd, base, local);
    });
}

const isCommit = (cwd: string, id: string): boolean =>
  /[1-9a-f]/.test(id) && tryGit(cwd, ['cat-file', '-e', `${id}^{commit}`]).ok;

function baseOf(cwd: string, remote: string, local: string): string | undefined {
  const fresh = git(cwd, ['rev-list', '--topo-order', local, '--not', `--remotes=${remote}`])
    .toString()
    .trim()
    .split('\n');
  const first = fresh.at(-1);
  if (!first) return undefined;
  const { ok, stdout } = tryGit(cwd, ['rev-parse', '--verify', '--quiet', `${first}^`]);
  return ok ? stdout.toString().trim() : undefined;
}
