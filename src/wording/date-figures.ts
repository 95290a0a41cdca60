import type { TimeUnit } from './lexicon-data.ts';

/** Calendar days are counted in months of 31, so that a month is never longer than another. */
export const DAYS_A_MONTH = 31;
export const DAYS_A_YEAR = 12 * DAYS_A_MONTH;

/** Lengths of time in days; of months and years the mean of the Gregorian calendar without its centuries. */
export const UNIT_DAYS: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.4375,
  year: 365.25,
  decade: 3652.5,
};

/** `06.03.2025`, `6/3/2025` (the day first, as in Europe), `2025-03-06`, `2025-2027`; undefined for other figures. */
export function figuresAt(key = ''): { day: number; span: number } | undefined {
  const [, first, last] = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(key) ?? [];
  if (first !== undefined && Number(first) < Number(last)) {
    const years = Number(last) - Number(first) + 1;
    return { day: (Number(last) + 1) * DAYS_A_YEAR, span: years * DAYS_A_YEAR };
  }
  const [, d, , m, y] = /^(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)$/.exec(key) ?? [];
  const [, year = y, month = m, day = d] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(key) ?? [];
  if (Number(month) < 1 || Number(month) > 12 || dayAt(day) === undefined) return undefined;
  return { day: Number(year) * DAYS_A_YEAR + (Number(month) - 1) * DAYS_A_MONTH + Number(day), span: 1 };
}

/** A year of these centuries. */
export const yearAt = (key: string | undefined): number | undefined =>
  key !== undefined && /^(?:19|20)\d\d$/.test(key) ? Number(key) : undefined;

/** A day of a month. */
export function dayAt(key: string | undefined): number | undefined {
  // Of `14-15 December` the last day counts, as of `14 and 15 December`.
  const [, digits] = /^(?:\d{1,2}[-–/])?(\d{1,2})(?:st|nd|rd|th|er|º)?$/.exec(key ?? '') ?? [];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : undefined;
}
