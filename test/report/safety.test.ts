import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameBlanks, visible } from '../../src/report/visible.ts';
import { OBEYED } from '../cli/cases.ts';
import { SCRIPTS } from './samples.ts';

const ALL_OBEYED = [...Array(0x2070).keys()]
  .map((code) => String.fromCharCode(code))
  .filter((char) => OBEYED.test(char));

/** Any text, and texts that are mostly what must not survive. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...ALL_OBEYED),
        fc.constantFrom('a', '\n', '\u00ad', '\u0301', '\u200d', '\ud83d', '\udc69'),
      ),
    )
    .map((chars) => chars.join('')),
);

describe('what is made visible', () => {
  it('covers C0, C1, DEL and the directional overrides and isolates', () => {
    expect(ALL_OBEYED).toHaveLength(31 + 33 + 5 + 4);
  });

  it.each([
    ['visible', visible],
    ['nameBlanks', nameBlanks],
  ])('%s lets none of them through, in any text', (_, make) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(make(text)).not.toMatch(OBEYED);
        expect(make(text)).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(ALL_OBEYED.map((char) => [char.charCodeAt(0).toString(16), char]))(
    'shows U+%s as something else',
    (_, char) => {
      const shown = visible(`a${char}b`);
      expect(shown).not.toMatch(OBEYED);
      expect(shown).toMatch(/^a.+b$/u);
    },
  );

  it('shows different characters differently', () => {
    expect(new Set(ALL_OBEYED.map(visible)).size).toBe(ALL_OBEYED.length);
  });

  it('leaves alone what is already visible', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps line feeds', () => {
    expect(visible('one\n\u0007two\n')).toBe('one\n␇two\n');
  });

  it.each(Object.entries(SCRIPTS))('changes nothing in %s', (_, text) => {
    expect(visible(text)).toBe(text);
  });
});
