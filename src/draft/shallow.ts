/** Deepest nesting that is read, in levels of lists and quotations; no draft comes near it. */
export const MAX_DEPTH = 64;
/** Widest indentation that is read, in columns: `MAX_DEPTH` levels of three. */
const MAX_INDENT = MAX_DEPTH * 3;

/** The markers of lists, quotations and footnotes that a line begins with. */
export const MARKERS = /^(?:[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$)|\[\^[^[\]\s]+\]:))+/;
const MARKER = /\[\^[^[\]\s]+\]:|[-+*>]|\d{1,9}[.)]/g;

/** Only lines that begin so, and are longer than so many tabs as the widest indentation has, may nest too deep. */
const MAY_NEST = /^[ \t\d>+*[-]/;
const SHORT = MAX_INDENT / 4;

export interface ShallowSource {
  /** Text with the same lines and columns as far as they are read, safe to parse. */
  readonly text: string;
  readonly flattenedLines: number;
  /** Columns cut off the front of a line, by line number counted from 1. */
  readonly cut: ReadonlyMap<number, number>;
}

/**
 * Blanks out nesting beyond the limit, so that no input makes the Markdown parser slow or deep: markers beyond the
 * limit become blanks, and indentation beyond it is cut.
 */
export function limitNesting(source: string): ShallowSource {
  const cut = new Map<number, number>();
  let flattenedLines = 0;
  const text = source
    .split(/(\r\n?|\n)/)
    .map((line, i) => {
      if (i % 2 === 1 || line.length <= SHORT || !MAY_NEST.test(line)) return line;
      const shallow = limitLine(line);
      if (shallow !== line) flattenedLines++;
      if (shallow.length < line.length) cut.set(i / 2 + 1, line.length - shallow.length);
      return shallow;
    })
    .join('');
  return { text, flattenedLines, cut };
}

function limitLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const cut = line.slice(indent.length - widestWithin(indent));
  const prefix = MARKERS.exec(cut)?.[0] ?? '';
  let seen = 0;
  const kept = prefix.replace(MARKER, (marker) => (++seen > MAX_DEPTH ? ' '.repeat(marker.length) : marker));
  return seen > MAX_DEPTH ? kept + cut.slice(prefix.length) : cut;
}

/** How many of the blanks before a text fit into the widest indentation; a tab counts for four columns. */
function widestWithin(indent: string): number {
  let columns = 0;
  let kept = 0;
  for (let i = indent.length - 1; i >= 0; i--) {
    columns += indent[i] === '\t' ? 4 : 1;
    if (columns > MAX_INDENT) break;
    kept++;
  }
  return kept;
}
