import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../../src/cli/config.ts';
import { ConfigError } from '../../src/cli/config-error.ts';
import { draftFolder } from '../../src/cli/draft-folder.ts';
import { LexiconError } from '../../src/wording/lexicon-error.ts';
import { type Files, inFolder } from './run.ts';

const OWN = 'hedges:\n  - {lemma: in time, forms: [in time], effect: weaker}\n';

/** Loads the configuration for `from` in a folder with these files. */
const load = (files: Files, from = '.'): Promise<Config> =>
  inFolder({}, (folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    mkdirSync(join(folder, from), { recursive: true });
    return loadConfig(join(folder, from));
  });

const errorOf = (files: Files, from?: string): Promise<unknown> =>
  load(files, from).then(
    () => 'valid',
    (error) => error,
  );

describe('a configuration', () => {
  it('is nothing where there is none', async () => {
    expect(await load({})).toEqual({ redLines: [], lexicon: [], rules: {}, isStrict: false });
  });

  it.each([
    ['clausediff.config.json', '{"language": "fr", "redLines": ["at least"]}'],
    ['.clausediffrc.yaml', 'language: fr\nredLines:\n  - at least\n'],
    ['.clausediffrc.yml', 'language: fr\nredLines: [at least]\n'],
    ['.clausediffrc.json', '{"language": "fr",\n\t"redLines": ["at least"]}'],
    ['package.json', '{"name": "x", "clausediff": {"language": "fr", "redLines": ["at least"]}}'],
  ])('is found in %s', async (name, text) => {
    const { file, ...config } = await load({ [name]: text });
    expect(config).toEqual({
      language: 'fr',
      redLines: ['at least'],
      lexicon: [],
      rules: {},
      isStrict: false,
    });
    expect(file?.endsWith(`/${name}`)).toBe(true);
  });

  it('is found above the folder', async () => {
    const { language } = await load({ '.clausediffrc.yaml': 'language: de\n' }, 'a/b/c');
    expect(language).toBe('de');
  });

  it('is the nearest one', async () => {
    const files = {
      '.clausediffrc.yaml': 'language: de\n',
      'a/clausediff.config.json': '{"language": "fr"}',
    };
    expect((await load(files, 'a/b')).language).toBe('fr');
  });

  it('is the first by name in one folder', async () => {
    const files = { '.clausediffrc.yaml': 'language: de\n', 'clausediff.config.json': '{"language": "fr"}' };
    expect((await load(files)).language).toBe('fr');
  });

  it.each([
    ['without the key', '{"name": "x"}'],
    ['that only depends on the program', '{"devDependencies": {"clausediff": "^1.0.0"}}'],
    ['of the program itself', '{"name": "clausediff"}'],
    ['that is no mapping', '["clausediff"]'],
    ['that is not UTF-8', Uint8Array.from([0x22, 0xe9])],
  ])('is not a package.json %s', async (_, text) => {
    const files = { '.clausediffrc.yaml': 'language: de\n', 'a/package.json': text };
    expect((await load(files, 'a')).language).toBe('de');
  });

  it('may be empty of settings', async () => {
    expect(await load({ 'clausediff.config.json': '{}' })).toMatchObject({
      redLines: [],
      lexicon: [],
      rules: {},
    });
  });

  it('is no program', async () => {
    const files = { 'clausediff.config.js': 'throw 1', '.clausediffrc.js': 'throw 1', '.clausediffrc': 'x' };
    expect(await load(files)).toEqual({ redLines: [], lexicon: [], rules: {}, isStrict: false });
  });

  it.each([
    ['one lexicon', 'lexicon: words/own.yaml\n'],
    ['a list of lexicons', 'lexicon: [./words/own.yaml]\n'],
  ])('names %s, from its own folder', async (_, text) => {
    const { lexicon } = await load({ '.clausediffrc.yaml': text, 'words/own.yaml': OWN }, 'a');
    expect(lexicon.map(({ name, hedges }) => [name, hedges?.length])).toEqual([['../words/own.yaml', 1]]);
  });

  it('names several lexicons, in order', async () => {
    const { lexicon } = await load({
      '.clausediffrc.yaml': 'lexicon: [b.yaml, a.json]\n',
      'b.yaml': OWN,
      'a.json': '{}',
    });
    expect(lexicon.map(({ name }) => name)).toEqual(['b.yaml', 'a.json']);
  });
});

describe('a configuration that is wrong', () => {
  const YAML = '.clausediffrc.yaml';
  it.each([
    [
      'an unknown key',
      YAML,
      'language: en\n\nlexicn: a\n',
      'line 3: unknown key "lexicn"; it takes lexicon, language, redLines',
    ],
    ['an unknown language', YAML, 'language: es\n', 'line 1: language: expected one of en, fr, de, not "es"'],
    [
      'red lines that are no list',
      YAML,
      'redLines: at least\n',
      'line 1: redLines: expected a list of phrases, not "at least"',
    ],
    [
      'an empty red line',
      YAML,
      'redLines:\n  - a\n  - ""\n',
      'line 3: redLines[1]: expected a phrase, not ""',
    ],
    [
      'a number as a red line',
      'clausediff.config.json',
      '{\n  "redLines": [\n    2030\n  ]\n}\n',
      'line 3: redLines[0]: expected a phrase, not 2030',
    ],
    [
      'a lexicon that is no path',
      YAML,
      'lexicon: 5\n',
      'line 1: lexicon: expected a path or a list of paths, not 5',
    ],
    ['an empty path in a list', YAML, 'lexicon:\n  - ""\n', 'line 2: lexicon[0]: expected a path, not ""'],
    [
      'a missing lexicon',
      YAML,
      'language: en\nlexicon: absent.yaml\n',
      'line 2: lexicon: "absent.yaml": no such file; check the path',
    ],
    [
      'a missing lexicon in a list',
      YAML,
      'lexicon:\n  - .\n',
      'line 2: lexicon[0]: ".": is a folder; name a file',
    ],
    ['broken YAML', YAML, 'language: en\nredLines: [a\n', 'line 3: not readable as YAML or JSON: '],
    [
      'an empty file',
      YAML,
      '',
      'line 1: expected a mapping with lexicon, language, redLines, rules, checks, not nothing',
    ],
    [
      'a list',
      YAML,
      '[]',
      'line 1: expected a mapping with lexicon, language, redLines, rules, checks, not an empty list',
    ],
    [
      'bytes that are not UTF-8',
      YAML,
      Uint8Array.from([0xe9]),
      'not UTF-8; convert it, for example with iconv',
    ],
    [
      'an unknown key in package.json',
      'package.json',
      '{\n  "name": "x",\n  "clausediff": {\n    "plugin": "x"\n  }\n}\n',
      'line 4: clausediff: unknown key "plugin"; it takes lexicon, language, redLines',
    ],
    [
      'no settings in package.json',
      'package.json',
      '{\n  "clausediff": null\n}\n',
      'line 2: clausediff: expected a mapping with lexicon, language, redLines, rules, checks, not nothing',
    ],
    [
      'a broken package.json',
      'package.json',
      '{\n  "clausediff": {}\n',
      'line 3: not readable as YAML or JSON: ',
    ],
    [
      'a missing lexicon in package.json',
      'package.json',
      '{\n  "clausediff": {\n    "lexicon": "a.yaml"\n  }\n}\n',
      'line 3: clausediff.lexicon: "a.yaml": no such file',
    ],
  ])('%s', async (_, name, text, message) => {
    const error = await errorOf({ [name]: text });
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message.startsWith(`${name}: ${message}`), String(error)).toBe(true);
    expect((error as Error).message).not.toContain('\n');
  });

  it('is named as seen from the folder', async () => {
    expect(String(await errorOf({ [YAML]: 'x: 1\n' }, 'a/b'))).toContain(
      `: ../../${YAML}: line 1: unknown key "x"`,
    );
  });

  it('has the error of its lexicon', async () => {
    const error = await errorOf({ [YAML]: 'lexicon: a.yaml\n', 'a.yaml': 'verbs:\n  - 1\n' });
    expect(error).toBeInstanceOf(LexiconError);
    expect((error as Error).message).toMatch(/^a\.yaml: line 2: verbs\[0\]: expected a mapping/);
  });
});

describe('the folder of a draft', () => {
  it.each([
    ['d.md', 'a/d.md', 'a'],
    ['of a folder', 'a', 'a'],
    ['that is not there', 'b/d.md', 'b'],
    ['on standard input', '-', '.'],
    ['with a colon in its name', 'a/x:y.md', 'a'],
    ['of a revision, outside a repository', 'HEAD:a/d.md', 'a'],
    ['of a revision, from the current folder', 'HEAD:./a/d.md', 'a'],
  ])('is found: %s', (_, operand, expected) =>
    inFolder({ folders: ['a'] }, async (folder) => {
      for (const name of ['d.md', 'x:y.md']) writeFileSync(join(folder, 'a', name), '');
      expect(await draftFolder(operand, folder)).toBe(join(folder, expected));
    }),
  );
});
