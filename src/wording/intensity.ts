import { tokenize } from '../draft/tokens.ts';
import { type Direction, MIRRORED } from './change.ts';
import { type Lexicon, wordKey } from './lexicon.ts';

/** What words that one of two wordings has more, such as "strongly", do to it. */
export function intensityBetween(old: string, newer: string, { data }: Lexicon): Direction {
  const [a, b] = [keysOf(old), keysOf(newer)];
  const lost = effectOf(a.filter((key) => !b.includes(key)));
  const gained = effectOf(b.filter((key) => !a.includes(key)));
  if (lost === undefined && gained === undefined) return 'changed';
  if (lost !== undefined && gained !== undefined) return 'changed';
  return gained ?? MIRRORED[lost as Direction];

  function effectOf(keys: readonly string[]): Direction | undefined {
    return data.hedges.find(({ forms }) => forms.some((form) => keys.includes(form.toLowerCase())))?.effect;
  }
}

const keysOf = (text: string): string[] => tokenize(text).map(({ key }) => wordKey(key.toLowerCase()));
