import * as v from 'valibot';
import type { ComparisonOutline } from '../compare/outline.ts';
import type { RecordOrigin } from '../report/record.ts';
import { CHANGE_CLASSES, DIRECTIONS } from '../wording/change.ts';

const COUNTS = v.record(v.string(), v.number());
const KINDS = ['same', 'edited', 'split', 'merged', 'inserted', 'deleted'] as const;
const KIND_COUNTS = v.entriesFromList(KINDS, v.number());
const CLAUSES = v.array(v.object({ index: v.number(), path: v.string() }));
const CHANGE = v.object({
  class: v.picklist(CHANGE_CLASSES),
  direction: v.picklist(DIRECTIONS),
  substantive: v.boolean(),
  rank: v.number(),
  ...{ old: v.string(), new: v.string(), rule: v.string(), note: v.string() },
});
const LINK = v.object({
  id: v.string(),
  kind: v.picklist(KINDS),
  moved: v.boolean(),
  renumbered: v.boolean(),
  old: CLAUSES,
  new: CLAUSES,
  changes: v.array(CHANGE),
});
const OUTLINE = v.object({
  summary: v.object({
    links: v.object({ ...KIND_COUNTS, moved: v.number(), renumbered: v.number() }),
    changes: v.object({ substantive: v.number(), neutral: v.number(), byClass: COUNTS, byDirection: COUNTS }),
    complete: v.boolean(),
    limits: v.array(v.string()),
  }),
  links: v.array(LINK),
  clauses: v.number(),
});
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
      .map(({ before, after, outline }) => [`${before} ${after}`, outline as ComparisonOutline]),
  );
}
