import { dirname, resolve } from 'node:path';
import type { CompareOptions } from '../compare/options.ts';
import { LANGUAGES } from '../wording/languages.ts';
import { loadConfig } from './config.ts';
import { type Option, type ParsedArgs, type Program, UsageError } from './program.ts';

export const LANGUAGE_OPTION: Option = {
  name: 'language',
  value: LANGUAGES.join('|'),
  summary: 'the lexicon to read with; told from the text otherwise',
};

/** The lexicon and the red lines for a comparison: what the configuration and `--language` choose. */
export async function chooseWords(program: Program, args: ParsedArgs): Promise<CompareOptions> {
  const asked = args.value('language');
  if (asked !== undefined && !LANGUAGES.includes(asked))
    throw new UsageError(`--language takes ${LANGUAGES.join(', ')}, not "${asked}"`);
  const { language, lexicon, redLines } = await loadConfig(folderOf(program, args));
  return { language: asked ?? language, lexicons: lexicon, redLines };
}

/** The configuration is looked for from the newer draft upwards; a draft from standard input lies where one stands. */
function folderOf({ cwd }: Program, { operands }: ParsedArgs): string {
  const draft = operands.at(-1);
  return draft === undefined || draft === '-' ? cwd : dirname(resolve(cwd, draft));
}
