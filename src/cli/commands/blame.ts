import { readOrigins } from '../../compare/origins.ts';
import { blameJson, blameText } from '../../report/blame.ts';
import { CACHE_OPTION, chooseCache } from '../choose-cache.ts';
import { chooseFormat, FORMAT_OPTION } from '../choose-format.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { ORDER_OPTION } from '../order-drafts.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { compareLineage, readLineage } from '../read-lineage.ts';

export const blameCommand: Command = {
  name: 'blame',
  usage: 'blame [OPTION…] FILE [REV] | DRAFT DRAFT…',
  summary: 'print which draft or commit brought each clause and each phrase',
  options: [
    { name: 'clause', value: 'PATH', summary: 'only this clause: II/4' },
    ORDER_OPTION,
    CACHE_OPTION,
    FORMAT_OPTION,
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: ['clausediff blame conclusions.md', 'clausediff blame --clause I/5 drafts/'],
  exitCodes: '0 the origins are printed',
  run: runBlame,
};

async function runBlame(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const format = chooseFormat(args);
  const named = await readLineage(program, args, args.operands, true);
  const { names } = named;
  const words = await chooseWords(program, args);
  const origins = readOrigins(compareLineage(named, words, chooseCache(program, args)));
  const clause = args.value('clause');
  const shown = clause === undefined ? origins : origins.filter((one) => one.clause.path === clause);
  if (shown.length === 0 && clause !== undefined)
    throw new UsageError(`no clause ${clause} in the newest draft`);
  program.stdout.write(format === 'json' ? blameJson(shown, names) : blameText(shown, names));
  return EXIT.same;
}
