import { lexiconFor } from '../../compare/options.ts';
import { tracePhrase } from '../../compare/trace.ts';
import { traceJson, traceText } from '../../report/trace.ts';
import { CACHE_OPTION, chooseCache } from '../choose-cache.ts';
import { chooseFormat, FORMAT_OPTION } from '../choose-format.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { ORDER_OPTION } from '../order-drafts.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { compareLineage, readLineage } from '../read-lineage.ts';

export const traceCommand: Command = {
  name: 'trace',
  usage: 'trace [OPTION…] "PHRASE" FILE [REV] | DRAFT DRAFT…',
  summary: 'print where a phrase appears, disappears and comes back, and what replaced it',
  options: [
    { name: 'forms', summary: 'other forms of the phrase too: singular and plural, those of the lexicon' },
    ORDER_OPTION,
    CACHE_OPTION,
    FORMAT_OPTION,
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff trace "security guarantees" drafts/',
    'clausediff trace --forms "takes note of" conclusions.md',
  ],
  exitCodes: '0 the phrase is in some draft, 1 in none',
  run: runTrace,
};

async function runTrace(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const format = chooseFormat(args);
  const [phrase, ...operands] = args.operands;
  if (phrase === undefined || phrase.trim() === '')
    throw new UsageError('trace takes a phrase and drafts; see clausediff trace --help');
  const named = await readLineage(program, args, operands, false);
  const { drafts, names } = named;
  const options = await chooseWords(program, { ...args, operands });
  const lexicon = lexiconFor(drafts.at(-2) ?? drafts.at(-1)!, drafts.at(-1)!, options);
  const lineage = compareLineage(named, options, chooseCache(program, args));
  const told = tracePhrase(lineage, phrase, lexicon, args.has('forms'));
  program.stdout.write(format === 'json' ? traceJson(told, names) : traceText(told, names));
  return told.counts.some((count) => count > 0) ? EXIT.same : EXIT.different;
}
