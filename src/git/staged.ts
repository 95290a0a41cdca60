import { isMarkdown } from '../util/is-markdown.ts';
import { type RawDiff, treeDiff } from './raw-diff.ts';
import { git, tryGit } from './run-git.ts';

/** A draft that is new or has another version, as its blobs. */
interface ChangedFile {
  readonly path: string;
  /** Undefined where the draft is new. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A draft that is no longer one. */
export interface GoneFile {
  readonly path: string;
  readonly before: string;
  /** What became of it: `deleted`, `renamed to text.txt`, `replaced by a link`. */
  readonly fate: string;
}

/** What a commit or a push does to the drafts of a repository. Paths are from the top of the work tree. */
export interface DraftChanges {
  readonly changed: readonly ChangedFile[];
  readonly gone: readonly GoneFile[];
  /** Paths that a merge left in conflict, with no version to read. */
  readonly unmerged: readonly string[];
}

/**
 * The drafts that are staged, as they are staged, whatever stands in the work tree.
 *
 * @param base what they are held against: HEAD, or for a commit that is amended its parent
 */
export function stagedDrafts(cwd: string, base = 'HEAD'): DraftChanges {
  try {
    return draftChanges(treeDiff(cwd, base, ''));
  } catch (error) {
    if (tryGit(cwd, ['rev-parse', '--verify', '--quiet', base]).ok) throw error;
    return draftChanges(treeDiff(cwd, emptyTree(cwd), ''));
  }
}

/** The drafts that a commit changed, against its first parent. */
export function committedDrafts(cwd: string, commit: string): DraftChanges {
  const [, parent] = git(cwd, ['rev-list', '--parents', '-n', '1', commit, '--'])
    .toString()
    .trim()
    .split(' ');
  return changedDrafts(cwd, parent ?? emptyTree(cwd), commit);
}

/** The drafts that differ between two revisions. */
export const changedDrafts = (cwd: string, older: string, newer: string): DraftChanges =>
  draftChanges(treeDiff(cwd, older, newer));

const emptyTree = (cwd: string): string =>
  git(cwd, ['hash-object', '-t', 'tree', '--stdin']).toString().trim();

function draftChanges(files: readonly RawDiff[]): DraftChanges {
  const changes = { changed: [] as ChangedFile[], gone: [] as GoneFile[], unmerged: [] as string[] };
  for (const { path, from = path, before, after, instead } of files) {
    if (instead === 'conflict') {
      if (isMarkdown(path)) changes.unmerged.push(path);
    } else if (after !== undefined && isMarkdown(path)) changes.changed.push({ path, before, after });
    else if (before !== undefined && isMarkdown(from))
      changes.gone.push({ path: from, before, fate: fateOf(path, from, instead) });
  }
  return changes;
}

function fateOf(path: string, from: string, instead: 'link' | 'submodule' | undefined): string {
  if (path !== from) return `renamed to ${path}`;
  return instead === undefined ? 'deleted' : `replaced by a ${instead}`;
}
