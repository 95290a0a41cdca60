import type { NumberData } from './lexicon-data.ts';
import { type Phrases, phraseAt, phrases } from './phrases.ts';
import type { WordSpan, Words } from './words.ts';

/** A quantity that a text names: `EUR 150 billion`, `at least 40 %`, `40 000 persons`. */
export interface AmountValue extends WordSpan {
  readonly kind: 'amount';
  readonly value: number;
  /** `EUR`, `%`, or the noun that is counted. */
  readonly unit: string;
  /** Words, not digits: `two`; these are amounts only if both sides have one. */
  readonly spelled: boolean;
}

interface Numbers {
  readonly data: NumberData;
  readonly percent: Phrases;
}

const compiled = new WeakMap<NumberData, Numbers>();

function numbersOf(data: NumberData): Numbers {
  const known = compiled.get(data);
  if (known) return known;
  const numbers = { data, percent: phrases(data.percent) };
  compiled.set(data, numbers);
  return numbers;
}

/** The quantity that begins at a word, with its currency, magnitude and percent sign. */
export function amountAt(words: Words, at: number, data: NumberData): AmountValue | undefined {
  const { percent } = numbersOf(data);
  const { keys, tokens } = words;
  const before = currencyOf(tokens[at]?.key, data);
  let next = before === undefined ? at : at + 1;
  const base = numberOf(keys[next], data);
  if (base === undefined) return undefined;
  const spelled = !/\d/.test(keys[next] ?? '');
  next++;
  let value = base;
  for (
    let factor = own(data.magnitudes, keys[next]);
    factor !== undefined;
    factor = own(data.magnitudes, keys[next])
  ) {
    value *= factor;
    next++;
  }
  const percentSign = phraseAt(words, next, percent);
  if (percentSign)
    return { kind: 'amount', start: at, endExclusive: next + percentSign.length, value, unit: '%', spelled };
  const behind = before === undefined ? currencyOf(tokens[next]?.key, data) : undefined;
  if (behind !== undefined) next++;
  const unit = before ?? behind ?? nounOf(keys[next]);
  return { kind: 'amount', start: at, endExclusive: next, value, unit, spelled };
}

const own = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

const currencyOf = (key: string | undefined, { currencies }: NumberData): string | undefined =>
  own(currencies, key) ?? own(currencies, key?.toLowerCase());

const nounOf = (key: string | undefined): string => (key !== undefined && /^\p{L}/u.test(key) ? key : '');

/** `40 000`, `40,000`, `2.5`, `3½`; undefined for what is no plain number, such as `3bis` or `15381/06`. */
function numberOf(key: string | undefined, { decimal, words }: NumberData): number | undefined {
  if (key === undefined) return undefined;
  if (!/^\d/.test(key)) return own(words, key);
  const digits = key.replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  const grouping = decimal === '.' ? ',' : '.';
  const ungrouped = new RegExp(`^\\d{1,3}(?:\\${grouping}\\d{3})+(?:\\${decimal}\\d+)?$`).test(digits)
    ? digits.replaceAll(grouping, '')
    : digits;
  return /^\d+(?:[.,]\d+)?$/.test(ungrouped) ? Number(ungrouped.replace(',', '.')) : undefined;
}

/** A value as a reader writes it, and never rounded to less than it says: `EUR 150 billion`, `15 points`, `10 000`. */
export function formatAmount(value: number, unit: string): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  if (unit === '%') return `${rounded} percentage ${rounded === 1 ? 'point' : 'points'}`;
  const [factor, name] = MAGNITUDES.find(([size]) => rounded >= size && isShort(rounded / size)) ?? [1, ''];
  const number = String(rounded / factor).replace(/\B(?=(?:\d{3}){1,7}$)/g, ' ');
  return [/^[A-Z]{3}$/.test(unit) ? unit : '', number, name].filter(Boolean).join(' ');
}

/** Whether a number has at most three decimals. */
const isShort = (value: number): boolean => Number(value.toFixed(3)) === value;

const MAGNITUDES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];
