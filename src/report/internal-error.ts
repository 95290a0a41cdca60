import { visible } from './visible.ts';

/** Set to anything, it has an internal error say where it happened, in the lines of the source. */
export const DEBUG = 'CLAUSEDIFF_DEBUG';

/** What a user is told of an error that is the program's own: one line, and how to see where it happened, or where. */
export function internalErrorText(
  error: unknown,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const told = `clausediff: internal error, please report it: ${visible(`${error}`).replaceAll('\n', ' ')}`;
  if (!env[DEBUG]) return `${told}; run it again with ${DEBUG}=1 to see where\n`;
  const stack = error instanceof Error ? error.stack : undefined;
  return `${told}\n${stack === undefined ? '' : `${visible(stack)}\n`}`;
}
