import { lexiconFor } from '../../compare/options.ts';
import { tracePhrase } from '../../compare/trace.ts';
import { traceJson, traceText } from '../../report/trace.ts';
import { CACHE_OPTION, chooseCache } from '../choose-cache.ts';
import { chooseFormat, FORMAT_OPTION } from '../choose-format.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { compareChain } from '../compare-chain.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { ORDER_OPTION } from '../order-drafts.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readChain } from '../read-chain.ts';

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
  const { drafts, names } = await readChain(program, args, operands);
  const options = await chooseWords(program, { ...args, operands });
  const versions = drafts.length === 1 ? [drafts[0]!, drafts[0]!] : drafts;
  const chain = compareChain(versions, options, chooseCache(program, args));
  const lexicon = lexiconFor(versions.at(-2)!, versions.at(-1)!, options);
  const trace = tracePhrase(chain, phrase, lexicon, args.has('forms'));
  const told = { ...trace, counts: trace.counts.slice(0, names.length) };
  program.stdout.write(format === 'json' ? traceJson(told, names) : traceText(told, names));
  return told.counts.some((count) => count > 0) ? EXIT.same : EXIT.different;
}
