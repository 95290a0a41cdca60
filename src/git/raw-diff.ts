import { GitError } from './git-error.ts';
import { namesObject } from './object-id.ts';
import { git } from './run-git.ts';

/** What became of one file between two trees. */
export interface RawDiff {
  /** In the newer tree, or in the older one of a file that is gone. From the top of the repository. */
  readonly path: string;
  /** Of a renamed file, in the older tree. */
  readonly from: string | undefined;
  /** The blobs of a regular file; undefined where there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What stands in the newer tree where no regular file does; `conflict`: a merge left no version to read. */
  readonly instead: 'link' | 'submodule' | 'conflict' | undefined;
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
    const { files, end } = readEntries(fields, at + 1);
    at = end;
    return files;
  });
}

/**
 * What differs between two trees, and which files were renamed.
 *
 * @param newer a revision, or empty for what is staged
 */
export function treeDiff(cwd: string, older: string, newer: string): RawDiff[] {
  const command = newer === '' ? ['diff-index', '--cached'] : ['diff-tree'];
  const trees = newer === '' ? [older] : [older, newer];
  const fields = git(cwd, [...command, ...OPTIONS, ...RENAMES, ...trees, '--'])
    .toString()
    .split('\0');
  return readEntries(fields, 0).files;
}

/**
 * The name that a file had in an older revision which has none of this name; undefined if it is new.
 *
 * @param newer a revision, or empty for what is staged
 */
export const nameBefore = (cwd: string, newer: string, older: string, path: string): string | undefined =>
  treeDiff(cwd, older, newer).find((file) => file.path === path)?.from;

/** Entries one after another, from a position among fields that NUL ends. */
function readEntries(fields: readonly string[], start: number): { files: RawDiff[]; end: number } {
  const files: RawDiff[] = [];
  let at = start;
  while (fields[at]?.startsWith(':')) {
    const { file, length } = readEntry(fields, at);
    files.push(file);
    at += length;
  }
  return { files, end: at };
}

/** `:mode mode id id status`, path, and of a rename the new path. */
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
      instead: status === 'U' ? 'conflict' : NO_FILES[newMode],
    },
    length: isRename ? 3 : 2,
  };
}

/** Git's object modes of what is no regular file; a draft's name can be that of one. */
const NO_FILES: Readonly<Record<string, 'link' | 'submodule'>> = { 120000: 'link', 160000: 'submodule' };

const blobId = (mode: string, id: string): string | undefined =>
  mode.startsWith('100') && namesObject(id) ? id : undefined;
