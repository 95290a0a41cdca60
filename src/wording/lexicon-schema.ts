import * as v from 'valibot';
import { DIRECTIONS, type Direction } from './change.ts';
import { type CheckedYaml, closed, closedFile, expected, mapping, readYaml } from './checked-yaml.ts';
import { formKeys } from './form-key.ts';
import { builtInLexicon, LANGUAGES } from './languages.ts';
import { NUMBER_SLOT } from './lexicon.ts';
import { ACTOR_KINDS, type LexiconData } from './lexicon-data.ts';
import { LexiconError } from './lexicon-error.ts';
import { namesOf } from './merge-lexicon.ts';
import { OWN_LISTS, type OwnLexicon, USER_SOURCE } from './own-lexicon.ts';

/** A change that is listed as one is never neutral. */
const EFFECTS = DIRECTIONS.filter((name): name is Exclude<Direction, 'neutral'> => name !== 'neutral');

const isWritten = (text: string): boolean => text.trim() !== '';
const hasWord = (form: string): boolean => formKeys(form).some((key) => key !== NUMBER_SLOT);

const text = v.pipe(v.string(expected('text')), v.check(isWritten, expected('text')));
const texts = v.array(text, expected('a list of texts'));
const form = v.pipe(v.string(expected('a form in words')), v.check(hasWord, expected('a form in words')));
const formsOf = (least: number) => {
  const what = `a list of ${least > 1 ? `${least} or more` : 'one or more'} forms`;
  return v.pipe(v.array(form, expected(what)), v.minLength(least, expected(what)));
};
const forms = formsOf(1);
const outOf100 = v.pipe(
  v.number(expected('a number from 0 to 100')),
  v.minValue(0, expected('a number from 0 to 100')),
  v.maxValue(100, expected('a number from 0 to 100')),
);
const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, expected(`one of ${names.join(', ')}`));
const effect = oneOf(EFFECTS);

/** Left out, it is the file itself. */
const source = v.optional(texts, [USER_SOURCE]);
const guards = {
  case: v.exactOptional(v.boolean(expected('true or false'))),
  notAfter: v.exactOptional(texts),
  notBefore: v.exactOptional(texts),
};
const described = { source, note: v.exactOptional(text) };
const term = { lemma: text, forms, effect: v.exactOptional(effect), ...guards, ...described };
const effective = { ...term, effect };
const ranked = { ...term, scale: text, rank: outOf100 };
const actor = {
  id: text,
  lemma: text,
  kind: oneOf(ACTOR_KINDS),
  forms,
  weight: v.exactOptional(outOf100),
  ...guards,
  ...described,
};

const listOf = <const T extends v.ObjectEntries>(entries: T) =>
  v.exactOptional(v.array(closed(entries), expected('a list of entries')));

const OWN_LEXICON = closedFile({
  language: v.exactOptional(oneOf(LANGUAGES)),
  remove: v.exactOptional(texts),
  actors: listOf(actor),
  shifts: listOf({ from: text, to: text, direction: effect, why: text, source }),
  verbs: listOf(ranked),
  modals: listOf(ranked),
  hedges: listOf(effective),
  scope: listOf(effective),
  quantities: listOf(effective),
  times: listOf({ ...ranked, effect }),
  ladders: listOf(ranked),
  negations: listOf(term),
  formulas: listOf({ id: text, meaning: text, effect, forms, source }),
  equivalents: listOf({ kind: text, forms: formsOf(2) }),
  sources: v.optional(v.pipe(mapping('a mapping of keys to titles'), v.record(text, text)), {}),
});

type OwnFile = v.InferOutput<typeof OWN_LEXICON>;

/**
 * Reads a user's lexicon, YAML or JSON.
 *
 * @param name what the file is called in messages, and as a source
 * @throws {LexiconError} one line: the file, the line, the key, what is wrong
 */
export function readLexicon(source: string, name: string): OwnLexicon {
  const file = readYaml(source, name, OWN_LEXICON, LexiconError);
  checkReferences(file);
  return { ...file.value, name, sources: { [USER_SOURCE]: name, ...file.value.sources } };
}

/** Whatever the file names must be known, to it or to the lexicons that it adds to. */
function checkReferences({ value, problem }: CheckedYaml<OwnFile>): void {
  const bases = LANGUAGES.filter((name) => (value.language ?? name) === name).map(
    (name) => builtInLexicon(name) as LexiconData,
  );
  const where = 'the built-in lexicon';

  const actors = new Set([...bases, value].flatMap(({ actors = [] }) => actors.map(({ id }) => id)));
  value.shifts?.forEach((shift, i) => {
    for (const end of ['from', 'to'] as const) {
      if (!actors.has(shift[end]))
        throw problem(
          ['shifts', i, end],
          `no actor has the id "${shift[end]}", neither in this file nor in ${where}`,
        );
    }
  });

  const titles = [...bases, value].map(({ sources }) => sources);
  for (const list of OWN_LISTS) {
    value[list]?.forEach((entry, i) => {
      const keys: readonly string[] = 'source' in entry ? entry.source : [];
      keys.forEach((key, k) => {
        if (key !== USER_SOURCE && !titles.some((known) => Object.hasOwn(known, key)))
          throw problem(
            [list, i, 'source', k],
            `"${key}" is no source of ${where}; add its title under sources`,
          );
      });
    });
  }

  const entries = new Set(bases.flatMap((base) => OWN_LISTS.flatMap((list) => base[list].flatMap(namesOf))));
  value.remove?.forEach((name, i) => {
    if (!entries.has(name))
      throw problem(['remove', i], `${where} has no entry "${name}"; name a lemma or an id`);
  });
}
