import { git, tryGit } from './run-git.ts';

/** A file of two versions, as its blobs. */
export interface ChangedFile {
  readonly path: string;
  /** Undefined where the file is new. */
  readonly before: string | undefined;
  readonly after: string;
}

const RAW = ['--raw', '-z', '-M', '--no-abbrev', '--diff-filter=AMR', '--no-ext-diff', '--no-textconv'];
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Modes of regular files; not of links and submodules. */
const REGULAR = /^100/;

/** The Markdown files that are staged, as they are staged, whatever stands in the work tree. */
export function stagedFiles(cwd: string): ChangedFile[] {
  const isBorn = tryGit(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']).ok;
  const base = isBorn ? 'HEAD' : git(cwd, ['hash-object', '-t', 'tree', '--stdin']).toString().trim();
  return readRaw(git(cwd, ['diff-index', '--cached', ...RAW, base, '--']));
}

/** The Markdown files that a commit changed, against its first parent. */
export function committedFiles(cwd: string, commit: string): ChangedFile[] {
  const parents = git(cwd, ['rev-list', '--parents', '-n', '1', commit, '--'])
    .toString()
    .trim()
    .split(' ')
    .slice(1);
  return parents[0] === undefined
    ? readRaw(git(cwd, ['diff-tree', '-r', '--root', '--no-commit-id', ...RAW, commit, '--']))
    : changedFiles(cwd, parents[0], commit);
}

/** The Markdown files that differ between two revisions. */
export const changedFiles = (cwd: string, older: string, newer: string): ChangedFile[] =>
  readRaw(git(cwd, ['diff-tree', '-r', ...RAW, older, newer, '--']));

/** `:mode mode id id status\0path\0`, of a rename `\0old\0new\0`. */
function readRaw(output: Buffer): ChangedFile[] {
  const fields = output.toString().split('\0');
  const files: ChangedFile[] = [];
  for (let i = 0; i + 1 < fields.length; ) {
    const [, mode = '', before = '', after = '', status = ''] = fields[i]!.split(' ');
    const isRename = status.startsWith('R');
    const path = fields[i + (isRename ? 2 : 1)] ?? '';
    i += isRename ? 3 : 2;
    if (MARKDOWN.test(path) && REGULAR.test(mode))
      files.push({ path, before: /[1-9a-f]/.test(before) ? before : undefined, after });
  }
  return files;
}
