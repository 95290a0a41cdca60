import { dirname, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { RULE_LEVELS, RULE_NAMES, type RuleName } from '../compare/rules.ts';
import { type CheckedYaml, closed, expected, readYaml } from '../wording/checked-yaml.ts';
import { LANGUAGES } from '../wording/languages.ts';
import { LexiconError } from '../wording/lexicon-error.ts';
import { readLexicon } from '../wording/lexicon-schema.ts';
import type { OwnLexicon } from '../wording/own-lexicon.ts';
import type { Config, ConfigFile } from './config.ts';
import { ConfigError } from './config-error.ts';
import { readOwnText } from './read-own-text.ts';

const isWritten = (text: string): boolean => text.trim() !== '';
const text = (what: string) => v.pipe(v.string(expected(what)), v.check(isWritten, expected(what)));

const paths = v.lazy((input) =>
  Array.isArray(input) ? v.array(text('a path')) : text('a path or a list of paths'),
);

const level = v.exactOptional(v.picklist(RULE_LEVELS, expected(`one of ${RULE_LEVELS.join(', ')}`)));
const rules = closed(
  Object.fromEntries(RULE_NAMES.map((name) => [name, level])) as Record<RuleName, typeof level>,
);

const CONFIG = closed({
  lexicon: v.exactOptional(paths),
  language: v.exactOptional(v.picklist(LANGUAGES, expected(`one of ${LANGUAGES.join(', ')}`))),
  redLines: v.exactOptional(v.array(text('a phrase'), expected('a list of phrases'))),
  rules: v.exactOptional(rules),
});

/**
 * Reads a configuration and the lexicons that it names. Messages name files as seen from `folder`.
 *
 * @throws {ConfigError | LexiconError} one line: the file, the line, the key, what is wrong
 */
export function readConfig(file: ConfigFile, folder: string): Config {
  const name = relative(folder, file.path);
  const { value, problem } = readSettings(file, name);
  const { lexicon = [], language, redLines = [], rules: levels = {} } = value;
  const readOwn = (path: string, i: number): OwnLexicon => {
    const absolute = resolve(dirname(file.path), path);
    try {
      return readLexicon(readOwnText(absolute, dirname(file.path)), relative(folder, absolute));
    } catch (cause) {
      if (cause instanceof LexiconError) throw cause;
      const place = typeof lexicon === 'string' ? ['lexicon'] : ['lexicon', i];
      throw problem(place, `"${path}": ${(cause as Error).message}`);
    }
  };
  return {
    file: file.path,
    ...(language === undefined ? {} : { language }),
    redLines,
    lexicon: [lexicon].flat().map(readOwn),
    rules: levels,
  };
}

/** The settings of a file, or of the part of it that is ours. */
function readSettings({ text, key }: ConfigFile, name: string): CheckedYaml<v.InferOutput<typeof CONFIG>> {
  if (key === undefined) return readYaml(text, name, CONFIG, ConfigError);
  const { value, problem } = readYaml(text, name, v.object({ [key]: v.optional(CONFIG) }), ConfigError);
  return { value: value[key] ?? {}, problem: (place, what) => problem([key, ...place], what) };
}
