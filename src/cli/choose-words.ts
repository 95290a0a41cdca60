import type { CompareOptions } from '../compare/options.ts';
import { LANGUAGES } from '../wording/languages.ts';
import { loadConfig, wordsOf } from './config.ts';
import { draftFolder } from './draft-folder.ts';
import { type Option, type ParsedArgs, type Program, UsageError } from './program.ts';

export const LANGUAGE_OPTION: Option = {
  name: 'language',
  value: LANGUAGES.join('|'),
  summary: 'the lexicon to read with; told from the text otherwise',
};

/** The lexicon and the red lines for a comparison: what the configuration and `--language` choose. */
export async function chooseWords({ cwd }: Program, args: ParsedArgs): Promise<CompareOptions> {
  const language = chooseLanguage(args);
  return wordsOf(await loadConfig(await draftFolder(args.operands.at(-1), cwd), cwd), language);
}

/** The language of `--language`. */
export function chooseLanguage(args: ParsedArgs): string | undefined {
  const asked = args.value('language');
  if (asked !== undefined && !LANGUAGES.includes(asked))
    throw new UsageError(`--language takes ${LANGUAGES.join(', ')}, not "${asked}"`);
  return asked;
}
