import { longest } from './longest.ts';
import type { Command, Option } from './program.ts';

export const GLOBAL_OPTIONS: readonly Option[] = [
  { name: 'help', short: 'h', summary: 'print this help' },
  { name: 'version', short: 'V', summary: 'print the version' },
];

const DIFF_CODES = '0 no difference, 1 differences';

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  return [
    'clausediff compares successive Markdown drafts of negotiated texts, clause by clause.',
    '',
    'Usage: clausediff OLD NEW',
    ...commands.map(({ usage }) => `       clausediff ${usage}`),
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...optionLines(GLOBAL_OPTIONS),
    '',
    'A draft is a path, or - for standard input. clausediff COMMAND --help tells more.',
    '',
  ].join('\n');
}

export function commandHelp({ usage, summary, options, examples, exitCodes = DIFF_CODES }: Command): string {
  return [
    `Usage: clausediff ${usage}`,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    'Options:',
    ...optionLines(options),
    '',
    `Exit code: ${exitCodes}, 2 trouble.`,
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function optionLines(options: readonly Option[]): string[] {
  return table(
    options.map(({ name, short, value, summary }) => {
      const flag = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
      return [flag, summary];
    }),
  );
}

function table(rows: readonly (readonly [string, string] | string[])[]): string[] {
  const column = longest(rows.map(([left = '']) => left));
  return rows.map(([left = '', right]) => `  ${left.padEnd(column)}  ${right}`);
}
