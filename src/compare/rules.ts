import type { Change } from '../wording/change.ts';
import type { Comparison, Link } from './comparison.ts';

/** What a new draft may be forbidden. */
export const RULES = {
  'red-line': 'a red line of the configuration is lost',
  'stale-reference': 'a reference leads to what has another number now',
  'actor-change': 'another actor, or one that came or went',
  'new-bracket': 'text is opened again',
  'date-change': 'another deadline or time',
  'amount-change': 'another amount',
  weaker: 'anything weaker, on any scale',
} as const;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** What follows when a rule is broken: `error` fails the check, `warning` is only told. */
export const RULE_LEVELS = ['error', 'warning', 'off'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** What holds where nothing is configured: slips that nobody wants. */
const DEFAULTS: RuleLevels = {
  'red-line': 'error',
  'stale-reference': 'error',
};

/** A change that a rule forbids. */
export interface Breach {
  readonly rule: RuleName;
  readonly level: Exclude<RuleLevel, 'off'>;
  readonly change: Change;
  readonly link: Link;
}

const BREAKS: Readonly<Record<RuleName, (change: Change) => boolean>> = {
  'red-line': ({ rule, new: newer }) => rule.startsWith('wording:red-line:') && newer === '',
  'stale-reference': ({ rule }) => rule === 'reference:stale',
  'actor-change': ({ class: name }) => name === 'actor',
  'new-bracket': ({ rule }) => rule === 'bracket:opened' || rule === 'bracket:slot',
  'date-change': ({ class: name }) => name === 'date',
  'amount-change': ({ class: name }) => name === 'amount',
  weaker: ({ direction }) => direction === 'weaker',
};

/** Which rules are set to what; the others have their defaults. */
export type RuleLevels = Readonly<Partial<Record<RuleName, RuleLevel>>>;

export const levelOf = (rule: RuleName, levels: RuleLevels): RuleLevel =>
  levels[rule] ?? DEFAULTS[rule] ?? 'off';

/** The changes that the rules forbid, rule by rule, errors first. */
export function breachesOf(
  { links }: Comparison,
  levels: RuleLevels = {},
  rules: readonly RuleName[] = RULE_NAMES,
): Breach[] {
  const breaches = rules.flatMap((rule): Breach[] => {
    const level = levelOf(rule, levels);
    if (level === 'off') return [];
    return links.flatMap((link) =>
      link.changes
        .filter((change) => change.substantive && BREAKS[rule](change))
        .map((change) => ({ rule, level, change, link })),
    );
  });
  return breaches.sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}
