import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/wording/detect-language.ts';

it.each([
  ['en', ['The Council meets in May.']],
  ['fr', ['Le Conseil se réunit en mai dans la ville.']],
  ['de', ['Der Rat tagt im Mai und berät nicht.']],
  ['en', ['Consejo Europeo']],
  ['en', ['']],
  ['en', []],
  ['de', ['Der Rat', 'The Council', 'und die Kommission']],
  ['fr', ['DANS LA VILLE, SUR LES PORTS']],
  ['fr', ["L'état des ports, par-dessus les quais"]],
  ['en', ['of the ports', 'des ports']],
  ['de', [`${'x '.repeat(2_500)}the and of to`, 'der Hafen']],
] as const)('%s: %j', (language, texts) => {
  expect(detectLanguage(...texts)).toBe(language);
});
