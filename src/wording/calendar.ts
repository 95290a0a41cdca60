import { UNIT_DAYS } from './date-figures.ts';
import type { CalendarData } from './lexicon-data.ts';
import { type Phrases, phrases } from './phrases.ts';

/** The words of a language for times, compiled. */
export interface Calendar {
  readonly months: Phrases;
  readonly monthOf: readonly number[];
  readonly deadline: Phrases;
  readonly starts: ReadonlySet<number>;
  readonly end: Phrases;
  readonly middle: Phrases;
  readonly begin: Phrases;
  readonly quarters: Phrases;
  readonly halves: Phrases;
  readonly seasons: Phrases;
  readonly seasonMonths: readonly number[];
  readonly thisYear: Phrases;
  readonly nextYear: Phrases;
  readonly within: Phrases;
  /** Words for units of time, with their lengths in days. */
  readonly units: ReadonlyMap<string, number>;
}

const calendars = new WeakMap<CalendarData, Calendar>();

export function calendarOf(data: CalendarData): Calendar {
  const known = calendars.get(data);
  if (known) return known;
  const names = data.months.flatMap((forms, month) => forms.map((form) => ({ form, month: month + 1 })));
  const calendar: Calendar = {
    months: phrases(names.map(({ form }) => form)),
    monthOf: names.map(({ month }) => month),
    deadline: phrases(data.deadline),
    starts: new Set(data.deadline.flatMap((word, i) => (data.start.includes(word) ? [i] : []))),
    end: phrases(data.endOf),
    middle: phrases(data.middleOf),
    begin: phrases(data.startOf),
    quarters: phrases(data.quarters),
    halves: phrases(data.halves),
    seasons: phrases(Object.keys(data.seasons)),
    seasonMonths: Object.values(data.seasons),
    thisYear: phrases(data.thisYear),
    nextYear: phrases(data.nextYear),
    within: phrases(data.within),
    units: new Map(Object.entries(data.units).map(([word, unit]) => [word, UNIT_DAYS[unit]])),
  };
  calendars.set(data, calendar);
  return calendar;
}
