import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandRevisions, STAGED_OPTION } from '../expand-revisions.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { longest } from '../longest.ts';
import { ORDER_OPTION } from '../order-drafts.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readPiped } from '../read-draft.ts';
import { draftNames } from '../read-drafts.ts';
import type { DraftRequest } from '../view/draft-source.ts';

export const viewCommand: Command = {
  name: 'view',
  usage: 'view [OPTION…] DRAFT DRAFT… | view --history FILE [REV..REV]',
  summary: 'read two drafts, or a chain of them, in the terminal',
  options: [
    { name: 'history', summary: 'one FILE: its versions in git, as a chain' },
    { name: 'keys', summary: 'print all keys, and the names under which a configuration changes them' },
    { name: 'mouse', summary: 'begin with the mouse on' },
    { name: 'background', value: 'dark|light', summary: 'of the terminal; asked from it otherwise' },
    { name: 'screen-reader', summary: 'print the differences from top to bottom instead' },
    ORDER_OPTION,
    STAGED_OPTION,
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff view draft-2.md draft-3.md',
    'clausediff view drafts/',
    'clausediff view --history conclusions.md',
    'git show HEAD~1:text.md | clausediff - text.md',
  ],
  exitCodes: '0 you quit',
  run: runViewCommand,
};

async function runViewCommand(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const { env, cwd, streams, stdout } = program;
  if (args.has('keys')) return printKeys(program);
  const request = await readRequest(program, args);
  const { readUserSettings } = await import('../view/user-settings.ts');
  const own = await readUserSettings(env);
  const obstacle =
    streams === undefined || !stdout.isTTY
      ? 'standard output is no terminal'
      : env.TERM === 'dumb'
        ? 'this terminal cannot place its cursor'
        : args.has('screen-reader') || own.screenReader || env.INK_SCREEN_READER === 'true'
          ? 'screen reader'
          : undefined;
  if (obstacle !== undefined || !streams) return printed(obstacle ?? '', program, args, request);
  const { openTerminal } = await import('../../tui/terminal/open-terminal.ts');
  const words = await chooseWords(program, args);
  const filled = withPiped(request, cwd);
  const terminal = openTerminal(streams.stdin, streams.stdout);
  if (!terminal) return printed('there is no terminal to read keys from', program, args, request);

  // Drafts are read and compared while Ink is loaded.
  const { createWorkerEngine } = await import('../view/worker-engine.ts');
  const engine = createWorkerEngine({ request: filled, words, cwd });
  const [{ runView }, { watchFiles }, { keepMark, marksPath, readMarks }] = await Promise.all([
    import('../../tui/run-view.tsx'),
    import('../view/watch-files.ts'),
    import('../marks-file.ts'),
  ]);
  const path = marksPath(env);
  await runView({
    engine,
    terminal,
    env,
    settings: {
      ...own,
      mouse: args.has('mouse') || own.mouse,
      background: readBackground(args.value('background')) ?? own.background,
    },
    marks: { known: readMarks(path), keep: (key, mark) => keepMark(path, key, mark) },
    watch: watchFiles,
  });
  return EXIT.same;
}

/** As they are now: the reader's own in the place of the usual ones. */
async function printKeys({ env, stdout }: Program): Promise<ExitCode> {
  const { COMMANDS } = await import('../../tui/commands.ts');
  const { createKeymap } = await import('../../tui/keymap.ts');
  const { readUserSettings } = await import('../view/user-settings.ts');
  const { keysOf } = createKeymap((await readUserSettings(env)).keys);
  const rows = COMMANDS.map(({ name, summary }) => [name, keysOf(name).join(' ') || '–', summary] as const);
  const [first, second] = [0, 1].map((i) => longest(rows.map((row) => row[i] as string)));
  for (const [name, keys, summary] of rows)
    stdout.write(`${name.padEnd(first as number)}  ${keys.padEnd(second as number)}  ${summary}\n`);
  return EXIT.same;
}

function readBackground(value: string | undefined): 'dark' | 'light' | undefined {
  if (value === undefined || value === 'dark' || value === 'light') return value;
  throw new UsageError(`--background takes dark or light, not "${value}"`);
}

async function readRequest(program: Program, args: ParsedArgs): Promise<DraftRequest> {
  readBackground(args.value('background'));
  if (!args.has('history')) {
    const names = draftNames(program, args, await expandRevisions(program, args));
    return { kind: 'drafts', names, piped: new Map() };
  }
  const [file, range, ...more] = args.operands;
  if (file === undefined || more.length > 0)
    throw new UsageError('--history takes one file, and a range of revisions if wanted');
  return { kind: 'history', file, range };
}

function withPiped(request: DraftRequest, cwd: string): DraftRequest {
  if (request.kind === 'history') return request;
  const piped = request.names.flatMap((name): [string, Uint8Array][] => {
    const bytes = readPiped(name, cwd);
    return bytes ? [[name, bytes]] : [];
  });
  return { ...request, piped: new Map(piped) };
}

/** The same from top to bottom, for whatever cannot show the view. */
async function printed(
  why: string,
  program: Program,
  args: ParsedArgs,
  request: DraftRequest,
): Promise<ExitCode> {
  program.stderr.write(`clausediff: the printed diff instead of the view: ${why}\n`);
  if (request.kind === 'history') {
    const { historyCommand } = await import('./history.ts');
    return historyCommand.run(
      program,
      without(args, request.range ? [request.file, request.range] : [request.file]),
    );
  }
  const command =
    request.names.length > 2
      ? (await import('./report.ts')).reportCommand
      : (await import('./diff.ts')).diffCommand;
  return command.run(program, without(args, request.names));
}

/** What the view was asked, as far as the printed diff takes it too. */
const without = (args: ParsedArgs, operands: readonly string[]): ParsedArgs => ({
  operands,
  has: () => false,
  value: (name) => (name === 'language' ? args.value(name) : undefined),
});
