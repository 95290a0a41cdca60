import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible } from '../../src/report/visible.ts';

const DANGEROUS =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

it('lets nothing through that a terminal obeys', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('\u001b]52;c;x\u0007', '\u202e', '\u009b', '\u200b', '\r', 'a', '\u2066'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(visible(any)).not.toMatch(DANGEROUS);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['\u001b[31m', '␛[31m'],
  ['bell\u0007', 'bell␇'],
  ['a\u202eb', 'a⟨U+202E⟩b'],
  ['\u0085', '⟨U+0085⟩'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['👩\u200d⚕', '👩\u200d⚕'],
  ['\u200d\u200d\u200d', '\u200d\u200d'],
  [`${'\u200c\u200d'.repeat(500)}.`, '\u200c\u200d.'],
  ['می\u200cشود', 'می\u200cشود'],
  [`e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(8)}…`],
])('shows %j as %j', (text, shown) => expect(visible(text)).toBe(shown));

it('leaves letters of every script as they are', () => {
  const text = 'Ελλάδα Україна Österreich ქართული العربية עברית 理事会 ไทย naïve “quotes” – 20 %\u00a0';
  expect(visible(text)).toBe(text);
});
