import { GitError } from './git-error.ts';
import { git, tryGit } from './run-git.ts';

/** Which part of a history is asked for. */
export interface HistoryRange {
  /** One revision, `A..B`, or `A...B` for what B has since both parted; HEAD otherwise, and for a side left out. */
  readonly range?: string | undefined;
  /** What git takes as a date. */
  readonly since?: string | undefined;
}

export interface ResolvedRange {
  /** The commit whose version of a file is the newest. */
  readonly tip: string;
  /** The commits that the range holds; undefined if it holds all that led to the tip. */
  readonly commits: ReadonlySet<string> | undefined;
}

/** @throws {GitError} if there is no repository, no commit yet, or no such revision */
export function resolveRange(cwd: string, { range = 'HEAD', since }: HistoryRange): ResolvedRange {
  const [, from, dots, to] = /^(.*?)(\.\.\.?)(.*)$/.exec(range) ?? [];
  const tip = commitOf(cwd, dots === undefined ? range : to || 'HEAD');
  if (dots === undefined && since === undefined) return { tip, commits: undefined };
  const start = dots === undefined ? undefined : commitOf(cwd, from || 'HEAD');
  const left = start !== undefined && dots === '...' ? mergeBase(cwd, start, tip) : start;
  const ids = git(cwd, [
    'rev-list',
    ...(since === undefined ? [] : [`--since=${since}`]),
    tip,
    ...(left === undefined ? [] : [`^${left}`]),
    '--',
  ]);
  return { tip, commits: new Set(ids.toString().split('\n')) };
}

function commitOf(cwd: string, revision: string): string {
  const { ok, stdout, stderr } = tryGit(cwd, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${revision}^{commit}`,
  ]);
  if (ok) return stdout.toString().trim();
  if (stderr !== '') git(cwd, ['rev-parse', '--git-dir']);
  throw new GitError(
    revision === 'HEAD'
      ? 'the repository has no commit yet'
      : `"${revision}" is no revision; git log --oneline lists some`,
  );
}

/** Where the histories of two revisions parted. */
export function mergeBase(cwd: string, one: string, other: string): string {
  const { ok, stdout } = tryGit(cwd, ['merge-base', '--end-of-options', one, other]);
  if (!ok) throw new GitError(`"${one}" and "${other}" have no commit in common`);
  return stdout.toString().trim();
}
