import { resolve } from 'node:path';
import { measureFor } from '../../report/measure.ts';
import { safeJson } from '../../report/safe-json.ts';
import { builtInLexicon, LANGUAGES } from '../../wording/languages.ts';
import { LexiconError } from '../../wording/lexicon-error.ts';
import { readLexicon } from '../../wording/lexicon-schema.ts';
import { mergeLexicon } from '../../wording/merge-lexicon.ts';
import { countEntries } from '../../wording/own-lexicon.ts';
import { loadConfig } from '../config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { oneLine } from '../one-line.ts';
import { type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readOwnText } from '../read-own-text.ts';
import { chooseWidth } from '../terminal.ts';
import { ENTRY_CLASSES, entriesOf } from './entries.ts';
import { listText } from './list-text.ts';
import { lookUp } from './look-up.ts';
import { lookupText } from './lookup-text.ts';

/** The command `lexicon`: the list, one phrase, or the check of a user's files. */
export async function runLexicon(program: Program, args: ParsedArgs): Promise<ExitCode> {
  if (args.has('validate')) return validate(program, args);
  const format = choice(args, 'format', ['text', 'json']) ?? 'text';
  const asked = choice(args, 'class', ENTRY_CLASSES);
  const language = choice(args, 'language', LANGUAGES);
  if (asked !== undefined && args.operands.length > 0)
    throw new UsageError('--class is for the list; leave it out to look up a phrase');
  const config = await loadConfig(program.cwd);
  const base = builtInLexicon(language ?? config.language ?? 'en');
  if (!base) throw new TypeError('a known language has no lexicon');
  const lexicon = config.lexicon.reduce(mergeLexicon, base);
  const entries = entriesOf(lexicon, config.lexicon);
  const about = { language: lexicon.language, name: lexicon.name };

  if (args.operands.length === 0) {
    const listed = entries.filter((entry) => asked === undefined || entry.class === asked);
    const measure = await measureFor(listed.map(({ lemma }) => oneLine(lemma)));
    program.stdout.write(
      format === 'json'
        ? safeJson({ schema: 'clausediff/lexicon/1', ...about, entries: listed })
        : listText(lexicon.name, listed, measure),
    );
    return EXIT.same;
  }
  const result = lookUp(args.operands.join(' '), lexicon, entries);
  const measure = await measureFor(result.found.map((entry) => JSON.stringify(entry)));
  program.stdout.write(
    format === 'json'
      ? safeJson({ schema: 'clausediff/lexicon-phrase/1', ...about, ...result })
      : lookupText(result, chooseWidth(undefined, program), measure),
  );
  return result.found.length > 0 ? EXIT.same : EXIT.different;
}

function choice(args: ParsedArgs, option: string, known: readonly string[]): string | undefined {
  const value = args.value(option);
  if (value !== undefined && !known.includes(value))
    throw new UsageError(`--${option} takes ${known.join(', ')}, not "${value}"`);
  return value;
}

/** Prints nothing unless all files are valid, so that what is printed is the whole answer. */
function validate(program: Program, args: ParsedArgs): ExitCode {
  if (args.operands.length === 0) throw new UsageError('--validate takes lexicon files; name at least one');
  for (const option of ['format', 'class', 'language']) {
    if (args.value(option) !== undefined)
      throw new UsageError(`--validate does not take --${option}; leave it out`);
  }
  const lines = args.operands.map((name) => {
    const count = countEntries(readLexicon(lexiconText(name, program.cwd), name));
    return `${oneLine(name)}: valid, ${count} ${count === 1 ? 'entry' : 'entries'}\n`;
  });
  program.stdout.write(lines.join(''));
  return EXIT.same;
}

function lexiconText(name: string, cwd: string): string {
  try {
    return readOwnText(resolve(cwd, name));
  } catch (cause) {
    throw new LexiconError(`${name}: ${(cause as Error).message}`, { cause });
  }
}
