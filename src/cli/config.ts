import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { RuleLevel, RuleName } from '../compare/rules.ts';
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
  readonly rules: Readonly<Partial<Record<RuleName, RuleLevel>>>;
}

/** Data only: a configuration can never name a program to run. In one folder the first of them is taken. */
const NAMES = ['clausediff.config.json', '.clausediffrc.yaml', '.clausediffrc.yml', '.clausediffrc.json'];
const MANIFEST = 'package.json';
const MANIFEST_KEY = 'clausediff';

/**
 * Finds the configuration for a folder, in it or above it, and reads the lexicons that it names. What reads YAML is
 * loaded only once there is something to read.
 *
 * @throws {ConfigError | LexiconError} one line: the file, the line, the key, what is wrong
 */
export async function loadConfig(folder: string): Promise<Config> {
  const found = findConfig(resolve(folder));
  if (!found) return { redLines: [], lexicon: [], rules: {} };
  const { readConfig } = await import('./read-config.ts');
  return readConfig(found, resolve(folder));
}

/** A file that holds a configuration: as a whole, or under a key. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly key?: string;
}

function findConfig(start: string): ConfigFile | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return { path, text: textOf(path, start) };
    }
    const path = join(folder, MANIFEST);
    const text = manifestOf(path);
    if (text !== undefined) return { path, text, key: MANIFEST_KEY };
    if (folder === dirname(folder)) return undefined;
  }
}

function textOf(path: string, start: string): string {
  try {
    return readOwnText(path);
  } catch (cause) {
    throw new ConfigError(`${relative(start, path)}: ${(cause as Error).message}`, { cause });
  }
}

/** The text of a package.json with our key. One that cannot be read at all is the business of others. */
function manifestOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const text = readOwnText(path);
    return hasKey(text) ? text : undefined;
  } catch {
    return undefined;
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
