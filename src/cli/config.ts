import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CompareOptions } from '../compare/options.ts';
import type { RuleLevels } from '../compare/rules.ts';
import type { OwnLexicon } from '../wording/own-lexicon.ts';
import { ConfigError } from './config-error.ts';
import { readOwnText } from './read-own-text.ts';

/** What a project sets for all its comparisons. */
export interface Config {
  /** Where it was found; absent if nowhere. */
  readonly file?: string;
  readonly language?: string;
  /** Phrases whose every change is reported first. */
  readonly redLines: readonly string[];
  readonly lexicon: readonly OwnLexicon[];
  /** What `check` and the hooks forbid. */
  readonly rules: RuleLevels;
  /** Whether what cannot be checked stops a commit, as a broken rule does. */
  readonly isStrict: boolean;
}

const NOTHING: Config = { redLines: [], lexicon: [], rules: {}, isStrict: false };

/** The lexicon and the red lines for a comparison. */
export const wordsOf = (
  { language, lexicon, redLines }: Config,
  asked: string | undefined = language,
): CompareOptions => ({ language: asked, lexicons: lexicon, redLines });

/** Data only: a configuration can never name a program to run. In one folder the first of them is taken. */
const NAMES = ['clausediff.config.json', '.clausediffrc.yaml', '.clausediffrc.yml', '.clausediffrc.json'];
const MANIFEST = 'package.json';
const MANIFEST_KEY = 'clausediff';

/**
 * Finds the configuration for a folder, in it or above it, and reads the lexicons that it names.
 *
 * @param seenFrom the folder from which messages name files
 * @throws {ConfigError | LexiconError} one line: the file, the line, the key, what is wrong
 */
export const loadConfig = (folder: string, seenFrom = folder): Promise<Config> =>
  configLoader(seenFrom, (error) => {
    throw error;
  })(folder);

/**
 * Loads the configurations of several folders, each file once. What reads YAML is loaded only once there is something
 * to read.
 *
 * @param seenFrom the folder from which messages name files
 * @param onError told of each mistake; what else the file says is used all the same
 */
export function configLoader(
  seenFrom: string,
  onError: (error: Error) => void,
): (folder: string) => Promise<Config> {
  const start = resolve(seenFrom);
  const configs = new Map<string, Promise<Config>>();
  const load = async (path: string, key: string | undefined): Promise<Config> => {
    let text: string;
    try {
      text = readOwnText(path);
    } catch (cause) {
      onError(new ConfigError(`${relative(start, path)}: ${(cause as Error).message}`, { cause }));
      return NOTHING;
    }
    const { readConfig } = await import('./read-config.ts');
    return readConfig({ path, text, ...(key === undefined ? {} : { key }) }, start, onError);
  };
  return (folder) => {
    const found = findConfig(resolve(folder));
    if (!found) return Promise.resolve(NOTHING);
    const config = configs.get(found.path) ?? load(found.path, found.key);
    configs.set(found.path, config);
    return config;
  };
}

/** A file that holds a configuration: as a whole, or under a key. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly key?: string;
}

function findConfig(start: string): Pick<ConfigFile, 'path' | 'key'> | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return { path };
    }
    const path = join(folder, MANIFEST);
    if (isManifest(path)) return { path, key: MANIFEST_KEY };
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether a package.json has our key. One that cannot be read at all is the business of others. */
function isManifest(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return hasKey(readOwnText(path));
  } catch {
    return false;
  }
}

/** Most packages only name the program, if at all. One that is broken is read on, so that its error has a line. */
function hasKey(text: string): boolean {
  if (!text.includes(`"${MANIFEST_KEY}"`)) return false;
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, MANIFEST_KEY);
  } catch {
    return true;
  }
}
