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

export const DIRECTIONS = ['stronger', 'weaker', 'broader', 'narrower', 'changed', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a direction is when the drafts are swapped. */
export const MIRRORED: Readonly<Record<Direction, Direction>> = {
  stronger: 'weaker',
  weaker: 'stronger',
  broader: 'narrower',
  narrower: 'broader',
  changed: 'changed',
  neutral: 'neutral',
};

/** An edit with a meaning. */
export interface Change {
  readonly class: ChangeClass;
  readonly direction: Direction;
  /** False for noise: it is counted and can be folded away. */
  readonly substantive: boolean;
  /** How much a reader must see it, 0 to 100; see `RANKS`. */
  readonly rank: number;
  readonly old: string;
  readonly new: string;
  /** The rule that says so, as `class:name`. */
  readonly rule: string;
  /** The reason, for a reader. */
  readonly note: string;
}

type Wording = Pick<Change, 'old' | 'new'>;

/** A change that a reader must see; its rank is that of the rule, or of the class. */
export function substantiveChange(
  name: ChangeClass,
  direction: Direction,
  rule: string,
  { old, new: newer }: Wording,
  note: string,
): Change {
  const id = `${name}:${rule}`;
  return {
    class: name,
    direction,
    substantive: true,
    rank: rankOf(name, id),
    old,
    new: newer,
    rule: id,
    note,
  };
}

/** A difference that says nothing new. */
export function neutralChange(
  name: ChangeClass,
  rule: string,
  old: string,
  newer: string,
  note: string,
): Change {
  return {
    class: name,
    direction: 'neutral',
    substantive: false,
    rank: NEUTRAL_RANK,
    old,
    new: newer,
    rule: `${name}:${rule}`,
    note,
  };
}

/** The rank of a phrase that the reader asked to watch. */
export const RED_LINE_RANK = 99;
const NEUTRAL_RANK = 5;

/**
 * How much a reader must see a change: by its rule where that says more than its class. The order is the one in
 * which readers of conclusions ask: is it still a text of the institution, who acts, what is decided or demanded, by
 * when and how much, is it denied; then what softens it; then all else.
 */
const RANKS: Readonly<Record<string, number>> = {
  'actor:formula': 100,
  actor: 90,
  negation: 82,
  'verb:approval': 80,
  'verb:directive': 80,
  date: 76,
  amount: 74,
  addressee: 72,
  modality: 70,
  'verb:disapproval': 68,
  'verb:commitment': 66,
  bracket: 64,
  verb: 55,
  entity: 54,
  'reference:stale': 60,
  hedge: 50,
  'scope:ladder': 62,
  'scope:one-for-all': 58,
  'scope:all-for-one': 58,
  'scope:term': 48,
  scope: 45,
  'scope:clause': 44,
  'verb:other-axis': 42,
  reference: 40,
  'scope:inflection': 30,
  'scope:number-lost': 40,
  'scope:number-gained': 40,
  'scope:article': 25,
  'scope:section': 24,
  'verb:same-level': 40,
  'modality:same-level': 40,
  'hedge:same-kind': 36,
  'scope:same-kind': 34,
  'date:same-kind': 38,
  'amount:same-kind': 38,
  'actor:same-kind': 46,
  'entity:same-kind': 40,
  wording: 20,
  'wording:hidden-character': 84,
  'wording:look-alike': 84,
  'wording:hidden-text': 84,
};

/** The longest prefix of the rule that has a rank: `verb:approval:welcome>take note`, `verb:approval`, `verb`. */
function rankOf(name: ChangeClass, rule: string): number {
  for (let end = rule.length; end > 0; end = rule.lastIndexOf(':', end - 1)) {
    const rank = RANKS[rule.slice(0, end)];
    if (rank !== undefined) return rank;
  }
  return RANKS[name] ?? NEUTRAL_RANK;
}
