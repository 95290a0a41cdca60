import { type Form, LAYERS, type Layer, type Lexicon, NUMBER_SLOT, type Term } from './lexicon.ts';
import type { WordSpan, Words } from './words.ts';

/** A place where a clause uses a term. */
export interface Mention extends WordSpan {
  readonly term: Term;
}

/**
 * All mentions of a clause, or those of some layers alone, layer by layer. In each layer the longest form wins and a
 * word belongs to one mention, so that "the European Union and its Member States" is one actor and not two.
 */
export function findMentions(words: Words, lexicon: Lexicon, layers: readonly Layer[] = LAYERS): Mention[] {
  const found = layers.map((): Mention[] => []);
  for (let at = 0; at < words.keys.length; at++) {
    const forms = lexicon.formsFrom(words.keys[at] as string);
    const numbered = isNumber(words, at) ? lexicon.formsFrom(NUMBER_SLOT) : undefined;
    if (!forms && !numbered) continue;
    for (const [i, layer] of layers.entries()) {
      const mentions = found[i] as Mention[];
      if (at < (mentions.at(-1)?.endExclusive ?? 0)) continue;
      const form = longest(forms?.(layer), words, at) ?? longest(numbered?.(layer), words, at);
      if (form) mentions.push({ term: form.term, start: at, endExclusive: at + form.keys.length });
    }
  }
  return found.flat();
}

const longest = (forms: readonly Form[] | undefined, words: Words, at: number): Form | undefined =>
  forms?.find((form) => fits(form, words, at));

function fits({ keys, printed, notAfter, notBefore }: Form, words: Words, at: number): boolean {
  for (let i = 0; i < keys.length; i++) {
    const wanted = keys[i] as string;
    if (wanted === NUMBER_SLOT ? !isNumber(words, at + i) : wanted !== words.keys[at + i]) return false;
    if (printed && wanted !== NUMBER_SLOT && !isPrinted(words, at + i, printed[i] as string)) return false;
  }
  if (notAfter.size > 0 && notAfter.has(words.keys[at - 1] ?? '')) return false;
  return !notBefore.some((phrase) => phrase.every((key, i) => words.keys[at + keys.length + i] === key));
}

/** Whether a word has the case of the form; a possessive ending does not matter. */
const isPrinted = ({ tokens }: Words, at: number, printed: string): boolean =>
  (tokens[at]?.key ?? '').replace(/'s?$/, '') === printed.replace(/'s?$/, '');

const isNumber = ({ tokens }: Words, at: number): boolean => /^\d+$/.test(tokens[at]?.key ?? '');
