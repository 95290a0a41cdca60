import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DraftError } from '../draft/draft.ts';
import { GitError } from '../git/git-error.ts';
import { LexiconError } from '../wording/lexicon-error.ts';
import { blameCommand } from './commands/blame.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { diffCommand } from './commands/diff.ts';
import { gitCommand } from './commands/git.ts';
import { historyCommand } from './commands/history.ts';
import { hookCommand } from './commands/hook.ts';
import { lexiconCommand } from './commands/lexicon.ts';
import { reportCommand } from './commands/report.ts';
import { traceCommand } from './commands/trace.ts';
import { isForView, viewCommand } from './commands/view.ts';
import { completionScript, SHELLS } from './completion.ts';
import { ConfigError } from './config-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { commandHelp, GLOBAL_OPTIONS, programHelp } from './help.ts';
import { oneLine } from './one-line.ts';
import { readArgs } from './parse-args.ts';
import { type Command, type Program, UsageError } from './program.ts';
import { suggest } from './suggest.ts';

declare const CLAUSEDIFF_VERSION: string;

const COMMANDS: readonly Command[] = [
  viewCommand,
  diffCommand,
  reportCommand,
  historyCommand,
  blameCommand,
  traceCommand,
  checkCommand,
  hookCommand,
  gitCommand,
  lexiconCommand,
  demoCommand,
];

/** Errors of the user's making, each one line. */
const TROUBLES = [ConfigError, DraftError, GitError, LexiconError, UsageError] as const;

/** Runs a command line and returns its exit code. Errors are one line on standard error. */
export async function main(program: Program): Promise<ExitCode> {
  try {
    return await run(program);
  } catch (error) {
    if (!isTrouble(error)) throw error;
    program.stderr.write(`clausediff: ${oneLine(error.message)}\n`);
    return EXIT.trouble;
  }
}

async function run(program: Program): Promise<ExitCode> {
  const { args, stdout } = program;
  const [first, ...rest] = args;
  const named = COMMANDS.find(({ name }) => name === first);
  if (!named && (first === undefined || first.startsWith('-')) && isGlobal(args)) {
    const global = readArgs(args, GLOBAL_OPTIONS, '');
    if (global.has('version')) stdout.write(`${CLAUSEDIFF_VERSION}\n`);
    else stdout.write(programHelp(COMMANDS));
    return EXIT.same;
  }
  if (first === undefined)
    throw new UsageError('name two drafts: clausediff OLD NEW; or see clausediff demo and clausediff --help');
  if (!named && first === 'help') return help(program, rest);
  if (!named && first === 'completion') return completion(program, rest);
  if (!named) refuseSlip(program, first);
  // Drafts without a command: the view on a terminal, otherwise the diff.
  const command = named ?? (isForView(program, args) ? viewCommand : diffCommand);
  const parsed = readArgs(named ? rest : args, command.options, command.name);
  if (parsed.has('help')) {
    stdout.write(commandHelp(command));
    return EXIT.same;
  }
  return command.run(program, parsed);
}

function help({ stdout }: Program, [name, ...more]: readonly string[]): ExitCode {
  if (name === undefined) stdout.write(programHelp(COMMANDS));
  else {
    const command = COMMANDS.find((one) => one.name === name);
    if (!command || more.length > 0)
      throw new UsageError(`help takes one of ${COMMANDS.map((one) => one.name).join(', ')}`);
    stdout.write(commandHelp(command));
  }
  return EXIT.same;
}

function completion({ stdout }: Program, [shell, ...more]: readonly string[]): ExitCode {
  const known = SHELLS.find((name) => name === shell);
  if (!known || more.length > 0) throw new UsageError(`completion takes one of ${SHELLS.join(', ')}`);
  stdout.write(completionScript(known, COMMANDS));
  return EXIT.same;
}

/** A word that is no file, and nearly a command. */
function refuseSlip({ cwd }: Program, word: string): void {
  if (word.startsWith('-') || word.includes(':') || existsSync(resolve(cwd, word))) return;
  const meant = suggest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  if (meant !== undefined)
    throw new UsageError(`${word}: no such command or file; did you mean clausediff ${meant}?`);
}

const isGlobal = (args: readonly string[]): boolean =>
  args.length > 0 && args.every((arg) => /^(?:-h|-V|--help|--version)$/.test(arg));

const isTrouble = (error: unknown): error is Error => TROUBLES.some((kind) => error instanceof kind);
