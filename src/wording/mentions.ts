import { type Form, LAYERS, type Layer, type Lexicon, NUMBER_SLOT, type Term } from './lexicon.ts';
import type { WordSpan, Words } from './words.ts';

/** A place where a clause uses a term. */
export interface Mention extends WordSpan {
  readonly term: Term;
}

/**
 * All mentions of a clause. In each layer the longest form wins and a word belongs to one mention, so that "the
 * European Union and its Member States" is one actor and not two.
 */
export function findMentions(words: Words, lexicon: Lexicon): Mention[] {
  return LAYERS.flatMap((layer) => layerMentions(words, lexicon, layer));
}

/** The mentions of one layer alone. */
export function layerMentions(words: Words, lexicon: Lexicon, layer: Layer): Mention[] {
  const numbered = lexicon.forms(layer, NUMBER_SLOT);
  const found: Mention[] = [];
  for (let at = 0; at < words.keys.length; ) {
    const key = words.keys[at] as string;
    const form =
      longest(lexicon.forms(layer, key), words, at) ??
      (numbered && isNumber(words, at) ? longest(numbered, words, at) : undefined);
    if (form) {
      found.push({ term: form.term, start: at, endExclusive: at + form.keys.length });
      at += form.keys.length;
    } else at++;
  }
  return found;
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
