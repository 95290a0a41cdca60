import { namesObject } from './object-id.ts';
import { git, tryGit } from './run-git.ts';
import { changedDrafts, type DraftChanges } from './staged.ts';

/** A ref that is pushed: the commit that it has here, and the one that the remote has, all zeros for none. */
interface PushedRef {
  readonly local: string;
  readonly remote: string;
}

/** What git tells a pre-push hook on standard input: `local-ref local-id remote-ref remote-id` a line. */
export const readPushedRefs = (input: string): PushedRef[] =>
  input
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, local = '', , remote = ''] = line.split(' ');
      return { local, remote };
    });

/**
 * What a push does to the drafts, ref by ref. Where the remote has nothing that is known here, what is pushed begins
 * after the commits that it is known to have.
 *
 * @param remote name of the remote
 */
export const pushedDrafts = (cwd: string, remote: string, refs: readonly PushedRef[]): DraftChanges[] =>
  refs.flatMap(({ local, remote: there }) => {
    if (!namesObject(local)) return [];
    const base = isCommit(cwd, there) ? there : baseOf(cwd, remote, local);
    return base === undefined ? [] : [changedDrafts(cwd, base, local)];
  });

const isCommit = (cwd: string, id: string): boolean =>
  namesObject(id) && tryGit(cwd, ['cat-file', '-e', `${id}^{commit}`]).ok;

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
