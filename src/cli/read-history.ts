import type { Cache } from '../cache/cache.ts';
import { compare } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/options.ts';
import { type ComparisonOutline, outlineComparison } from '../compare/outline.ts';
import { decodeDraft } from '../draft/decode.ts';
import type { Draft } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { readBlobs } from '../git/blobs.ts';
import { type FileCommit, fileHistory, type HistoryRange } from '../git/file-history.ts';
import { GitError } from '../git/git-error.ts';
import type { HistoryEntry } from '../report/history.ts';
import { asOutline } from './comparison-shapes.ts';

/**
 * The history of a file in git: each commit with what it changed, the newest first. What the cache knows is neither read
 * nor compared again.
 *
 * @param recorded what else is known of a commit, from its notes
 * @throws {GitError | DraftError} one line: what, where, and what to do
 */
export function readHistory(
  cwd: string,
  file: string,
  range: HistoryRange,
  options: CompareOptions,
  cache: Cache,
  recorded: (commit: string, before: string, after: string) => ComparisonOutline | undefined = () =>
    undefined,
): HistoryEntry[] {
  const commits = fileHistory(cwd, file, range);
  if (commits.length === 0)
    throw new GitError(`${file}: no commit changed it${range.range || range.since ? ' there' : ''}`);
  const known = commits.map(({ id, before, after }) =>
    before && after
      ? (asOutline(cache.get('history', options, before, after)) ?? recorded(id, before, after))
      : undefined,
  );
  const wanted = commits.flatMap(({ before, after }, i) =>
    known[i] ? [] : [before, after].flatMap((id) => id ?? []),
  );
  const drafts = readVersionsOf(cwd, file, [...new Set(wanted)]);
  return commits.map(({ before, after, ...commit }, i) => {
    const outline = known[i] ?? compared(before, after);
    const event = !before ? 'begins' : after ? 'changed' : 'ends';
    const clauses = outline?.clauses ?? drafts.get(after ?? before ?? '')?.clauses.length ?? 0;
    return { ...commit, comparison: outline, event, clauses };
  });

  function compared(before: string | undefined, after: string | undefined): ComparisonOutline | undefined {
    const [older, newer] = [drafts.get(before ?? ''), drafts.get(after ?? '')];
    if (!older || !newer) return undefined;
    const outline = outlineComparison(compare(older, newer, options));
    cache.put(outline, 'history', options, before, after);
    return outline;
  }
}

/** The drafts by the blobs that hold them. */
function readVersionsOf(cwd: string, file: string, ids: readonly string[]): Map<string, Draft> {
  const bytes = readBlobs(cwd, ids);
  return new Map(
    ids.map((id, i): [string, Draft] => {
      const name = `${file} (${id.slice(0, 10)})`;
      return [id, parseDraft(decodeDraft(bytes[i] as Buffer, name), name)];
    }),
  );
}

/** The versions of a file in git as a chain: the newest commit's and those it came from, the oldest first. */
export function readVersions(
  cwd: string,
  file: string,
  range: HistoryRange,
): { readonly drafts: Draft[]; readonly commits: readonly { id: string; author: string; date: string }[] } {
  const commits = versionsOf(cwd, file, range);
  const bytes = readBlobs(
    cwd,
    commits.map(({ after }) => after as string),
  );
  const drafts = commits.map((commit, i) => parseVersion(commit, bytes[i] as Buffer));
  return { drafts, commits };
}

/**
 * The commits that made the newest version of a file, the oldest first, each with a version.
 *
 * @throws {GitError} if there is none
 */
export function versionsOf(cwd: string, file: string, range: HistoryRange): FileCommit[] {
  const line: FileCommit[] = [];
  for (const commit of fileHistory(cwd, file, range)) {
    const wanted = line.length === 0 ? commit.after : line.at(-1)?.before;
    if (wanted !== undefined && commit.after === wanted) line.push(commit);
  }
  if (line.length === 0) throw new GitError(`${file}: no commit has it; check the path`);
  return line.reverse();
}

export function parseVersion({ id, path }: FileCommit, bytes: Uint8Array): Draft {
  const name = `${id.slice(0, 10)}:${path}`;
  return parseDraft(decodeDraft(bytes, name), name);
}
