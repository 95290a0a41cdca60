import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { compare } from '../../compare/compare.ts';
import type { CompareOptions } from '../../compare/options.ts';
import { type CallingCommand, callingCommand } from '../../git/calling-command.ts';
import type { HookName } from '../../git/hook-script.ts';
import { addComments } from '../../git/message-comments.ts';
import { commentIn, readMessageRules } from '../../git/message-rules.ts';
import { writeNote } from '../../git/notes.ts';
import { pushedDrafts, readPushedRefs } from '../../git/pushed.ts';
import { topFolder } from '../../git/repository-paths.ts';
import { committedDrafts, type DraftChanges, stagedDrafts } from '../../git/staged.ts';
import { setTrailers } from '../../git/trailers.ts';
import {
  notableFindings,
  type RecordedFile,
  recordJson,
  recordOf,
  summaryLines,
  TRAILER,
  trailers,
} from '../../report/record.ts';
import { checkChanges } from '../check-changes.ts';
import { startCheck } from '../check-files.ts';
import { originOf } from '../choose-cache.ts';
import { configLoader, wordsOf } from '../config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { oneLine } from '../one-line.ts';
import type { Program } from '../program.ts';
import { readVersions } from '../read-versions.ts';

const STANDARD_INPUT = 0;

/**
 * What a hook does. Only a broken rule gives another exit code than 0, or with `checks: strict` what could not be
 * checked: git is never stopped by a trouble of ours.
 *
 * @param args what git gives the hook
 */
export async function runHook(program: Program, name: HookName, args: readonly string[]): Promise<ExitCode> {
  if (program.env.CLAUSEDIFF === '0') return EXIT.same;
  const tell = (trouble: string, end = 'not stopped'): void => {
    program.stderr.write(`clausediff: ${name}: ${oneLine(trouble)} (${end})\n`);
  };
  try {
    return await HANDLERS[name]({ program, args, tell });
  } catch (error) {
    tell((error as Error).message);
    return EXIT.same;
  }
}

interface Call {
  readonly program: Program;
  readonly args: readonly string[];
  /** Says on standard error what went wrong, and what follows. */
  readonly tell: (trouble: string, end?: string) => void;
}

const HANDLERS: Readonly<Record<HookName, (call: Call) => Promise<ExitCode>>> = {
  'pre-commit': async (call) => checked(call, [stagedDrafts(call.program.cwd)]),
  'pre-push': async (call) => checked(call, pushedBy(call)),
  'prepare-commit-msg': async (call) => summarise(call),
  'commit-msg': async (call) => addTrailers(call),
  'post-commit': async (call) => record(call, ['HEAD']),
  'post-rewrite': async (call) => record(call, rewritten(readFileSync(STANDARD_INPUT, 'utf8'))),
};

/** `old-id new-id` a line. */
const rewritten = (input: string): string[] => input.split('\n').flatMap((line) => line.split(' ')[1] ?? []);

/** The pre-commit framework keeps standard input to itself, and names what is pushed in the environment. */
function pushedBy({ program: { cwd, env }, args: [remote] }: Call): DraftChanges[] {
  const { PRE_COMMIT_TO_REF: local, PRE_COMMIT_FROM_REF: base, PRE_COMMIT_REMOTE_NAME: name } = env;
  const refs =
    local && base ? [{ local, remote: base }] : readPushedRefs(readFileSync(STANDARD_INPUT, 'utf8'));
  return pushedDrafts(cwd, remote ?? name ?? '', refs);
}

async function checked({ program, tell }: Call, changes: readonly DraftChanges[]): Promise<ExitCode> {
  // Standard output of a hook is shown to the user.
  const check = startCheck({ env: program.env, stdout: program.stderr });
  const top = topFolder(program.cwd);
  const load = configLoader(top, check.fail);
  let isStrict = false;
  const loadConfig: typeof load = async (folder) => {
    const config = await load(folder);
    isStrict ||= config.isStrict;
    return config;
  };
  for (const one of changes) await checkChanges(check, one, { top, loadConfig });
  const verdict = check.end((trouble) =>
    tell(trouble, isStrict ? 'stopped by "checks: strict"' : 'not stopped'),
  );
  const stops = verdict === 'broken' || (verdict === 'unchecked' && isStrict);
  return stops ? EXIT.stopped : EXIT.same;
}

/** Git names no editor to its hooks where the message is not edited. */
const isEdited = ({ env }: Program): boolean => env.GIT_EDITOR !== ':';

/** Comments are written only where the message is going to be edited, and git will take them out. */
async function summarise(call: Call): Promise<ExitCode> {
  const { program, args } = call;
  const [file] = args;
  if (file === undefined || !isEdited(program)) return EXIT.same;
  const told = callingCommand();
  const lines: string[] = [];
  await eachCompared(call, drafts(program.cwd, told), (compared) => {
    for (const line of summaryLines(compared)) lines.push(line);
  });
  if (lines.length === 0) return EXIT.same;
  const rules = readMessageRules(program.cwd);
  rewrite(program.cwd, file, (message) => {
    const sign = commentIn(message, rules, true);
    const comments = ['Wording changes (clausediff):', ...lines].map((line) => `${sign} ${line}`);
    return addComments(message, comments, sign, told.cleanup ?? rules.cleanup) ?? message;
  });
  return EXIT.same;
}

async function addTrailers(call: Call): Promise<ExitCode> {
  const { program, args } = call;
  const [file] = args;
  if (file === undefined) return EXIT.same;
  const findings: ReturnType<typeof notableFindings> = [];
  await eachCompared(call, drafts(program.cwd, callingCommand()), ({ comparison }) => {
    for (const finding of notableFindings(comparison)) findings.push(finding);
  });
  const rules = readMessageRules(program.cwd);
  rewrite(program.cwd, file, (message) => {
    const sign = commentIn(message, rules, isEdited(program));
    return setTrailers(message, TRAILER, trailers(findings), sign, rules);
  });
  return EXIT.same;
}

/** The drafts of the commit as it is going to be: one that is amended is held against its parent. */
const drafts = (cwd: string, { amends }: CallingCommand): DraftChanges =>
  stagedDrafts(cwd, amends ? 'HEAD^' : 'HEAD');

function rewrite(cwd: string, file: string, change: (message: string) => string): void {
  const path = resolve(cwd, file);
  const message = readFileSync(path, 'utf8');
  const changed = change(message);
  if (changed !== message) writeFileSync(path, changed);
}

async function record(call: Call, commits: readonly string[]): Promise<ExitCode> {
  for (const commit of commits) {
    const files: ReturnType<typeof recordOf>[] = [];
    let build = '';
    await eachCompared(call, committedDrafts(call.program.cwd, commit), (compared, words) => {
      const origin = originOf(words);
      build = origin.build;
      files.push(recordOf(compared, origin.words));
    });
    if (files.length > 0) writeNote(call.program.cwd, commit, recordJson(files, build));
  }
  return EXIT.same;
}

/** Compares the drafts that have two versions, one after another; what cannot be read is told and left out. */
async function eachCompared(
  { program, tell }: Call,
  { changed }: DraftChanges,
  take: (compared: RecordedFile, words: CompareOptions) => void,
): Promise<void> {
  const top = topFolder(program.cwd);
  const fail = ({ message }: Error): void => tell(message);
  const loadConfig = configLoader(top, fail);
  const edited = changed.flatMap(({ before, ...file }) =>
    before === undefined ? [] : [{ ...file, before }],
  );
  for (const { file, older, newer } of readVersions(top, edited, fail)) {
    const words = wordsOf(await loadConfig(dirname(resolve(top, file.path))));
    take({ ...file, comparison: compare(older, newer, words) }, words);
  }
}
