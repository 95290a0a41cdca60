import { compare } from '../../compare/compare.ts';
import { breachesOf, RULES } from '../../compare/rules.ts';
import { startCheck, type Verdict } from '../check-files.ts';
import { chooseLanguage, LANGUAGE_OPTION } from '../choose-words.ts';
import { configLoader, wordsOf } from '../config.ts';
import { draftFolder } from '../draft-folder.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandRevisions } from '../expand-revisions.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { oneLine } from '../one-line.ts';
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

/** Goes on to the end whatever is broken or cannot be checked, so that all of it is said. */
async function runCheck(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const language = chooseLanguage(args);
  const check = startCheck(program);
  const load = configLoader(program.cwd, check.fail);
  if (args.has('staged') && args.operands.length === 0) {
    const { stagedDrafts } = await import('../../git/staged.ts');
    const { topFolder } = await import('../../git/repository-paths.ts');
    const { checkChanges } = await import('../check-changes.ts');
    const top = topFolder(program.cwd);
    await checkChanges(check, stagedDrafts(program.cwd), { top, loadConfig: load, language });
  } else {
    const [older, newer, ...more] = await expandRevisions(program, args);
    if (older === undefined || newer === undefined || more.length > 0)
      throw new UsageError('check takes two drafts, or --staged; see clausediff check --help');
    const drafts = [await readDraft(older, program.cwd), await readDraft(newer, program.cwd)] as const;
    const config = await load(await draftFolder(newer, program.cwd));
    check.report(newer, breachesOf(compare(...drafts, wordsOf(config, language)), config.rules));
  }
  const verdict = check.end((trouble) => program.stderr.write(`clausediff: ${oneLine(trouble)}\n`));
  return EXIT_OF[verdict];
}

const EXIT_OF: Readonly<Record<Verdict, ExitCode>> = {
  held: EXIT.same,
  broken: EXIT.different,
  unchecked: EXIT.trouble,
};
