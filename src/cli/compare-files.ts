import { compare } from '../compare/compare.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { CompareOptions } from '../compare/options.ts';
import { decodeDraft } from '../draft/decode.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import { readBlobs } from '../git/blobs.ts';
import type { ChangedFile } from '../git/staged.ts';

export interface ComparedFile {
  readonly path: string;
  /** The blobs that hold both versions. */
  readonly before: string;
  readonly after: string;
  readonly comparison: Comparison;
}

/** Compares both versions of files that git knows; a new file has nothing to compare with and is left out. */
export function compareFiles(
  cwd: string,
  files: readonly ChangedFile[],
  options: CompareOptions,
): ComparedFile[] {
  const pairs = files.filter(({ before }) => before !== undefined);
  const bytes = readBlobs(
    cwd,
    pairs.flatMap(({ before, after }) => [before as string, after]),
  );
  return pairs.map(({ path, before = '', after }, i) => {
    const [older, newer] = [bytes[2 * i], bytes[2 * i + 1]].map((one) =>
      parseDraft(decodeDraft(one as Buffer, path), path),
    );
    return { path, before, after, comparison: compare(older!, newer!, options) };
  });
}
