import { closest, distance } from 'fastest-levenshtein';

/** Most letters that a slip changes. */
const MAX_DISTANCE = 2;

/** The name that was probably meant; undefined if none is near. */
export function suggest(typed: string, names: readonly string[]): string | undefined {
  const near = closest(typed, names as string[]);
  return distance(typed, near) <= Math.min(MAX_DISTANCE, typed.length - 1) ? near : undefined;
}
