import { MIRRORED } from '../../wording/change.ts';
import type { Finding } from './finding.ts';

/** Words that are quoted of one side. */
const QUOTED = 20;

/** How a finding opens, by what is done to the text and what that does to it. */
const OPENING = {
  stronger: 'Strengthens',
  weaker: 'Weakens',
  broader: 'Widens',
  narrower: 'Narrows',
  changed: '',
  neutral: '',
} as const;

/**
 * A finding in a sentence that stands alone.
 *
 *     Weakens: welcomes → takes note of
 *     Adds a condition: where appropriate
 *     Drops I/3: The European Council calls on …
 *
 * @param count of places
 */
export function sayFinding(finding: Finding, count: number): string {
  const { op, old, new: newer, class: name, direction, link, clauses, note, rule } = finding;
  const places = count > 1 ? `, ${count} times` : '';
  const [was, is] = [quoted(old), quoted(newer)];
  const from = link.old[0]?.path ?? '';
  const to = link.new[0]?.path ?? '';
  if (clauses.length > 0 && op === 'added') return `New ${to}: ${is}${parts(clauses.length)}`;
  if (clauses.length > 0 && op === 'dropped') return `Gone, was ${from}: ${was}${parts(clauses.length)}`;
  switch (op) {
    case 'moved':
      return clauses.length > 1
        ? `${clauses.length} clauses moved, from ${from} to ${to} and on: ${is}`
        : `Moved from ${from} to ${to}: ${is}`;
    case 'split':
      return `Set out in ${link.new.length} clauses: ${is}`;
    case 'merged':
      return `Put together from ${link.old.length} clauses: ${is}`;
    case 'opened':
      return rule === 'bracket:left-open' ? `Opens: ${was} → ${is} (${note})` : `Opens: ${is}${places}`;
    case 'closed':
      return rule === 'bracket:chosen'
        ? `Settles: ${was} → ${is} (${note})`
        : `Closes: ${was}${is ? '' : ', which is gone'}${places}`;
    case 'filled':
      return `Fills: ${was}${is ? ` → ${is}` : ''}${places}`;
    case 'added':
      return `Adds${isSoftener(name, direction) ? ' a condition' : ''}: ${is}${places}`;
    case 'dropped':
      return `Drops${isSoftener(name, MIRRORED[direction]) ? ' a condition' : ''}: ${was}${places}`;
    default: {
      const opening = OPENING[direction];
      return `${opening === '' ? '' : `${opening}: `}${was} → ${is}${places}`;
    }
  }
}

const isSoftener = (name: string, direction: string): boolean => name === 'hedge' && direction === 'weaker';

const parts = (clauses: number): string => (clauses > 1 ? ` (with ${clauses - 1} more)` : '');

function quoted(text: string): string {
  const words = text
    .replace(/\[\^[^\][\s]{1,80}\]/g, '')
    .trim()
    .split(/\s+/);
  return words.length > QUOTED ? `${words.slice(0, QUOTED).join(' ')} …` : words.join(' ');
}
