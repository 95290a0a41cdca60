import { type AmountValue, amountAt } from './amounts.ts';
import { type Citation, citationAt, DOCUMENT_SERIES } from './citations.ts';
import { type DateValue, dateAt } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconData } from './lexicon-data.ts';
import { readWords, type Words } from './words.ts';

/** What a text says in numbers: times, references to other places, quantities. */
export type Value = DateValue | Citation | AmountValue;

/** All values of a clause; a word belongs to one, times before references before quantities. */
export function findValues(words: Words, { data }: Lexicon): Value[] {
  const found: Value[] = [];
  const starts = startsOf(data);
  for (let at = 0; at < words.keys.length; ) {
    const key = words.keys[at] as string;
    if (!starts.has(key) && !/^(?:\d|mid-)/.test(key)) {
      at++;
      continue;
    }
    const value =
      dateAt(words, at, data) ?? citationAt(words, at, data.references) ?? amountAt(words, at, data.numbers);
    if (value) {
      found.push(value);
      at = value.endExclusive;
    } else at++;
  }
  return found;
}

const startKeys = new WeakMap<LexiconData, ReadonlySet<string>>();

/** Words that a value may begin with; most words are none of them. */
function startsOf(data: LexiconData): ReadonlySet<string> {
  const found = startKeys.get(data);
  if (found) return found;
  const { months, units: _, seasons, ...lists } = data.calendar;
  const { join: __, ...references } = data.references;
  const printed = [
    ...months.flat(),
    ...Object.keys(seasons),
    ...Object.values(lists).flat(),
    ...Object.values(references).flat(),
    ...Object.keys(data.numbers.words),
    ...Object.keys(data.numbers.currencies),
    ...DOCUMENT_SERIES,
  ];
  const starts = new Set(printed.flatMap((text) => readWords(text).keys[0] ?? []));
  startKeys.set(data, starts);
  return starts;
}
