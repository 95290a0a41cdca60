import { type Stats, statSync } from 'node:fs';

/** What a path leads to; undefined where that cannot be told, and opening it says why. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
