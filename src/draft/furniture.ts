/**
 * Page furniture of documents converted from PDF or Word: what a page carries besides its text.
 *
 *     the European Union and its            the clause, cut by
 *     EUCO 10/25                    3       the number of the document, the page
 *     LIMITE EN                             and the distribution marking
 *     Member States are ready to
 *
 * Source of the shapes: Council registers number documents `15381/1/06 REV 1`, `EUCO 18/25`, `SN 4070/15`; the
 * foot of a page adds initials, a page number, the directorate, `LIMITE` and the language.
 */

const SERIES = '(?:ST|SN|EUCO(?:\\sXT)?|CO\\sEUR(?:-PREP)?|CM|PE-CONS|WK)';
const BARE_NUMBER = '\\d{1,5}(?:/\\d{1,2})?/\\d{2,4}';
const VERSION = '(?:INIT|REV|COR|ADD|DCL|EXT)(?:\\s?\\d+)?';
const DOCUMENT_NUMBER = `(?:${SERIES}\\s)?${BARE_NUMBER}(?:\\s${VERSION})*`;
const REFERENCE_LINES = '(?:CO\\sEUR(?:-PREP)?|CONCL|POLGEN)\\s\\d+';
const INITIALS = '[A-Za-z]{2,4}/[A-Za-z]{2,4}(?:/[A-Za-z]{2,4})?';
const MARKING = '(?:LIMITE|EN|FR|DE|RESTREINT\\sUE/EU\\sRESTRICTED|PUBLIC)';
const UNIT = '(?:DQPG|DPG|GIP|DG\\s[A-Z]|ANNEX|TREE|RELEX|JAI|ECOFIN|COMPET)(?:[\\s.]\\d[A-Z]?)?';
const PAGE = '(?:\\d{1,3}|[–-]\\s?\\d{1,3}\\s?[–-]|[Pp]age\\s\\d+(?:\\s(?:of|/)\\s\\d+)?|\\d{1,3}/\\d{1,3})';

const ITEM = `(?:${DOCUMENT_NUMBER}|${REFERENCE_LINES}|${INITIALS}|${MARKING}|${UNIT}|${PAGE})`;
const ITEM_ALONE = new RegExp(`^${ITEM}$`, 'u');
/** How an item begins; most lines of a text begin otherwise. */
const MAY_BEGIN = /^(?:[A-Z]{2}|\d{1,5}(?:[/ ]|$)|[–-]|[Pp]age |[A-Za-z]{2,4}\/)/;
/** Most words of one item: `EUCO XT 10/25 REV 1 COR 1 ADD 1`. */
const MAX_WORDS = 9;
const CERTAIN = new RegExp(
  `(?:^|\\s)(?:${SERIES}\\s\\d+/\\d{2,4}|${BARE_NUMBER}\\s${VERSION}|LIMITE)(?:\\s|$)|^${BARE_NUMBER}\\s(?=[A-Za-z])|\\sEN$`,
  'u',
);
const ANNEX_ALONE = /^ANNEX(?:\s\d+)?$/;
const PAGE_ALONE = new RegExp(`^${PAGE}$`, 'u');

/** How sure one is that a line, seen alone, is page furniture. */
export type FurnitureReading = 'certain' | 'if-alone' | 'no';

/**
 * `certain`: document numbers and markings, also between two lines of a paragraph. `if-alone`: a page number or a
 * lone marking, which counts where it is a block of its own or stands beside certain furniture.
 */
export function readFurniture(line: string): FurnitureReading {
  const text = line.replace(/[\s\u00a0]+/g, ' ').trim();
  if (text.length === 0 || text.length > 120 || ANNEX_ALONE.test(text)) return 'no';
  if (!MAY_BEGIN.test(text) || !isOnlyItems(text.split(' '))) return 'no';
  if (CERTAIN.test(text)) return 'certain';
  return PAGE_ALONE.test(text) || !/^[A-Z]{2,}$/.test(text) || text === 'EN' ? 'if-alone' : 'no';
}

/** Whether words are items one after another, however they are divided into items. */
function isOnlyItems(words: readonly string[]): boolean {
  const ends = new Set([0]);
  for (const start of ends) {
    for (let end = start + 1; end <= Math.min(words.length, start + MAX_WORDS); end++)
      if (!ends.has(end) && ITEM_ALONE.test(words.slice(start, end).join(' '))) ends.add(end);
  }
  return ends.has(words.length);
}

/** `* * *` also where Markdown sees text, and the row of letters that ends a chapter of conclusions. */
export function isSeparator(line: string): boolean {
  return /^(?:(?:[oO0]\s*){3}|(?:[*_-]\s*){3,}|(?:\\\*\s*){3}|_{5,}|\.{5,}|={3,}|…+)$/u.test(line.trim());
}
