import type { Nodes, Root } from 'mdast';
import { MARKERS } from './shallow.ts';

/**
 * The most that the markup of one paragraph may cost: its signs times its length in UTF-16 units, which bounds what the
 * parser does with them. A page of 4,000 characters may hold 1,000 signs; no paragraph of a draft has as many.
 */
const MAX_MARKUP = 4_000_000;
/** The same for headings underlined on the next line: these times the lines of the chunk. None has so many headings. */
const MAX_UNDERLINES = 400_000;

export interface LimitedMarkup {
  /** Text with the same lines and columns, safe to parse. */
  readonly text: string;
  readonly paragraphs: number;
  /** Puts the signs back into the strings of a tree that was parsed from `text`. */
  restore(root: Root): void;
}

/** What begins emphasis, code, links, images, references, HTML and autolinks. */
const SIGNS = /[[\]*_~`<]/g;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*[\r\n]*$/;

/**
 * Hides the markup of paragraphs that have so much of it that the parser would take minutes: each sign becomes a
 * character that means nothing and occurs nowhere else in the chunk.
 *
 * @returns undefined where all is within measure
 */
export function limitMarkup(chunk: string): LimitedMarkup | undefined {
  if (chunk.length ** 2 <= MAX_MARKUP) return undefined;
  const lines = chunk.match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? [];
  const underlines = lines.filter((line) => UNDERLINE.test(line)).length;
  const hideUnderlines = underlines * lines.length > MAX_UNDERLINES;
  const stand = standIns(chunk);
  if (!stand) return undefined;
  let paragraphs = hideUnderlines ? 1 : 0;
  const text = paragraphsOf(lines)
    .map((paragraph) => {
      const lined = hideUnderlines
        ? paragraph.map((line) => (UNDERLINE.test(line) ? line.replace(/[=-]/, stand.in) : line))
        : paragraph;
      if (!isTooMuch(lined)) return lined.join('');
      paragraphs++;
      return lined.map((line) => hideSigns(line, stand.in)).join('');
    })
    .join('');
  return paragraphs === 0 ? undefined : { text, paragraphs, restore: (root) => restore(root, stand.out) };
}

function isTooMuch(paragraph: readonly string[]): boolean {
  let [length, signs] = [0, 0];
  for (const line of paragraph) {
    length += line.length;
    signs += line.match(SIGNS)?.length ?? 0;
  }
  return length * signs > MAX_MARKUP && !HTML.test(paragraph[0] as string);
}

/** Tags that begin a block of HTML up to the next blank line, whatever stands in it. */
const HTML =
  /^[ \t]*<\/?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t\r\n>]|\/>|$)/i;

const hideSigns = (line: string, standIn: (sign: string) => string): string => {
  const prefix = MARKERS.exec(line)?.[0] ?? '';
  return prefix + line.slice(prefix.length).replace(SIGNS, standIn);
};

/**
 * Lines that may be one paragraph. Each line is a paragraph of its own in a table; a heading, an item of a list and
 * what follows a blank line begin one.
 */
function paragraphsOf(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let [inTable, afterHeading, itemIndent] = [false, true, -1];
  lines.forEach((line, i) => {
    const indent = /^[ \t>]*/.exec(line)?.[0] ?? '';
    const text = line.slice(indent.length);
    const isBlank = text.trim() === '';
    const isHeading = /^#{1,6}[ \t]/.test(text);
    const [, number] = /^(\d{1,9})[.)][ \t]+\S/.exec(text) ?? [];
    // In a paragraph only `1.` begins a list; in a list every number begins an item.
    const isItem =
      /^[-+*][ \t]+\S/.test(text) || number === '1' || (number !== undefined && indent.length <= itemIndent);
    if (isBlank) inTable = false;
    const begins = isBlank || isHeading || isItem || afterHeading || inTable;
    if (begins) {
      found.push([line]);
      itemIndent = number === undefined || isBlank ? -1 : indent.length;
    } else found.at(-1)?.push(line);
    if (begins && isTableHead(text, lines[i + 1] ?? '')) inTable = true;
    afterHeading = isHeading || isBlank;
  });
  return found;
}

/** Whether the next line is the ruler of a table of as many columns. */
function isTableHead(head: string, ruler: string): boolean {
  const line = ruler.replace(/^[ \t>]+/, '').trim();
  return (
    line.includes('|') && /^\|?(?:[ \t]*:?-+:?[ \t]*(?:\||$))+$/.test(line) && columns(line) === columns(head)
  );
}

const columns = (row: string): number =>
  (row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .match(/(?<!\\)\|/g)?.length ?? 0) + 1;

/** For each sign a private-use character that the chunk does not hold; undefined if it holds nearly all of them. */
function standIns(
  chunk: string,
): { readonly in: (sign: string) => string; readonly out: (text: string) => string } | undefined {
  const used = new Set(chunk.match(/[\ue000-\uf8ff]/g));
  const signs = [...'[]*_~`<=-'];
  const free: string[] = [];
  for (let code = 0xe000; code <= 0xf8ff && free.length < signs.length; code++) {
    const char = String.fromCharCode(code);
    if (!used.has(char)) free.push(char);
  }
  if (free.length < signs.length) return undefined;
  const hidden = new Map(signs.map((sign, i) => [sign, free[i] as string]));
  const shown = new Map(signs.map((sign, i) => [free[i] as string, sign]));
  return {
    in: (sign) => hidden.get(sign) ?? sign,
    out: (text) => text.replace(/[\ue000-\uf8ff]/g, (char) => shown.get(char) ?? char),
  };
}

const STRINGS = ['value', 'alt', 'url', 'title', 'label', 'identifier'] as const;

function restore(root: Root, show: (text: string) => string): void {
  const nodes: Nodes[] = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const strings = node as Partial<Record<(typeof STRINGS)[number], string | null>>;
    for (const name of STRINGS) {
      const text = strings[name];
      if (text) strings[name] = show(text);
    }
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
}
