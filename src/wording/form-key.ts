import { tokenize } from '../draft/tokens.ts';
import { NUMBER_SLOT, wordKey } from './lexicon.ts';

/** The word keys of a phrase as lexicon forms are matched: case, spelling and typography fall away, `{n}` stays. */
export const formKeys = (printed: string): string[] =>
  printed
    .split(NUMBER_SLOT)
    .flatMap((part, i) => [
      ...(i > 0 ? [NUMBER_SLOT] : []),
      ...tokenize(part).map(({ key }) => wordKey(key)),
    ]);

/** One text for all spellings of a form. */
export const formKey = (printed: string): string => formKeys(printed).join(' ');
