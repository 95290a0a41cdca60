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

const RAW = ['--raw', '-z', '-M', '--no-abbrev', '--diff-filter=ADMRTU', '--no-ext-diff', '--no-textconv'];
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Git's object modes; links and submodules can bear a draft's name. */
const REGULAR = /^100/;
const LINK = '120000';

/**
 * The drafts that are staged, as they are staged, whatever stands in the work tree.
 *
 * @param base what they are held against: HEAD, or for a commit that is amended its parent
 */
export function stagedDrafts(cwd: string, base = 'HEAD'): DraftChanges {
  const against = (tree: string): string[] => ['diff-index', '--cached', ...RAW, tree, '--'];
  const { ok, stdout } = tryGit(cwd, against(base));
  if (ok) return readRaw(stdout);
  const isBorn = tryGit(cwd, ['rev-parse', '--verify', '--quiet', base]).ok;
  const tree = isBorn ? base : git(cwd, ['hash-object', '-t', 'tree', '--stdin']).toString().trim();
  return readRaw(git(cwd, against(tree)));
}

/** The drafts that a commit changed, against its first parent. */
export function committedDrafts(cwd: string, commit: string): DraftChanges {
  const parents = git(cwd, ['rev-list', '--parents', '-n', '1', commit, '--'])
    .toString()
    .trim()
    .split(' ')
    .slice(1);
  return parents[0] === undefined
    ? readRaw(git(cwd, ['diff-tree', '-r', '--root', '--no-commit-id', ...RAW, commit, '--']))
    : changedDrafts(cwd, parents[0], commit);
}

/** The drafts that differ between two revisions. */
export const changedDrafts = (cwd: string, older: string, newer: string): DraftChanges =>
  readRaw(git(cwd, ['diff-tree', '-r', ...RAW, older, newer, '--']));

/** `:mode mode id id status\0path\0`, of a rename `\0old\0new\0`. */
function readRaw(output: Buffer): DraftChanges {
  const fields = output.toString().split('\0');
  const changes = { changed: [] as ChangedFile[], gone: [] as GoneFile[], unmerged: [] as string[] };
  for (let i = 0; i + 1 < fields.length; ) {
    const [oldMode = '', mode = '', before = '', after = '', status = ''] = fields[i]!.slice(1).split(' ');
    const isRename = status.startsWith('R');
    const oldPath = fields[i + 1] ?? '';
    const path = isRename ? (fields[i + 2] ?? '') : oldPath;
    i += isRename ? 3 : 2;
    const wasFile = REGULAR.test(oldMode);
    if (status === 'U') {
      if (MARKDOWN.test(path)) changes.unmerged.push(path);
    } else if (REGULAR.test(mode) && MARKDOWN.test(path))
      changes.changed.push({ path, before: wasFile ? before : undefined, after });
    else if (wasFile && MARKDOWN.test(oldPath))
      changes.gone.push({ path: oldPath, before, fate: fateOf(status, mode, path) });
  }
  return changes;
}

function fateOf(status: string, mode: string, path: string): string {
  if (status === 'D') return 'deleted';
  if (status.startsWith('R')) return `renamed to ${path}`;
  return mode === LINK ? 'replaced by a link' : 'replaced by a submodule';
}
