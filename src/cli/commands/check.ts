import { compare } from '../../compare/compare.ts';
import { RULES } from '../../compare/rules.ts';
import { checkFiles } from '../check-files.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { loadConfig } from '../config.ts';
import type { ExitCode } from '../exit-codes.ts';
import { expandRevisions } from '../expand-revisions.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readDraft } from '../read-draft.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'check [OPTION…] OLD NEW | --staged [FILE]',
  summary: 'fail where a new draft breaks a rule of the configuration',
  options: [
    { name: 'staged', summary: 'all Markdown files that are staged in git, or one FILE' },
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff check draft-2.md draft-3.md',
    'clausediff check --staged',
    'clausediff check main...HEAD -- text.md',
  ],
  exitCodes: `0 the rules hold, 1 one is broken (${Object.keys(RULES).join(', ')})`,
  run: runCheck,
};

async function runCheck(program: Program, args: ParsedArgs): Promise<ExitCode> {
  if (args.has('staged') && args.operands.length === 0) return checkStaged(program, args);
  const [older, newer, ...more] = await expandRevisions(program, args);
  if (older === undefined || newer === undefined || more.length > 0)
    throw new UsageError('check takes two drafts, or --staged; see clausediff check --help');
  const words = await chooseWords(program, args);
  const drafts = [await readDraft(older, program.cwd), await readDraft(newer, program.cwd)] as const;
  const { rules } = await loadConfig(program.cwd);
  return checkFiles(program, [{ path: newer, comparison: compare(...drafts, words) }], rules);
}

async function checkStaged(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const { stagedFiles } = await import('../../git/staged.ts');
  const { compareFiles } = await import('../compare-files.ts');
  const files = stagedFiles(program.cwd);
  if (files.length === 0) return 0;
  const { rules } = await loadConfig(program.cwd);
  return checkFiles(program, compareFiles(program.cwd, files, await chooseWords(program, args)), rules);
}
