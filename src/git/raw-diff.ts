import { GitError } from './git-error.ts';
import { git } from './run-git.ts';

/** What became of one file between two commits. */
export interface RawDiff {
  /** In the newer commit, or in the older one of a file that is gone. From the top of the repository. */
  readonly path: string;
  /** Of a renamed file, in the older commit. */
  readonly from: string | undefined;
  /** The blobs of a regular file; undefined where there is none, or a link or a submodule. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A commit and one of its parents; undefined for what has none. */
export type CommitPair = readonly [commit: string, parent: string | undefined];

/** Of all that a user or a repository may set, nothing changes what these print. */
const OPTIONS = [
  ...['-r', '-z', '--raw', '--no-abbrev', '-O/dev/null', '--no-relative'],
  ...['--ignore-submodules=none', '--no-ext-diff', '--no-textconv'],
];

/** The share of a file that must be kept for another name to be a rename, and most files that are tried: git's own. */
const RENAMES = ['-M50%', '-l1000'];

/**
 * What commits changed against their parents, in one run of git.
 *
 * @param path of the only file that matters; all otherwise
 * @returns for each pair its files
 */
export function pairDiffs(cwd: string, pairs: readonly CommitPair[], path?: string): RawDiff[][] {
  if (pairs.length === 0) return [];
  const input = pairs.map(([commit, parent = '']) => `${`${commit} ${parent}`.trimEnd()}\n`).join('');
  const limit = path === undefined ? [] : [path];
  const output = git(
    cwd,
    ['diff-tree', '--stdin', '--root', '--always', '--no-renames', ...OPTIONS, '--', ...limit],
    input,
  );
  const fields = output.toString().split('\0');
  let at = 0;
  return pairs.map(([commit]) => {
    if (fields[at] !== commit) throw new GitError(`git: what ${commit} changed cannot be read`);
    const files: RawDiff[] = [];
    for (at++; fields[at]?.startsWith(':'); ) {
      const { file, length } = readEntry(fields, at);
      files.push(file);
      at += length;
    }
    return files;
  });
}

/**
 * The name that a file had in an older revision which has none of this name; undefined if it is new.
 *
 * @param newer a revision, or empty for what is staged
 */
export function nameBefore(cwd: string, newer: string, older: string, path: string): string | undefined {
  const fields = git(cwd, [
    ...(newer === '' ? ['diff-index', '--cached'] : ['diff-tree']),
    ...[...OPTIONS, ...RENAMES, '--diff-filter=R', older, ...(newer === '' ? [] : [newer]), '--'],
  ])
    .toString()
    .split('\0');
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const { file, length } = readEntry(fields, at);
    if (file.path === path) return file.from;
    at += length;
  }
  return undefined;
}

/** `:mode mode id id status`, path, and of a rename the new path: fields that NUL ends. */
function readEntry(fields: readonly string[], at: number): { file: RawDiff; length: number } {
  const [mode = '', newMode = '', before = '', after = '', status = ''] = fields[at]!.slice(1).split(' ');
  const isRename = /^[RC]/.test(status);
  const [first = '', second = ''] = [fields[at + 1], fields[at + 2]];
  return {
    file: {
      path: isRename ? second : first,
      from: isRename ? first : undefined,
      before: blobId(mode, before),
      after: blobId(newMode, after),
    },
    length: isRename ? 3 : 2,
  };
}

/** All zeros stand for no file, and only modes of this form for a regular one. */
const blobId = (mode: string, id: string): string | undefined =>
  /^100/.test(mode) && /[1-9a-f]/.test(id) ? id : undefined;
