import { type Calendar, calendarOf } from './calendar.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, dayAt, figuresAt, yearAt } from './date-figures.ts';
import type { LexiconData } from './lexicon-data.ts';
import { phraseAt } from './phrases.ts';
import type { WordSpan, Words } from './words.ts';

/** A time that a text names: `by the end of 2025`, `6 March`, `within six months`. */
export interface DateValue extends WordSpan {
  readonly kind: 'date';
  /** `limit`: by then; `start`: from then on; `point`: then. */
  readonly role: 'limit' | 'start' | 'point';
  /** Days from a common origin to the end of the time meant; years without a number count as year 0. */
  readonly day: number;
  /** How much the time leaves open, in days: a year more than a month. */
  readonly span: number;
  /** True if the year is not said: `by June`, `by the end of the year`. */
  readonly yearless: boolean;
  /** True for a length of time from now: `within six months`. */
  readonly relative: boolean;
}

/** Words between the parts of a date: `the end OF THE year`, `1er janvier DE l'année`. */
const LINKS = /^(?:of|the|this|year|de|du|des|la|le|l|der|dem|im|in|vom|des|jahres|jahr|année|l'année|an)$/;

/** The time that is named at a word, with the words before it that make it a limit. */
export function dateAt(
  words: Words,
  at: number,
  { calendar: data, numbers }: Pick<LexiconData, 'calendar' | 'numbers'>,
): DateValue | undefined {
  const calendar = calendarOf(data);
  const lead = phraseAt(words, at, calendar.deadline);
  const from = at + (lead?.length ?? 0);
  const core =
    yearPhraseAt(words, from, calendar, undefined, lead !== undefined) ??
    coreAt(words, skipLinks(words, from), calendar, lead !== undefined);
  if (core) {
    const role = lead ? (calendar.starts.has(lead.index) ? 'start' : 'limit') : 'point';
    return { kind: 'date', start: at, role, relative: false, ...core };
  }
  return lead && !startsWithin(words, at, calendar)
    ? undefined
    : withinAt(words, at, calendar, numbers.words);
}

const startsWithin = (words: Words, at: number, { within }: Calendar): boolean =>
  phraseAt(words, at, within) !== undefined;

type Core = Pick<DateValue, 'endExclusive' | 'day' | 'span' | 'yearless'>;

function coreAt(words: Words, at: number, calendar: Calendar, isLimit: boolean): Core | undefined {
  const { keys } = words;
  const inFigures = figuresAt(keys[at]);
  if (inFigures) return { ...inFigures, endExclusive: at + 1, yearless: false };
  const part = partAt(words, at, calendar);
  const from = part ? skipLinks(words, at + part.length) : at;

  const year = yearAt(keys[from]);
  if (year !== undefined && (part || isLimit || /^(?:19|20)\d\d$/.test(keys[from] ?? '')))
    return within(part, year, 1, 12, from + 1, false);
  const middle = yearAt(/^mid-(.*)$/.exec(keys[from] ?? '')?.[1]);
  if (middle !== undefined) return within(MIDDLE, middle, 1, 12, from + 1, false);
  const relative =
    (part && yearPhraseAt(words, at + part.length, calendar, part, isLimit)) ??
    yearPhraseAt(words, skipOf(words, part ? at + part.length : at), calendar, part, isLimit);
  if (relative) return relative;
  const season = phraseAt(words, from, calendar.seasons);
  if (season) {
    const after = skipOf(words, from + season.length);
    const said = yearAt(keys[after]);
    if (said === undefined && !isLimit && !part) return undefined;
    const month = calendar.seasonMonths[season.index] as number;
    return within(
      undefined,
      said ?? 0,
      Math.max(1, month - 2),
      month,
      after + (said === undefined ? 0 : 1),
      said === undefined,
    );
  }
  return monthDayAt(words, from, calendar, part, isLimit);
}

/** `the end of THIS YEAR`, `by NEXT YEAR`. */
function yearPhraseAt(
  words: Words,
  at: number,
  calendar: Calendar,
  part: Part | undefined,
  isLimit: boolean,
): Core | undefined {
  if (!part && !isLimit) return undefined;
  const nextYear = phraseAt(words, at, calendar.nextYear);
  if (nextYear) return within(part, 1, 1, 12, at + nextYear.length, true);
  const thisYear = phraseAt(words, at, calendar.thisYear);
  if (!thisYear || yearAt(words.keys[at + thisYear.length]) !== undefined) return undefined;
  return within(part, 0, 1, 12, at + thisYear.length, true);
}

const skipOf = ({ keys }: Words, at: number): number =>
  /^(?:of|de|des|von)$/.test(keys[at] ?? '') ? at + 1 : at;

/** `6 March 2025`, `March 6, 2025`, `14 and 15 December`, `June 2006`, `June`. */
function monthDayAt(
  words: Words,
  from: number,
  calendar: Calendar,
  part: Part | undefined,
  isLimit: boolean,
): Core | undefined {
  const { keys, tokens } = words;
  let at = from;
  let day = dayAt(keys[at]);
  if (day !== undefined) {
    at = behindDot(words, at + 1);
    // The last of `14 and 15 December`, `14. – 15. Dezember`.
    const last = /^(?:and|et|und|-|–)$/.test(keys[at] ?? '') ? dayAt(keys[at + 1]) : undefined;
    if (last !== undefined) {
      day = last;
      at = behindDot(words, at + 2);
    }
    if (keys[at] === 'of' || keys[at] === 'de') at++;
  }
  const month = phraseAt(words, at, calendar.months);
  if (!month) return undefined;
  // "may" is a verb, "mars" a planet: a month is printed with a capital or stands in a date.
  const isName = /^\p{Lu}/u.test(tokens[at]?.key ?? '');
  at += month.length;
  if (keys[at] === '.' && /^\d/.test(keys[at + 1] ?? '')) at++;
  if (day === undefined && dayAt(keys[at]) !== undefined && yearAt(keys[at]) === undefined) {
    day = dayAt(keys[at]);
    at++;
  }
  if (keys[at] === ',' && yearAt(keys[at + 1]) !== undefined) at++;
  const year = yearAt(keys[at]);
  if (year !== undefined) at++;
  if (!isName && day === undefined && year === undefined && !isLimit) return undefined;
  if (isAmbiguous(keys[from] ?? '') && day === undefined && year === undefined && !isLimit && !part)
    return undefined;
  const number = calendar.monthOf[month.index] as number;
  if (day === undefined) return within(undefined, year ?? 0, number, number, at, year === undefined);
  return {
    endExclusive: at,
    day: (year ?? 0) * DAYS_A_YEAR + (number - 1) * DAYS_A_MONTH + day,
    span: 1,
    yearless: year === undefined,
  };
}

const behindDot = ({ keys }: Words, at: number): number => (keys[at] === '.' ? at + 1 : at);

/** "May" may begin a sentence, "March" a verb. */
const isAmbiguous = (key: string): boolean => key === 'may' || key === 'march' || key === 'mars';

/** A part of a period: first and last month in it. */
interface Part {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

const HALVES = [
  { low: 1, high: 6 },
  { low: 7, high: 12 },
] as const;
const MIDDLE: Part = { low: 5, high: 7, length: 0 };

function partAt(words: Words, at: number, calendar: Calendar): Part | undefined {
  const quarter = phraseAt(words, at, calendar.quarters);
  if (quarter) {
    const nth = Math.min(3, quarter.index);
    return { low: nth * 3 + 1, high: nth * 3 + 3, length: quarter.length };
  }
  const half = phraseAt(words, at, calendar.halves);
  if (half) return { ...HALVES[half.index % 2]!, length: half.length };
  const end = phraseAt(words, at, calendar.end);
  if (end) return { low: 12, high: 12, length: end.length };
  const middle = phraseAt(words, at, calendar.middle);
  if (middle) return { ...MIDDLE, length: middle.length };
  const begin = phraseAt(words, at, calendar.begin);
  return begin && { low: 1, high: 3, length: begin.length };
}

/** A period of months of a year, or the part of it that was named. */
function within(
  part: Part | undefined,
  year: number,
  low: number,
  high: number,
  endExclusive: number,
  yearless: boolean,
): Core {
  const [first, last] = part ? [part.low, part.high] : [low, high];
  return {
    endExclusive,
    day: year * DAYS_A_YEAR + last * DAYS_A_MONTH,
    span: (last - first + 1) * DAYS_A_MONTH,
    yearless,
  };
}

/** `within six months`, `over the next five years`. */
function withinAt(
  words: Words,
  at: number,
  calendar: Calendar,
  numbers: Readonly<Record<string, number>>,
): DateValue | undefined {
  const lead = phraseAt(words, at, calendar.within);
  if (!lead) return undefined;
  const from = at + lead.length;
  const said = words.keys[from] ?? '';
  const count = /^\d+$/.test(said) ? Number(said) : ONE.test(said) ? 1 : ownNumber(numbers, said);
  const unit = calendar.units.get(words.keys[from + 1] ?? '');
  if (count === undefined || unit === undefined) return undefined;
  return {
    kind: 'date',
    role: 'limit',
    start: at,
    endExclusive: from + 2,
    day: count * unit,
    span: 1,
    yearless: true,
    relative: true,
  };
}

const ONE = /^(?:one|a|an|(?:d')?une?|eine[mrs]?)$/;

const ownNumber = (numbers: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(numbers, word) ? numbers[word] : undefined;

function skipLinks({ keys }: Words, from: number): number {
  let at = from;
  while (at < from + 3 && LINKS.test(keys[at] ?? '')) at++;
  return at;
}
