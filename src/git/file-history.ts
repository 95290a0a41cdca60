import { GitError } from './git-error.ts';
import { git } from './run-git.ts';

/** One commit that changed a file. */
export interface FileCommit {
  readonly id: string;
  readonly author: string;
  /** When it was written, as ISO 8601 with its time zone. */
  readonly date: string;
  readonly subject: string;
  /** Of the file in this commit. */
  readonly path: string;
  /** Of the file before; undefined where it begins. Of a merge, in its first parent. */
  readonly before: string | undefined;
  /** Undefined where the file is deleted. */
  readonly after: string | undefined;
}

export interface HistoryRange {
  /** `A..B`, or one revision; HEAD otherwise. */
  readonly range?: string | undefined;
  /** What git takes as a date. */
  readonly since?: string | undefined;
}

const [FIELD, COMMIT] = ['\x1f', '\x1e'];

/**
 * The commits that changed a file, the newest first, through renames. A merge is one of them only if the file is unlike
 * that of every parent.
 *
 * @throws {GitError} if there is no repository, no such revision, or no such file in it
 */
export function fileHistory(cwd: string, path: string, { range, since }: HistoryRange = {}): FileCommit[] {
  if (range?.startsWith('-')) throw new GitError(`"${range}" is no revision`);
  const output = git(cwd, [
    ...['log', '--follow', '-M', '-c', '--raw', '--no-abbrev', '-z', '--no-ext-diff', '--no-textconv'],
    ...['--no-color', '--no-show-signature', `--format=${COMMIT}%H${FIELD}%aN${FIELD}%aI${FIELD}%s${FIELD}`],
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...(range === undefined ? [] : [range]),
    '--',
    path,
  ]).toString();
  return output
    .split(COMMIT)
    .slice(1)
    .flatMap((entry) => readEntry(entry) ?? []);
}

function readEntry(entry: string): FileCommit | undefined {
  const [id = '', author = '', date = '', subject = '', rest = ''] = entry.split(FIELD);
  // `:modes ids status\0path\0`, after a rename `\0old\0new\0`; one colon, mode and id more for each parent of a merge.
  const [raw = '', ...paths] = rest.replace(/^[\0\n]+/, '').split('\0');
  const parents = /^:*/.exec(raw)![0].length;
  if (parents === 0) return undefined;
  const fields = raw.slice(parents).split(' ');
  const ids = fields.slice(parents + 1, 2 * parents + 2);
  const status = fields.at(-1) ?? '';
  const path = (/^[RC]/.test(status) ? paths[1] : paths[0]) ?? '';
  return { id, author, date, subject, path, before: blobId(ids[0]), after: blobId(ids.at(-1)) };
}

/** All zeros stand for no file. */
const blobId = (id: string | undefined): string | undefined => (id && /[1-9a-f]/.test(id) ? id : undefined);
