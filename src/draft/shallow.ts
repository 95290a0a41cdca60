/** Deepest nesting that is read, in levels of lists and quotations; no draft comes near it. */
export const MAX_DEPTH = 64;
/** Widest indentation that is read, in columns: `MAX_DEPTH` levels of four. */
const MAX_INDENT = MAX_DEPTH * 4;

const MARKERS = /^(?:[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$)|\[\^[^\]\s]+\]:))+/;
const MARKER = /\[\^[^\]\s]+\]:|[-+*>]|\d{1,9}[.)]/g;

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
  if (!/[ \t]{256}|(?:(?:[-+*>]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)[ \t]*){65}/.test(source))
    return { text: source, flattenedLines: 0, cut: new Map() };
  const cut = new Map<number, number>();
  let flattenedLines = 0;
  const text = source
    .split('\n')
    .map((line, i) => {
      const shallow = limitLine(line);
      if (shallow !== line) flattenedLines++;
      if (shallow.length < line.length) cut.set(i + 1, line.length - shallow.length);
      return shallow;
    })
    .join('\n');
  return { text, flattenedLines, cut };
}

function limitLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const cut = indent > MAX_INDENT ? line.slice(indent - MAX_INDENT) : line;
  const prefix = MARKERS.exec(cut)?.[0] ?? '';
  let seen = 0;
  const kept = prefix.replace(MARKER, (marker) => (++seen > MAX_DEPTH ? ' '.repeat(marker.length) : marker));
  return seen > MAX_DEPTH ? kept + cut.slice(prefix.length) : cut;
}
