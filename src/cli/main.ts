import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DraftError } from '../draft/draft.ts';
import { GitError } from '../git/git-error.ts';
import { LexiconError } from '../wording/lexicon-error.ts';
import { ConfigError } from './config-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { commandHelp, GLOBAL_OPTIONS, programHelp } from './help.ts';
import { oneLine } from './one-line.ts';
import { OutputError } from './output.ts';
import { readArgs } from './parse-args.ts';
import { type Command, type Program, UsageError } from './program.ts';
import { suggest } from './suggest.ts';

declare const CLAUSEDIFF_VERSION: string;

/** Each is loaded only when it is asked for: what one command needs would slow down the start of all others. */
const COMMANDS = {
  view: async () => (await import('./commands/view.ts')).viewCommand,
  diff: async () => (await import('./commands/diff.ts')).diffCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  blame: async () => (await import('./commands/blame.ts')).blameCommand,
  trace: async () => (await import('./commands/trace.ts')).traceCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  hook: async () => (await import('./commands/hook.ts')).hookCommand,
  git: async () => (await import('./commands/git.ts')).gitCommand,
  lexicon: async () => (await import('./commands/lexicon.ts')).lexiconCommand,
  cache: async () => (await import('./commands/cache.ts')).cacheCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
} satisfies Record<string, () => Promise<Command>>;

type CommandName = keyof typeof COMMANDS;
const NAMES = Object.keys(COMMANDS) as CommandName[];

const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);

const allCommands = (): Promise<Command[]> => Promise.all(NAMES.map((name) => COMMANDS[name]()));

/** Errors that are not the program's own, each one line. */
const TROUBLES = [ConfigError, DraftError, GitError, LexiconError, OutputError, UsageError] as const;

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
  const named = isCommand(first) ? first : undefined;
  if (!named && (first === undefined || first.startsWith('-')) && isGlobal(args)) {
    const global = readArgs(args, GLOBAL_OPTIONS, '');
    if (global.has('version')) stdout.write(`${CLAUSEDIFF_VERSION}\n`);
    else stdout.write(programHelp(await allCommands()));
    return EXIT.same;
  }
  if (first === undefined)
    throw new UsageError('name two drafts: clausediff OLD NEW; or see clausediff demo and clausediff --help');
  if (!named && first === 'help') return help(program, rest);
  if (!named && first === 'completion') return completion(program, rest);
  if (!named) refuseSlip(program, first);
  // Drafts without a command: the view on a terminal, otherwise the diff.
  const command = await COMMANDS[named ?? ((await isForView(program, args)) ? 'view' : 'diff')]();
  const parsed = readArgs(named ? rest : args, command.options, command.name);
  if (parsed.has('help')) {
    stdout.write(commandHelp(command));
    return EXIT.same;
  }
  return command.run(program, parsed);
}

async function help({ stdout }: Program, [name, ...more]: readonly string[]): Promise<ExitCode> {
  if (name !== undefined && (!isCommand(name) || more.length > 0))
    throw new UsageError(`help takes one of ${NAMES.join(', ')}`);
  stdout.write(name === undefined ? programHelp(await allCommands()) : commandHelp(await COMMANDS[name]()));
  return EXIT.same;
}

async function completion({ stdout }: Program, [shell, ...more]: readonly string[]): Promise<ExitCode> {
  const { completionScript, SHELLS } = await import('./completion.ts');
  const known = SHELLS.find((name) => name === shell);
  if (!known || more.length > 0) throw new UsageError(`completion takes one of ${SHELLS.join(', ')}`);
  stdout.write(completionScript(known, await allCommands()));
  return EXIT.same;
}

/** Whether a command line of drafts only is for a terminal, which gets the view or is told why it does not. */
async function isForView({ stdout, streams }: Program, args: readonly string[]): Promise<boolean> {
  if (!streams || !stdout.isTTY) return false;
  const { options, name } = await COMMANDS.view();
  try {
    readArgs(args, options, name);
    return true;
  } catch {
    // Options of the printed diff.
    return false;
  }
}

/** A word that is no file, and nearly a command. */
function refuseSlip({ cwd }: Program, word: string): void {
  if (word.startsWith('-') || word.includes(':') || existsSync(resolve(cwd, word))) return;
  const meant = suggest(word, NAMES);
  if (meant !== undefined)
    throw new UsageError(`${word}: no such command or file; did you mean clausediff ${meant}?`);
}

const isGlobal = (args: readonly string[]): boolean =>
  args.length > 0 && args.every((arg) => /^(?:-h|-V|--help|--version)$/.test(arg));

const isTrouble = (error: unknown): error is Error => TROUBLES.some((kind) => error instanceof kind);
