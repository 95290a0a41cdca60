import { decodeDraft } from '../draft/decode.ts';
import type { Draft } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { readBlobs } from '../git/blobs.ts';

/** A file of two versions, as its blobs; undefined where there is none. */
interface Versions {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

type DraftOf<Id> = Id extends string ? Draft : undefined;

export interface ReadFile<F extends Versions> {
  readonly file: F;
  readonly older: DraftOf<F['before']>;
  readonly newer: DraftOf<F['after']>;
}

/** Files that are read at once: few enough to be held in memory, enough that starting git costs little. */
const AT_ONCE = 16;

/**
 * Reads both versions of files that git knows, one after another, so that memory does not grow with their number.
 *
 * @param onError told of each file that cannot be read, with a message that names it; the others are read all the same
 */
export function* readVersions<F extends Versions>(
  cwd: string,
  files: readonly F[],
  onError: (error: Error) => void,
): Generator<ReadFile<F>> {
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const group = files.slice(at, at + AT_ONCE);
    const blobs = blobsOf(cwd, group, onError);
    for (const file of group) {
      const bytes = blobs.get(file);
      const read = bytes && draftsOf(file, bytes, onError);
      if (read) yield read;
    }
  }
}

function blobsOf<F extends Versions>(
  cwd: string,
  files: readonly F[],
  onError: (error: Error) => void,
): Map<F, Buffer[]> {
  const idsOf = ({ before, after }: F): string[] => [before, after].flatMap((id) => id ?? []);
  try {
    const blobs = readBlobs(cwd, files.flatMap(idsOf)).values();
    return new Map(files.map((file) => [file, idsOf(file).map(() => blobs.next().value as Buffer)]));
  } catch (error) {
    const [file, ...others] = files;
    if (file === undefined) return new Map();
    if (others.length > 0) return new Map(files.flatMap((one) => [...blobsOf(cwd, [one], onError)]));
    onError(new Error(`${file.path}: ${(error as Error).message}`, { cause: error }));
    return new Map();
  }
}

function draftsOf<F extends Versions>(
  file: F,
  bytes: readonly Buffer[],
  onError: (error: Error) => void,
): ReadFile<F> | undefined {
  const left = bytes.values();
  const read = (id: string | undefined): Draft | undefined =>
    id === undefined ? undefined : parseDraft(decodeDraft(left.next().value as Buffer, file.path), file.path);
  try {
    return { file, older: read(file.before), newer: read(file.after) } as ReadFile<F>;
  } catch (error) {
    onError(error as Error);
    return undefined;
  }
}
