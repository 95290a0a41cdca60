/** A part of a source that Markdown reads alone as it does in its place. */
export interface MarginChunk {
  readonly text: string;
  /** Fenced code, or HTML that may hold blank lines: nothing in it is Markdown. */
  readonly verbatim: boolean;
}

/** Where a block begins that blank lines do not end, and what the line that ends it holds. */
interface Verbatim {
  readonly end: RegExp;
  /** Whether the first line may be the last. */
  readonly mayEndAtOnce: boolean;
}

/**
 * Divides a source where nothing reaches across.
 *
 * A line at the margin after a blank one ends every list item, quotation, table and footnote. Fenced code and some
 * HTML reach further: at the margin they are chunks of their own. Indented, or below a tag, only the parser can tell
 * where they end, and the rest of the source is one chunk.
 */
export function splitAtMargin(source: string): MarginChunk[] {
  const chunks: MarginChunk[] = [];
  let start = 0;
  let open: Verbatim | undefined;
  let afterBlank = false;
  let belowTag = false;
  const cut = (at: number, verbatim = false): void => {
    if (at > start) chunks.push({ text: source.slice(start, at), verbatim });
    start = at;
  };
  const frontMatter = frontMatterEnd(source);
  const first = frontMatter > 0 ? lineEnd(source, frontMatter) : 0;
  cut(first);
  for (let at = first, next = 0; at < source.length; at = next) {
    next = lineEnd(source, at);
    const line = source.slice(at, next);
    if (open) {
      if (!open.end.test(line)) continue;
      open = undefined;
      cut(next, true);
      afterBlank = belowTag = false;
      continue;
    }
    if (BLANK.test(line)) {
      afterBlank = true;
      belowTag = false;
      continue;
    }
    const found = VERBATIM_MAY_BEGIN.test(line) ? verbatimAt(line.trimStart()) : undefined;
    if (found && (belowTag || /^[ \t]/.test(line))) break;
    if (found || (afterBlank && !/^[ \t]/.test(line))) cut(at);
    afterBlank = false;
    if (found) {
      if (found.mayEndAtOnce && found.end.test(line)) cut(next, true);
      else open = found;
    } else if (line.trimStart().startsWith('<')) belowTag = true;
  }
  cut(source.length, open !== undefined);
  return chunks;
}

const BLANK = /^[ \t]*[\r\n]*$/;
const VERBATIM_MAY_BEGIN = /^[ \t]*[`~<]/;

/** The five kinds of HTML of CommonMark that blank lines do not end; the other two end with the paragraph. */
const HTML: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

function verbatimAt(line: string): Verbatim | undefined {
  const fence = /^(?:(`{3,})[^`]*$|(~{3,}))/.exec(line);
  const mark = fence?.[1] ?? fence?.[2];
  if (mark !== undefined)
    return { end: new RegExp(`^[ \\t]*${mark[0]}{${mark.length},}[ \\t]*[\\r\\n]*$`), mayEndAtOnce: false };
  const html = HTML.find(([begin]) => begin.test(line));
  return html && { end: html[1], mayEndAtOnce: true };
}

/** Offset behind the line ending of the line that holds `from`. */
function lineEnd(source: string, from: number): number {
  LINE_ENDING.lastIndex = from;
  return LINE_ENDING.test(source) ? LINE_ENDING.lastIndex : source.length;
}
const LINE_ENDING = /\r\n?|\n/g;

/** Offset behind the front matter that a draft begins with, or 0. */
export function frontMatterEnd(source: string): number {
  const first = lineEnd(source, 0);
  const fence = source.slice(0, first).trimEnd();
  if (fence !== '---' && fence !== '+++') return 0;
  for (let at = first, next = first; at < source.length; at = next) {
    next = lineEnd(source, at);
    const line = source.slice(at, next).replace(/[\r\n]+/, '');
    if (line.startsWith(fence) && line.trimEnd() === fence) return at + line.length;
  }
  return 0;
}
