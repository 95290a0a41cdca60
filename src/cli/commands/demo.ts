import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { viewCommand } from './view.ts';

export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo',
  summary: 'open the five drafts that come with the program',
  options: GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  examples: ['clausediff demo'],
  exitCodes: '0 you quit, or the differences are printed',
  run: runDemo,
};

/** An illustrative chain of conclusions, in the package beside the program. */
const DRAFTS = fileURLToPath(
  new URL(import.meta.url.includes('/src/') ? '../../../drafts' : '../drafts', import.meta.url),
);

async function runDemo(program: Program, args: ParsedArgs): Promise<ExitCode> {
  if (args.operands.length > 0)
    throw new UsageError('demo takes no drafts; clausediff OLD NEW compares yours');
  return viewCommand.run(program, { ...args, operands: [DRAFTS] });
}
