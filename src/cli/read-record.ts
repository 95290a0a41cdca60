import * as v from 'valibot';
import type { ComparisonOutline } from '../compare/outline.ts';
import type { RecordOrigin } from '../report/record.ts';
import { OUTLINE } from './comparison-shapes.ts';

const RECORD = v.object({
  schema: v.literal('clausediff/record/1'),
  build: v.string(),
  files: v.array(v.object({ before: v.string(), after: v.string(), words: v.string(), outline: OUTLINE })),
});

/**
 * What a git note says that a commit changed, by both blobs; nothing if it was made otherwise, or is not what it should
 * be: whoever can write to the repository can write its notes.
 */
export function readRecord(text: string, origin: RecordOrigin): Map<string, ComparisonOutline> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return new Map();
  }
  const { success, output } = v.safeParse(RECORD, input);
  if (!success || output.build !== origin.build) return new Map();
  return new Map(
    output.files
      .filter(({ words }) => words === origin.words)
      .map(({ before, after, outline }) => [`${before} ${after}`, outline]),
  );
}
