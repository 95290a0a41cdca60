/** What kinds of change there are, the neutral ones last. `wording` is a change that no finer rule names. */
export const CHANGE_CLASSES = [
  'actor',
  'verb',
  'modality',
  'hedge',
  'scope',
  'date',
  'amount',
  'addressee',
  'negation',
  'entity',
  'bracket',
  'reference',
  'wording',
  'spelling',
  'typography',
  'punctuation',
  'formatting',
  'numbering',
  'same-actor',
] as const;

export type ChangeClass = (typeof CHANGE_CLASSES)[number];

export type Direction = 'stronger' | 'weaker' | 'broader' | 'narrower' | 'changed' | 'neutral';

/** An edit with a meaning. */
export interface Change {
  readonly class: ChangeClass;
  readonly direction: Direction;
  /** False for noise: it is counted and can be folded away. */
  readonly substantive: boolean;
  readonly old: string;
  readonly new: string;
  /** The rule that says so, as `class:name`. */
  readonly rule: string;
  /** The reason, for a reader. */
  readonly note: string;
}

export function neutralChange(
  name: Extract<ChangeClass, 'spelling' | 'typography' | 'punctuation' | 'formatting' | 'numbering'>,
  rule: string,
  old: string,
  newer: string,
  note: string,
): Change {
  return {
    class: name,
    direction: 'neutral',
    substantive: false,
    old,
    new: newer,
    rule: `${name}:${rule}`,
    note,
  };
}
