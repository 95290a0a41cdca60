/**
 * Writes anew what stands under each pair of wordings of a readable file: `-` is the old one, `+` the new one, and the
 * lines under them begin with a sign of their own.
 */
export const retold = (
  text: string,
  sign: '·' | '=',
  linesOf: (old: string, now: string) => readonly string[],
): string =>
  text.replace(new RegExp(`^- (.*)\\n\\+ (.*)\\n(?:${sign} .*\\n)*`, 'gm'), (_, old: string, now: string) =>
    [`- ${old}`, `+ ${now}`, ...linesOf(old, now).map((line) => `${sign} ${line}`), ''].join('\n'),
  );
