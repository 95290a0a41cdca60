import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CompareOptions } from '../../compare/options.ts';
import type { HookName } from '../../git/hook-script.ts';
import { writeNote } from '../../git/notes.ts';
import { pushedFiles } from '../../git/pushed.ts';
import { git, tryGit } from '../../git/run-git.ts';
import { type ChangedFile, committedFiles, stagedFiles } from '../../git/staged.ts';
import { recordJson, summaryLines, trailers } from '../../report/record.ts';
import { checkFiles } from '../check-files.ts';
import { originOf } from '../choose-cache.ts';
import { type ComparedFile, compareFiles } from '../compare-files.ts';
import { loadConfig } from '../config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { oneLine } from '../one-line.ts';
import type { Program } from '../program.ts';

const STANDARD_INPUT = 0;

/**
 * What a hook does. Only a broken rule gives another exit code than 0: the commit is never stopped by a trouble of ours.
 *
 * @param args what git gives the hook
 */
export async function runHook(program: Program, name: HookName, args: readonly string[]): Promise<ExitCode> {
  try {
    return await HANDLERS[name](program, args);
  } catch (error) {
    program.stderr.write(
      `clausediff: ${name}: ${oneLine((error as Error).message.split('\n')[0] ?? '')} (not stopped)\n`,
    );
    return EXIT.same;
  }
}

type Handler = (program: Program, args: readonly string[]) => Promise<ExitCode>;

const HANDLERS: Readonly<Record<HookName, Handler>> = {
  'pre-commit': async (program) => checked(program, stagedFiles(program.cwd)),
  'pre-push': async (program, [remote = '']) =>
    checked(program, pushedFiles(program.cwd, remote, readFileSync(STANDARD_INPUT, 'utf8'))),
  'prepare-commit-msg': prepareMessage,
  'commit-msg': addTrailers,
  'post-commit': async (program) => {
    await record(program, 'HEAD');
    return EXIT.same;
  },
  'post-rewrite': async (program) => {
    for (const line of readFileSync(STANDARD_INPUT, 'utf8').split('\n')) {
      const [, commit] = line.split(' ');
      if (commit) await record(program, commit);
    }
    return EXIT.same;
  },
};

async function compared(program: Program, files: readonly ChangedFile[]): Promise<ComparedFile[]> {
  return compareFiles(program.cwd, files, await wordsOf(program));
}

async function wordsOf({ cwd }: Program): Promise<CompareOptions> {
  const { language, lexicon, redLines } = await loadConfig(cwd);
  return { language, lexicons: lexicon, redLines };
}

/** Standard output of a hook is shown to the user. */
async function checked(program: Program, files: readonly ChangedFile[]): Promise<ExitCode> {
  const { rules } = await loadConfig(program.cwd);
  return checkFiles({ env: program.env, stdout: program.stderr }, await compared(program, files), rules);
}

const HEAD_LINE = 'Wording changes (clausediff):';

/** Comments, which git takes out again; so only where the message is edited. */
async function prepareMessage(program: Program, [file, source = '']: readonly string[]): Promise<ExitCode> {
  if (file === undefined || !['', 'template', 'merge', 'commit'].includes(source)) return EXIT.same;
  const lines = summaryLines(await compared(program, stagedFiles(program.cwd)));
  if (lines.length === 0) return EXIT.same;
  const path = resolve(program.cwd, file);
  const message = readFileSync(path, 'utf8');
  const sign = commentSign(program.cwd);
  if (message.includes(`${sign} ${HEAD_LINE}`)) return EXIT.same;
  const comments = [HEAD_LINE, ...lines].map((line) => `${sign} ${line}`);
  writeFileSync(path, `${message.replace(/\n*$/, '\n')}${sign}\n${comments.join('\n')}\n`);
  return EXIT.same;
}

function commentSign(cwd: string): string {
  const set = tryGit(cwd, ['config', '--get', 'core.commentChar']).stdout.toString().trim();
  return set === '' || set === 'auto' ? '#' : set;
}

async function addTrailers(program: Program, [file]: readonly string[]): Promise<ExitCode> {
  const added = trailers(await compared(program, stagedFiles(program.cwd)));
  if (file === undefined || added.length === 0) return EXIT.same;
  git(program.cwd, [
    ...['-c', 'trailer.ifexists=addIfDifferent', 'interpret-trailers', '--in-place'],
    ...added.flatMap((trailer) => ['--trailer', trailer]),
    file,
  ]);
  return EXIT.same;
}

async function record(program: Program, commit: string): Promise<void> {
  const files = await compared(program, committedFiles(program.cwd, commit));
  if (files.length > 0) writeNote(program.cwd, commit, recordJson(files, originOf(await wordsOf(program))));
}
