import { type Breach, breachesOf, RULE_NAMES, type RuleLevel, type RuleName } from '../compare/rules.ts';
import { breachLine, passNote } from '../report/check.ts';
import type { FileRecord } from '../report/record.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Program, UsageError } from './program.ts';

export type Rules = Readonly<Partial<Record<RuleName, RuleLevel>>>;

/** Prints what the rules forbid; different if one of them is an error that is not allowed by `CLAUSEDIFF_ALLOW`. */
export function checkFiles(
  { stdout, env }: Pick<Program, 'stdout' | 'env'>,
  files: readonly FileRecord[],
  rules: Rules,
): ExitCode {
  const allowed = readAllowed(env.CLAUSEDIFF_ALLOW);
  const breaches = files.flatMap(({ path, comparison }) =>
    breachesOf(comparison, rules)
      .filter(({ rule }) => !allowed.has(rule))
      .map((breach): { path: string; breach: Breach } => ({ path, breach })),
  );
  for (const { path, breach } of breaches) stdout.write(`${breachLine(path, breach)}\n`);
  const errors = new Set(
    breaches.filter(({ breach }) => breach.level === 'error').map(({ breach }) => breach.rule),
  );
  if (errors.size === 0) return EXIT.same;
  stdout.write(`${passNote([...errors])}\n`);
  return EXIT.different;
}

function readAllowed(value = ''): ReadonlySet<string> {
  const names = value.split(',').flatMap((name) => name.trim() || []);
  for (const name of names) {
    if (!(RULE_NAMES as readonly string[]).includes(name))
      throw new UsageError(`CLAUSEDIFF_ALLOW does not know "${name}"; it takes ${RULE_NAMES.join(', ')}`);
  }
  return new Set(names);
}
