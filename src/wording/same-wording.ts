import { tokenize } from '../draft/tokens.ts';
import { grammarOf } from '../languages/grammar.ts';
import { type Lexicon, wordKey } from './lexicon.ts';
import type { LexiconData } from './lexicon-data.ts';

/**
 * Whether two wordings say the same by declaration: they are inflections of the same words, or the lexicon declares them
 * equivalent. That two forms belong to one entry of the lexicon is not enough:
 *
 *     takes note of / took note of                 the same: inflection
 *     the European Union / the EU                  the same: declared
 *     strongly urges / urges                       not the same
 *     all stakeholders / relevant stakeholders     not the same
 */
export function isSameWording(one: string, other: string, { data }: Lexicon): boolean {
  if (lettersOf(one) === lettersOf(other)) return true;
  const [a, b] = [wordsOf(one, data), wordsOf(other, data)];
  if (a.length !== b.length) return false;
  const rest = [...b];
  return a.every((word) => {
    const at = rest.findIndex((candidate) => isInflection(word, candidate, data.language));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

/** Written together, apart or with a hyphen. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '');

/** The words that say something, what is declared equivalent under one name. */
function wordsOf(text: string, data: LexiconData): string[] {
  const { auxiliaries } = grammarOf(data.language);
  const keys = tokenize(text).flatMap(({ key }) =>
    /[\p{L}\p{N}%]/u.test(key) ? wordKey(key.toLowerCase()) : [],
  );
  const found: string[] = [];
  for (let at = 0; at < keys.length; ) {
    const declared = equivalentsOf(data).find(({ words }) =>
      words.every((word, i) => isInflection(keys[at + i] ?? '', word, data.language)),
    );
    if (declared) found.push(declared.name);
    else if (!auxiliaries.has(keys[at]!)) found.push(keys[at]!);
    at += declared?.words.length ?? 1;
  }
  return found;
}

interface Declared {
  readonly words: readonly string[];
  readonly name: string;
}

const declaredIn = new WeakMap<LexiconData, readonly Declared[]>();

/** The forms that are declared equivalent, the longest first, without articles. */
function equivalentsOf(data: LexiconData): readonly Declared[] {
  const known = declaredIn.get(data);
  if (known) return known;
  const { auxiliaries } = grammarOf(data.language);
  const declared = data.equivalents
    .flatMap(({ forms }, i) =>
      forms.map((form) => ({
        name: `=${i}`,
        words: tokenize(form)
          .map(({ key }) => wordKey(key.toLowerCase()))
          .filter((word, at) => at > 0 || !auxiliaries.has(word)),
      })),
    )
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  declaredIn.set(data, declared);
  return declared;
}

/** Endings of at most three letters, or forms that the language lists as one word. */
function isInflection(one: string, other: string, language: string): boolean {
  if (one === other) return true;
  const { irregular } = grammarOf(language);
  const word = irregular.get(one);
  if (word !== undefined && word === irregular.get(other)) return true;
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same++;
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  return same >= 3 && long - same <= 3 && short - same <= 2 && same >= 0.6 * long;
}
