import { grammarOf } from '../../languages/grammar.ts';
import { type Change, type Direction, MIRRORED, neutralChange, substantiveChange } from '../change.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR, UNIT_DAYS } from '../date-figures.ts';
import type { DateValue } from '../dates.ts';
import type { Mention } from '../mentions.ts';
import { isSameWording } from '../same-wording.ts';
import { SETTINGS } from '../settings.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/**
 * Deadlines and times. A later or vanished deadline is weaker, an earlier or new one stronger.
 *
 *     by June 2026 → by the end of 2026          weaker, six months later
 *     by the end of 2026 → in due course         weaker
 *     in June → in June 2006                     neutral: the year is made explicit
 */
export function timeChanges(site: SiteReader): Change[] {
  const dates = difference(site.values('old', 'date'), site.values('new', 'date'), dateKey);
  const words = difference(
    site.mentions('old', 'qualifier', ['date']),
    site.mentions('new', 'qualifier', ['date']),
    ({ term }) => term,
  );
  for (const found of [dates, words]) {
    site.coverBoth(found);
    site.cover('old', found.old);
    site.cover('new', found.new);
  }
  const changes = [
    ...dates.both.flatMap(([a, b]) => sameTime(site, a, b)),
    ...words.both.flatMap(([a, b]) => sameKindOfTime(site, a, b)),
  ];
  const [oldDates, newDates] = [[...dates.old], [...dates.new]];
  while (oldDates.length > 0 && newDates.length > 0) {
    changes.push(betweenDates(site, oldDates.shift() as DateValue, newDates.shift() as DateValue));
  }
  const [oldWords, newWords] = [[...words.old], [...words.new]];
  for (const a of [...oldWords]) {
    const at = newWords.findIndex(({ term }) => term.scale === a.term.scale);
    if (at < 0) continue;
    changes.push(betweenWords(site, a, newWords.splice(at, 1)[0] as Mention));
    oldWords.splice(oldWords.indexOf(a), 1);
  }
  for (const date of oldDates) changes.push(dateGone(site, date, newWords.shift(), 'old'));
  for (const date of newDates) changes.push(dateGone(site, date, oldWords.shift(), 'new'));
  for (const word of oldWords) changes.push(wordGone(site, word, 'old'));
  for (const word of newWords) changes.push(wordGone(site, word, 'new'));
  return changes;
}

const dateKey = ({ role, day, span, yearless, relative }: DateValue): string =>
  [role, day, span, yearless, relative].join();

function sameTime(site: SiteReader, a: DateValue, b: DateValue): Change[] {
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  return old.toLowerCase() === newer.toLowerCase()
    ? []
    : [neutralChange('date', 'format', old, newer, 'the same time, written otherwise')];
}

/** Two words of one entry: as a date unless they are declared to say the same. */
function sameKindOfTime(site: SiteReader, a: Mention, b: Mention): Change[] {
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  if (site.sameWords(a, b) || isSameWording(old, newer, site.lexicon)) return [];
  const note = `other words, of the kind of "${a.term.lemma}"`;
  return [substantiveChange('date', 'changed', `same-kind:${a.term.name}`, { old, new: newer }, note)];
}

function betweenDates(site: SiteReader, a: DateValue, b: DateValue): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  if (a.role === b.role && isMadeExplicit(a, b)) {
    return neutralChange(
      'date',
      'precision',
      wording.old,
      wording.new,
      'the same time, said more or less exactly',
    );
  }
  const comparable = a.relative === b.relative && a.yearless === b.yearless;
  if (comparable && a.role === b.role && a.role !== 'limit' && a.day !== b.day && isPlanned(site, a.role)) {
    const later = b.day > a.day;
    const note =
      a.role === 'start'
        ? `begins ${later ? 'later' : 'earlier'}`
        : `is to happen ${later ? 'later' : 'earlier'}`;
    return substantiveChange(
      'date',
      later ? 'weaker' : 'stronger',
      `${a.role}:${later ? 'later' : 'earlier'}`,
      wording,
      note,
    );
  }
  if (a.role !== 'limit' || b.role !== 'limit' || !comparable) {
    return substantiveChange('date', 'changed', `${a.role}>${b.role}`, wording, 'another time');
  }
  const days = b.day - a.day;
  if (days === 0) return substantiveChange('date', 'changed', 'limit', wording, 'another time');
  if (isLasting(site)) {
    const note = `lasts ${distance(Math.abs(days), a.relative)} ${days > 0 ? 'longer' : 'less long'}`;
    return substantiveChange(
      'date',
      days > 0 ? 'stronger' : 'weaker',
      days > 0 ? 'longer' : 'shorter',
      wording,
      note,
    );
  }
  const direction = days > 0 ? 'weaker' : 'stronger';
  const note = `the deadline is ${distance(Math.abs(days), a.relative)} ${days > 0 ? 'later' : 'earlier'}`;
  return substantiveChange('date', direction, days > 0 ? 'later' : 'earlier', wording, note);
}

/** Whether the sentence says what shall be, so that a later time is less of it. */
const isPlanned = (site: SiteReader, role: DateValue['role']): boolean =>
  role === 'start' ||
  (['old', 'new'] as const).every((side) =>
    site.allMentions(side).some(({ term }) => term.class === 'modality' || term.scale === 'directive'),
  );

/** Whether a date is the end of what lasts, so that a later one is more of it. */
function isLasting(site: SiteReader): boolean {
  const { lasting } = grammarOf(site.lexicon.data.language);
  const has = (side: 'old' | 'new'): boolean =>
    site.words(side).keys.some((key) => lasting.has(key.toLowerCase()));
  return has('old') && has('new');
}

/** One of two times leaves out the year that the other gives, or is a part of a period that the other names. */
function isMadeExplicit(a: DateValue, b: DateValue): boolean {
  if (a.relative || b.relative || a.yearless === b.yearless) return false;
  return a.day % DAYS_A_YEAR === b.day % DAYS_A_YEAR && a.span === b.span;
}

/** Calendar days come in months of 31; lengths of time in days of the mean month and year. */
function distance(days: number, relative: boolean): string {
  const [month, year] = relative ? [UNIT_DAYS.month, UNIT_DAYS.year] : [DAYS_A_MONTH, DAYS_A_YEAR];
  if (days % year === 0) return plural(days / year, 'year');
  if (days >= month) return plural(Math.round(days / month), 'month');
  return plural(Math.ceil(days), 'day');
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function betweenWords(site: SiteReader, a: Mention, b: Mention): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const [from, to] = [a.term.rank ?? 0, b.term.rank ?? 0];
  const direction: Direction =
    Math.abs(to - from) < SETTINGS.rankStep ? 'changed' : to > from ? 'stronger' : 'weaker';
  const note = `${direction === 'changed' ? 'about the same' : direction} (${a.term.scale}: ${from} → ${to})`;
  return substantiveChange('date', direction, `${a.term.name}>${b.term.name}`, wording, note);
}

/** A date on one side only; a vague word may have taken its place. */
function dateGone(site: SiteReader, date: DateValue, word: Mention | undefined, side: 'old' | 'new'): Change {
  const [dateText, wordText] = [site.text(side, date), site.text(side === 'old' ? 'new' : 'old', word)];
  const wording = side === 'old' ? { old: dateText, new: wordText } : { old: wordText, new: dateText };
  const removed: Direction =
    date.role === 'point' || date.role === 'start'
      ? 'changed'
      : word && (word.term.rank ?? 0) >= SETTINGS.atOnce
        ? 'stronger'
        : 'weaker';
  const what = date.role === 'limit' ? 'deadline' : 'time';
  const note = word
    ? `a date ${side === 'old' ? 'gives way to' : 'takes the place of'} "${word.term.lemma}"`
    : `the ${what} is ${side === 'old' ? 'dropped' : 'new'}`;
  const rule = side === 'old' ? 'removed' : 'added';
  return substantiveChange('date', side === 'old' ? removed : MIRRORED[removed], rule, wording, note);
}

function wordGone(site: SiteReader, word: Mention, side: 'old' | 'new'): Change {
  const text = site.text(side, word);
  const effect = word.term.effect ?? 'changed';
  return substantiveChange(
    'date',
    side === 'old' ? MIRRORED[effect] : effect,
    `${side === 'old' ? 'removed' : 'added'}:${word.term.name}`,
    side === 'old' ? { old: text, new: '' } : { old: '', new: text },
    `"${word.term.lemma}" is ${side === 'old' ? 'dropped' : 'added'}`,
  );
}
