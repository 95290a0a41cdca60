import { type Breach, RULE_NAMES, type RuleName } from '../compare/rules.ts';
import { breachLine, passNote } from '../report/check.ts';
import type { Program } from './program.ts';

/** `unchecked`: no rule was found broken, but not all could be checked. */
export type Verdict = 'held' | 'broken' | 'unchecked';

/** A check of several files that goes on whatever happens to one of them. */
export interface Check {
  /** Prints what the rules forbid in one file. */
  readonly report: (path: string, breaches: readonly Breach[]) => void;
  /** Takes note of what cannot be checked, in one line; it is told at the end. */
  readonly fail: (error: Error) => void;
  /** Says how to pass on purpose, and what could not be checked. */
  readonly end: (say: (trouble: string) => void) => Verdict;
}

/** Begins a check that passes over the rules of `CLAUSEDIFF_ALLOW`. */
export function startCheck({ stdout, env }: Pick<Program, 'stdout' | 'env'>): Check {
  const { allowed, troubles } = readAllowed(env.CLAUSEDIFF_ALLOW);
  const broken = new Set<RuleName>();
  return {
    report: (path, breaches) => {
      for (const breach of breaches.filter(({ rule }) => !allowed.has(rule))) {
        stdout.write(`${breachLine(path, breach)}\n`);
        if (breach.level === 'error') broken.add(breach.rule);
      }
    },
    fail: ({ message }) => {
      troubles.push(message);
    },
    end: (say) => {
      for (const trouble of new Set(troubles)) say(trouble);
      if (broken.size > 0) stdout.write(`${passNote([...broken])}\n`);
      if (broken.size > 0) return 'broken';
      return troubles.length > 0 ? 'unchecked' : 'held';
    },
  };
}

/** The rules that are allowed to be broken; a word that names none allows nothing. */
function readAllowed(value = ''): { allowed: ReadonlySet<string>; troubles: string[] } {
  const names = value.split(',').flatMap((name) => name.trim() || []);
  const isRule = (name: string): boolean => (RULE_NAMES as readonly string[]).includes(name);
  return {
    allowed: new Set(names.filter(isRule)),
    troubles: names
      .filter((name) => !isRule(name))
      .map((name) => `CLAUSEDIFF_ALLOW does not know "${name}"; it takes ${RULE_NAMES.join(', ')}`),
  };
}
