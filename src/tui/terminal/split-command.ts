/**
 * Splits a command line into words as a POSIX shell does with quotes and backslashes; nothing is expanded. A quote that
 * does not end ends with the line.
 */
export function splitCommand(line: string): string[] {
  return [...line.matchAll(WORD)].map(([word]) => word.replace(PART, unquote));
}

const WORD = /(?:'[^']*'?|"(?:\\.|[^"\\])*\\?"?|\\.|\\$|[^\s'"\\])+/gs;
const PART = /'([^']*)'?|"((?:\\.|[^"\\])*\\?)"?|\\(.?)/gs;

function unquote(_part: string, single?: string, double?: string, escaped?: string): string {
  return (
    single ?? double?.replace(/\\(["\\$`\n])/g, (_, char) => (char === '\n' ? '' : char)) ?? escaped ?? ''
  );
}
