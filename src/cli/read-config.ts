import { dirname, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
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

const phrase = text('a phrase');

const SETTINGS = {
  lexicon: v.exactOptional(paths),
  language: v.exactOptional(v.picklist(LANGUAGES, expected(`one of ${LANGUAGES.join(', ')}`))),
  redLines: v.exactOptional(v.array(phrase, expected('a list of phrases'))),
  rules: v.exactOptional(rules),
  checks: v.exactOptional(v.literal('strict', expected('strict'))),
};
const CONFIG = closed(SETTINGS);
type Settings = v.InferOutput<typeof CONFIG>;

/**
 * Reads a configuration and the lexicons that it names. Messages name files as seen from `folder`.
 *
 * @param onError told of each mistake (a ConfigError or LexiconError, one line: the file, the line, the key, what is
 * wrong); if it does not throw, all is used that can be
 */
export function readConfig(file: ConfigFile, folder: string, onError: (error: Error) => void): Config {
  const name = relative(folder, file.path);
  const { value, problem } = readSettings(file, name, onError);
  const { lexicon = [], language, redLines = [], rules: levels = {}, checks } = value;
  const readOwn = (path: string, i: number): OwnLexicon[] => {
    const absolute = resolve(dirname(file.path), path);
    try {
      return [readLexicon(readOwnText(absolute, dirname(file.path)), relative(folder, absolute))];
    } catch (cause) {
      const place = typeof lexicon === 'string' ? ['lexicon'] : ['lexicon', i];
      onError(
        cause instanceof LexiconError ? cause : problem(place, `"${path}": ${(cause as Error).message}`),
      );
      return [];
    }
  };
  return {
    file: file.path,
    ...(language === undefined ? {} : { language }),
    redLines,
    lexicon: [lexicon].flat().flatMap(readOwn),
    rules: levels,
    isStrict: checks === 'strict',
  };
}

/** The settings of a file, or of the part of it that is ours. */
function readSettings(
  { text, key }: ConfigFile,
  name: string,
  onError: (error: Error) => void,
): CheckedYaml<Settings> {
  try {
    if (key === undefined) return readYaml(text, name, CONFIG, ConfigError);
    const { value, problem } = readYaml(text, name, v.object({ [key]: v.optional(CONFIG) }), ConfigError);
    return { value: value[key] ?? {}, problem: (place, what) => problem([key, ...place], what) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    onError(error);
    return {
      value: readableSettings(text, key),
      problem: (place, what) => new ConfigError(`${name}: ${place.join('.')}: ${what}`),
    };
  }
}

/** What can be used of a file with a mistake in it: each setting, phrase and rule by itself. */
function readableSettings(text: string, key: string | undefined): Settings {
  const whole = readableValue(text);
  const value = key === undefined ? whole : entriesOf(whole)[key];
  const { rules: levels, redLines, ...others } = entriesOf(value);
  const valid = (schema: v.GenericSchema, input: unknown): boolean => v.is(schema, input);
  const kept = Object.entries(others).filter(
    ([name, one]) => Object.hasOwn(SETTINGS, name) && valid(SETTINGS[name as keyof Settings], one),
  );
  return {
    ...Object.fromEntries(kept),
    redLines: Array.isArray(redLines) ? redLines.filter((one) => valid(phrase, one)) : [],
    rules: Object.fromEntries(
      Object.entries(entriesOf(levels)).filter(
        ([name, one]) => (RULE_NAMES as readonly string[]).includes(name) && valid(level, one),
      ),
    ),
  } as Settings;
}

function readableValue(text: string): unknown {
  try {
    return parseDocument(text, { logLevel: 'silent' }).toJS();
  } catch {
    // An alias without its anchor, or so many aliases that they can only be meant to do harm.
    return undefined;
  }
}

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
