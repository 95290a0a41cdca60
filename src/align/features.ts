import { clauseWords } from '../draft/clause-words.ts';
import type { Clause, Draft } from '../draft/draft.ts';

/** What the aligner knows of one clause. Words are interned: equal words have equal numbers in both drafts. */
export interface Features {
  readonly clause: Clause;
  /** Text folded for typography and white space, case kept; equal here means the same clause. */
  readonly canonical: string;
  readonly family: 'section' | 'footnote' | 'text';
  /** In order of the text. */
  readonly words: Int32Array;
  /** Sorted, with repeats. */
  readonly sortedWords: Int32Array;
  /** Neighbouring words as one number each; sorted, with repeats. */
  readonly sortedBigrams: Float64Array;
  /** Sum of the weights of the words. */
  readonly weight: number;
  readonly parent: number;
  previousSibling: number;
  nextSibling: number;
}

export interface DraftFeatures {
  readonly old: readonly Features[];
  readonly new: readonly Features[];
  /** Inverse document frequency of each word over both drafts together: log(1 + clauses / clauses with it). */
  readonly idf: Float64Array;
}

export function readFeatures(older: Draft, newer: Draft): DraftFeatures {
  const ids = new Map<string, number>();
  const tokens = [tokensOf(older, ids), tokensOf(newer, ids)] as const;
  const idf = inverseFrequencies([...tokens[0], ...tokens[1]], ids.size);
  return {
    old: featuresOf(older, tokens[0], idf),
    new: featuresOf(newer, tokens[1], idf),
    idf,
  };
}

interface ClauseTokens {
  readonly canonical: string;
  readonly words: Int32Array;
}

function tokensOf(draft: Draft, ids: Map<string, number>): ClauseTokens[] {
  const seen = new Map<string, ClauseTokens>();
  return draft.clauses.map(({ text: own, label }) => {
    // A heading that is nothing but its number (`Article 147`) is known by it.
    const text = own || (label?.text ?? '');
    const known = seen.get(text);
    if (known) return known;
    const { canonical, words } = clauseWords(text);
    const read = { canonical, words: new Int32Array(words.length) };
    for (let i = 0; i < words.length; i++) read.words[i] = intern(words[i] as string, ids);
    seen.set(text, read);
    return read;
  });
}

function intern(word: string, ids: Map<string, number>): number {
  const known = ids.get(word);
  if (known !== undefined) return known;
  ids.set(word, ids.size);
  return ids.size - 1;
}

function inverseFrequencies(clauses: readonly ClauseTokens[], vocabulary: number): Float64Array {
  const frequency = new Int32Array(vocabulary);
  const lastSeen = new Int32Array(vocabulary).fill(-1);
  clauses.forEach(({ words }, i) => {
    for (const word of words) {
      if (lastSeen[word] === i) continue;
      lastSeen[word] = i;
      frequency[word]!++;
    }
  });
  return Float64Array.from(frequency, (count) => Math.log(1 + clauses.length / Math.max(1, count)));
}

function featuresOf(draft: Draft, tokens: readonly ClauseTokens[], idf: Float64Array): Features[] {
  const features = draft.clauses.map((clause, i): Features => {
    const { canonical, words } = tokens[i] as ClauseTokens;
    let weight = 0;
    for (const word of words) weight += idf[word]!;
    return new ClauseFeatures(clause, canonical, words, weight, idf.length);
  });
  const last = new Map<number, Features>();
  for (const current of features) {
    const previous = last.get(current.parent);
    if (previous) {
      current.previousSibling = previous.clause.index;
      previous.nextSibling = current.clause.index;
    }
    last.set(current.parent, current);
  }
  return features;
}

/** Most clauses are the same in both drafts, and nobody asks for their words in order. */
class ClauseFeatures implements Features {
  readonly family: Features['family'];
  readonly parent: number;
  previousSibling = -1;
  nextSibling = -1;
  readonly clause: Clause;
  readonly canonical: string;
  readonly words: Int32Array;
  readonly weight: number;
  readonly #vocabulary: number;
  #sortedWords: Int32Array | undefined;
  #sortedBigrams: Float64Array | undefined;

  constructor(clause: Clause, canonical: string, words: Int32Array, weight: number, vocabulary: number) {
    this.clause = clause;
    this.canonical = canonical;
    this.words = words;
    this.weight = weight;
    this.#vocabulary = vocabulary;
    this.family = clause.type === 'section' || clause.type === 'footnote' ? clause.type : 'text';
    this.parent = clause.parent;
  }

  get sortedWords(): Int32Array {
    this.#sortedWords ??= this.words.slice().sort();
    return this.#sortedWords;
  }

  get sortedBigrams(): Float64Array {
    this.#sortedBigrams ??= bigrams(this.words, this.#vocabulary).sort();
    return this.#sortedBigrams;
  }
}

function bigrams(words: Int32Array, vocabulary: number): Float64Array {
  const pairs = new Float64Array(Math.max(0, words.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = words[i]! * vocabulary + words[i + 1]!;
  return pairs;
}
