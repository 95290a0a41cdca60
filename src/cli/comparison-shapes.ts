import * as v from 'valibot';
import type { MatchReason } from '../align/pairing.ts';
import type { BracketEntry, Comparison, LinkKind } from '../compare/comparison.ts';
import { OPERATIONS } from '../compare/digest/finding.ts';
import type { ComparisonOutline } from '../compare/outline.ts';
import type { ClauseType, SetAsideKind } from '../draft/draft.ts';
import { CHANGE_CLASSES, DIRECTIONS } from '../wording/change.ts';
import type { Edit } from '../wording/edits.ts';

/** One of names that a type lists; of each the type makes sure that it is here. */
const oneOf = <T extends string>(names: Readonly<Record<T, true>>) =>
  v.picklist(Object.keys(names) as unknown as readonly T[]);

const KIND = { same: true, edited: true, split: true, merged: true, inserted: true, deleted: true } as const;
const kind = oneOf<LinkKind>(KIND);
const changeClass = v.picklist(CHANGE_CLASSES);
const direction = v.picklist(DIRECTIONS);
const lines = v.tuple([v.number(), v.number()]);
const wording = { old: v.string(), new: v.string() };

const summary = v.object({
  links: v.object({
    ...v.entriesFromList(Object.keys(KIND) as readonly LinkKind[], v.number()),
    ...{ moved: v.number(), renumbered: v.number() },
  }),
  changes: v.object({
    ...{ substantive: v.number(), neutral: v.number() },
    byClass: v.record(changeClass, v.number()),
    byDirection: v.record(direction, v.number()),
  }),
  complete: v.boolean(),
  limits: v.array(v.string()),
});

const change = v.object({
  ...{ class: changeClass, direction, substantive: v.boolean(), rank: v.number() },
  ...{ ...wording, rule: v.string(), note: v.string() },
});

const link = { id: v.string(), kind, moved: v.boolean(), renumbered: v.boolean(), changes: v.array(change) };
const placed = v.object({ index: v.number(), path: v.string() });

export const OUTLINE: v.GenericSchema<ComparisonOutline> = v.object({
  summary,
  links: v.array(v.object({ ...link, old: v.array(placed), new: v.array(placed) })),
  clauses: v.number(),
});

const draft = v.object({
  ...{ name: v.string(), title: v.string(), clauses: v.number(), words: v.number() },
  setAside: v.array(
    v.object({
      kind: oneOf<SetAsideKind>({
        ...{ 'front-matter': true, separator: true, furniture: true },
        ...{ comment: true, definition: true, markup: true },
      }),
      lines,
      text: v.string(),
    }),
  ),
});

const clause = v.object({
  ...{ index: v.number(), path: v.string(), label: v.string(), lines, text: v.string() },
  type: oneOf<ClauseType>({
    ...{ section: true, paragraph: true, point: true, footnote: true },
    ...{ quote: true, row: true, code: true },
  }),
});

const match = v.object({
  by: oneOf<MatchReason>({
    ...{ identical: true, text: true, position: true },
    ...{ label: true, split: true, merge: true },
  }),
  similarity: v.number(),
});

const edit = v.object({
  op: oneOf<Edit['op']>({ equal: true, insert: true, delete: true, replace: true }),
  ...wording,
});

const place = { link: v.string(), path: v.string() };
const left = v.object({ ...place, lines, excerpt: v.string() });
const bracket = v.object({
  ...{ ...place, ...wording },
  how: oneOf<BracketEntry['how']>({
    ...{ opened: true, 'as-is': true, 'with-changes': true },
    ...{ dropped: true, changed: true },
  }),
});

const span = v.nullable(v.tuple([v.number(), v.number()]));
const entry = v.object({
  ...{ id: v.string(), rank: v.number(), op: v.picklist(OPERATIONS), class: changeClass, direction },
  ...{ ...wording, say: v.string(), rule: v.string(), note: v.string() },
  aspects: v.array(v.object({ class: changeClass, direction })),
  ...{ routine: v.boolean(), sure: v.boolean(), whole: v.boolean() },
  ...{ links: v.array(v.string()), left: v.array(left) },
  places: v.array(v.object({ link: v.string(), old: span, new: span })),
});

const COMPARISON: v.GenericSchema<Comparison> = v.object({
  schema: v.literal('clausediff/comparison/1'),
  ...{ old: draft, new: draft, summary },
  links: v.array(
    v.object({
      ...{ ...link, old: v.array(clause), new: v.array(clause) },
      ...{ match: v.nullable(match), edits: v.array(edit) },
    }),
  ),
  ledger: v.array(
    v.object({
      ...{ class: changeClass, direction, substantive: v.boolean(), rank: v.number(), ...wording },
      ...{ count: v.number(), links: v.array(v.string()), left: v.array(left) },
      ...{ leftCount: v.number(), already: v.number() },
    }),
  ),
  brackets: v.object({
    ...{ opened: v.array(bracket), closed: v.array(bracket), changed: v.array(bracket) },
    ...{ open: v.number(), before: v.number(), nested: v.number() },
    standing: v.array(v.object({ ...place, text: v.string() })),
  }),
  digest: v.array(entry),
  references: v.array(
    v.object({
      ...{ link: v.string(), text: v.string(), was: v.string(), now: v.string() },
      stale: v.boolean(),
    }),
  ),
});

/** What was kept of a comparison, if it is of the shape that this program makes; otherwise nothing. */
export const asOutline = (value: unknown): ComparisonOutline | undefined =>
  v.is(OUTLINE, value) ? value : undefined;

/** A comparison that was kept, if it is of the shape that this program makes; otherwise nothing. */
export const asComparison = (value: unknown): Comparison | undefined =>
  v.is(COMPARISON, value) ? value : undefined;
