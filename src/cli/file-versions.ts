import { decodeDraft } from '../draft/decode.ts';
import { type Draft, DraftError } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { readBlobs } from '../git/blobs.ts';
import { type HistoryRange, resolveRange } from '../git/revision-range.ts';
import { type FileVersion, versionGraph } from '../git/version-graph.ts';

/**
 * The versions of a file that led to one another without branches, the oldest first: where a merge joined two lines,
 * that of its first parent. A range begins with the version from which its first commit was made.
 *
 * @throws {GitError} if there is none
 */
export function mainLine(cwd: string, file: string, range: HistoryRange): FileVersion[] {
  const { tip, commits } = resolveRange(cwd, range);
  const versions = versionGraph(cwd, file, tip);
  const line: FileVersion[] = [];
  for (let version = versions.at(-1); version; version = versions[version.parents[0] ?? -1]) {
    if (version.blob !== undefined) line.push(version);
    if (commits && !commits.has(version.id)) break;
  }
  return line.reverse();
}

/**
 * Reads versions as drafts; one in which the file is gone is an empty draft.
 *
 * @throws {GitError | DraftError} one line: what, where, and what to do
 */
export function readVersions(cwd: string, versions: readonly FileVersion[]): Draft[] {
  const blobs = [...new Set(versions.flatMap(({ blob }) => blob ?? []))];
  const bytes = new Map(readBlobs(cwd, blobs).map((content, i) => [blobs[i], content]));
  return versions.map((version) => parseVersion(version, bytes.get(version.blob) ?? new Uint8Array()));
}

function parseVersion({ id, path }: FileVersion, bytes: Uint8Array): Draft {
  const name = `${id.slice(0, SHORT)}:${path}`;
  return parseDraft(decodeDraft(bytes, name), name);
}

/** Letters of a commit's name that are shown. */
export const SHORT = 10;

/** @throws {DraftError} if the newest version is that of a commit which took the file away */
export function refuseDeleted(file: string, versions: readonly FileVersion[]): void {
  const newest = versions.at(-1);
  if (newest?.blob === undefined)
    throw new DraftError(`${file}: ${newest?.id.slice(0, SHORT)} took it away; name a revision before it`);
}
