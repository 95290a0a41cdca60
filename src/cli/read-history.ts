import type { Cache } from '../cache/cache.ts';
import { compare } from '../compare/compare.ts';
import type { FollowedVersion } from '../compare/follow-clause.ts';
import { mergeDecisions } from '../compare/merge-decisions.ts';
import type { CompareOptions } from '../compare/options.ts';
import { type ComparisonOutline, outlineComparison } from '../compare/outline.ts';
import { decodeDraft } from '../draft/decode.ts';
import type { Draft } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { readBlobs } from '../git/blobs.ts';
import { GitError } from '../git/git-error.ts';
import { type HistoryRange, resolveRange } from '../git/revision-range.ts';
import { type FileVersion, versionGraph } from '../git/version-graph.ts';
import type { HistoryEntry } from '../report/history.ts';
import { asOutline } from './comparison-shapes.ts';
import { SHORT } from './file-versions.ts';

/** What is known of a commit's change of a file, by both blobs. */
export type Recorded = (commit: string, before: string, after: string) => ComparisonOutline | undefined;

/** The history of a file, each version behind those that it was made from. */
export interface FileHistory {
  readonly versions: readonly (FollowedVersion & {
    /** Undefined for what is not asked for, and for a merge that decided nothing. */
    readonly entry: HistoryEntry | undefined;
  })[];
  /** The newest version; undefined if the last commit took the file away. */
  newest(): Draft | undefined;
}

/**
 * Reads what each commit did to a file. What the cache knows is neither read nor compared again.
 *
 * @throws {GitError | DraftError} one line: what, where, and what to do
 */
export function readHistory(
  cwd: string,
  file: string,
  range: HistoryRange,
  options: CompareOptions,
  cache: Cache,
  recorded: Recorded = () => undefined,
): FileHistory {
  const { tip, commits } = resolveRange(cwd, range);
  const graph = versionGraph(cwd, file, tip);
  const isAsked = ({ id }: FileVersion): boolean => commits?.has(id) ?? true;
  if (!graph.some(isAsked)) throw new GitError(`${file}: no commit changed it there`);
  const known = new Map<string, ComparisonOutline>();
  const reader = new VersionReader(cwd, file, graph.filter(isAsked).flatMap(blobsToRead));
  const versions = graph.map((version, at) => {
    if (!isAsked(version)) return { entry: undefined, told: undefined, steps: [] };
    const sources = sourcesOf(version);
    const steps = sources.flatMap((from) => {
      const outline = outlineOf(version, graph[from]!);
      return outline ? [{ from, outline }] : [];
    });
    const told = sources.length > 1 ? decidedBy(at, sources) : steps[0]?.outline;
    return {
      entry: entryOf(version, told, sources.length),
      told: told?.links,
      steps: steps.map(({ from, outline: { links } }) => ({ from, links })),
    };
  });
  return {
    versions,
    newest: () => {
      const { blob } = graph.at(-1)!;
      return blob === undefined ? undefined : reader.draft(blob);
    },
  };

  function sourcesOf({ parents }: FileVersion): number[] {
    return parents.filter((from) => graph[from]!.blob !== undefined);
  }

  /** What is not known already. */
  function blobsToRead(version: FileVersion): string[] {
    const { id, blob: after } = version;
    if (after === undefined) return [];
    const sources = sourcesOf(version).map((from) => graph[from]!.blob as string);
    const unknown = sources.filter((before) => {
      const outline = asOutline(cache.get('history', options, before, after)) ?? recorded(id, before, after);
      if (outline) known.set(`${before} ${after}`, outline);
      return !outline;
    });
    return sources.length === 0 || unknown.length > 0 ? [...unknown, after] : [];
  }

  function outlineOf({ blob: after }: FileVersion, { blob: before }: FileVersion) {
    if (before === undefined || after === undefined) return undefined;
    const found = known.get(`${before} ${after}`);
    if (found) return found;
    const outline = outlineComparison(compare(reader.draft(before), reader.draft(after), options));
    cache.put(outline, 'history', options, before, after);
    return outline;
  }

  /** What a merge changed beside what its parents brought; undefined if that is nothing. */
  function decidedBy(at: number, sources: readonly number[]): ComparisonOutline | undefined {
    const { blob } = graph[at]!;
    if (blob === undefined) return undefined;
    const base = commonSource(graph, sources);
    const blobs = [
      base === undefined ? undefined : graph[base]!.blob,
      ...sources.map((at) => graph[at]!.blob),
    ];
    const key = ['merge', options, ...blobs.map((id) => id ?? null), blob];
    const kept = cache.get(...key);
    if (kept === NOTHING_DECIDED) return undefined;
    const outline = asOutline(kept);
    if (outline) return outline;
    const [origin, ...sides] = blobs.map((id) => (id === undefined ? undefined : reader.draft(id)));
    const merge = { base: origin, sides: sides as Draft[], result: reader.draft(blob) };
    const decided = mergeDecisions(merge, (older, newer) => compare(older, newer, options));
    cache.put(decided ?? NOTHING_DECIDED, ...key);
    return decided;
  }

  function entryOf(
    { blob, parents: _, copied: __, time: ___, ...commit }: FileVersion,
    told: ComparisonOutline | undefined,
    sources: number,
  ): HistoryEntry | undefined {
    if (blob === undefined)
      return sources > 0 ? { ...commit, comparison: undefined, event: 'ends', clauses: 0 } : undefined;
    if (sources > 1 && !told) return undefined;
    const event = sources === 0 ? 'begins' : 'changed';
    const clauses = told?.clauses ?? reader.draft(blob).clauses.length;
    return { ...commit, comparison: told, event, clauses };
  }
}

/** What the cache keeps of a merge that decided nothing. */
const NOTHING_DECIDED = 'nothing decided';

/** The newest version with a text that led to all of several; undefined if there is none. */
function commonSource(graph: readonly FileVersion[], versions: readonly number[]): number | undefined {
  const [first = new Set<number>(), ...others] = versions.map((at) => ancestors(graph, [at]));
  return [...first]
    .filter((at) => others.every((found) => found.has(at)) && graph[at]!.blob !== undefined)
    .sort((a, b) => b - a)[0];
}

/** With the versions themselves. */
function ancestors(graph: readonly FileVersion[], versions: readonly number[]): Set<number> {
  const found = new Set(versions);
  for (const at of found) for (const parent of graph[at]!.parents) found.add(parent);
  return found;
}

/** Versions by their blobs, each read and parsed once. */
class VersionReader {
  readonly #cwd: string;
  readonly #file: string;
  readonly #bytes: Map<string, Buffer>;
  readonly #drafts = new Map<string, Draft>();

  /** @param blobs that are certainly needed: they are read in one go */
  constructor(cwd: string, file: string, blobs: readonly string[]) {
    this.#cwd = cwd;
    this.#file = file;
    const ids = [...new Set(blobs)];
    this.#bytes = new Map(readBlobs(cwd, ids).map((bytes, i) => [ids[i] as string, bytes]));
  }

  text(blob: string): string {
    const bytes = this.#bytes.get(blob) ?? (readBlobs(this.#cwd, [blob])[0] as Buffer);
    this.#bytes.set(blob, bytes);
    return decodeDraft(bytes, this.#nameOf(blob));
  }

  draft(blob: string): Draft {
    const known = this.#drafts.get(blob);
    if (known) return known;
    const draft = parseDraft(this.text(blob), this.#nameOf(blob));
    this.#drafts.set(blob, draft);
    return draft;
  }

  #nameOf(blob: string): string {
    return `${this.#file} (${blob.slice(0, SHORT)})`;
  }
}
