import { parseArgs } from 'node:util';
import { type Option, type ParsedArgs, UsageError } from './program.ts';
import { suggest } from './suggest.ts';

/**
 * Reads a command's options and operands.
 *
 * @throws {UsageError} on an unknown option, a missing value, or a value where none is taken
 */
export function readArgs(args: readonly string[], options: readonly Option[], command: string): ParsedArgs {
  const config = Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short ? { short } : {}) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    return {
      operands: positionals,
      has: (name) => values[name] === true,
      value: (name) => values[name] as string | undefined,
    };
  } catch (cause) {
    const [line = ''] = (cause as Error).message.split('\n');
    const problem = (line.split('. To specify ')[0] ?? '').replace(/\.$/, '');
    const meant = suggestionFor(problem, options);
    const uncapitalised = problem.charAt(0).toLowerCase() + problem.slice(1);
    throw new UsageError(`${uncapitalised};${meant} see clausediff ${command} --help`, { cause });
  }
}

function suggestionFor(problem: string, options: readonly Option[]): string {
  const [, typed] = /^Unknown option '--([^']+)'/.exec(problem) ?? [];
  const meant =
    typed &&
    suggest(
      typed,
      options.map(({ name }) => name),
    );
  return meant ? ` did you mean --${meant}?` : '';
}
