import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';

/** What is told of two wordings of one paragraph, without what is neutral; names of characters instead of themselves. */
function told(old: string, now: string): string[] {
  const named = (text: string): string =>
    text.replace(/[^\x20-\x7e]/gu, (char) => `<${char.codePointAt(0)!.toString(16)}>`);
  const { links } = compare(parseDraft(`1. ${old}`), parseDraft(`1. ${now}`));
  return links.flatMap(({ changes }) =>
    changes
      .filter(({ substantive }) => substantive)
      .map(
        ({ rule, old: was, new: is, note, rank }) =>
          `${rank} ${rule}: ${named(was)} → ${named(is)} | ${named(note)}`,
      ),
  );
}

const HIDES = 'a character that hides or reorders text';
const ALIKE = 'letters of another alphabet that look the same';

describe('a character that hides or reorders text', () => {
  it.each([
    [
      'Aid of EUR 100 flows.',
      'Aid of \u202eEUR 100 flows.',
      [`84 wording:hidden-character: EUR → <202e>EUR | ${HIDES}: U+202E`],
    ],
    ['Aid\u200b flows.', 'Aid flows.', [`84 wording:hidden-character: Aid<200b> → Aid | ${HIDES}: U+200B`]],
    [
      'All shall act.',
      'All sh\u2060all act.',
      [`84 wording:hidden-character: shall → sh<2060>all | ${HIDES}: U+2060`],
    ],
    [
      'All shall act.',
      'All \ufeffshall act.',
      [`84 wording:hidden-character: shall → <feff>shall | ${HIDES}: U+FEFF`],
    ],
    [
      'All shall act.',
      'All shall \u200e act.',
      [`84 wording:hidden-character: act. → <200e> act. | ${HIDES}: U+200E`],
    ],
    [
      'All shall act.',
      'All \u2066shall\u2069 act.',
      [
        '84 wording:hidden-character: shall → <2066>shall<2069> | characters that hide or reorder text: U+2066, U+2069',
      ],
    ],
    [
      'All shall act.',
      'All sh\u200dall act.',
      [`84 wording:hidden-character: shall → sh<200d>all | ${HIDES}: U+200D`],
    ],
    [
      'All shall act.',
      'All shall\u{e0061} act.',
      [`84 wording:hidden-character: shall → shall<e0061> | ${HIDES}: U+E0061`],
    ],
  ])('%j → %j', (old, now, expected) => {
    expect(told(old, now)).toEqual(expected);
    expect(told(now, old)).toHaveLength(expected.length);
  });

  it('is told beside what else changed, and in a clause that is new', () => {
    expect(
      told('Aid of EUR 100 flows.', 'Aid of \u202eEUR 90 flows.').map((line) => line.split(' ')[1]),
    ).toEqual(['wording:hidden-character:', 'amount:less:']);
    const { links } = compare(parseDraft('1. One.'), parseDraft('1. One.\n\n2. Ships \u202esail.'));
    expect(links.flatMap(({ changes }) => changes.map(({ rule }) => rule))).toContain(
      'wording:hidden-character',
    );
  });

  it('is nothing where both drafts have it, whatever changed beside it', () => {
    for (const char of ['\u202e', '\u200b', '\u200d', '\u00ad', '\ufeff', '\u2066']) {
      expect(told(`Aid of ${char}EUR 100 flows.`, `Aid of ${char}EUR 100 flows.`)).toEqual([]);
      expect(told(`The ra${char}il opens.`, `The ra${char}il closes.`)).toHaveLength(1);
      expect(told(`All ${char} the rail opens.`, `All ${char} the rail closes.`)).toHaveLength(1);
    }
  });

  it('is only typography where it shapes a word or says where it may break', () => {
    const neutral = (old: string, now: string): string[] =>
      compare(parseDraft(old), parseDraft(now)).links.flatMap(({ changes }) =>
        changes.map(({ rule }) => rule),
      );
    expect(neutral('com\u00adpliance', 'compliance')).toEqual(['typography:character']);
    expect(neutral('می\u200cشود', 'میشود')).toEqual(['typography:character']);
    expect(neutral('a ☎\ufe0f b', 'a ☎ b')).toEqual(['typography:character']);
  });
});

describe('letters of another alphabet that look the same', () => {
  it.each([
    [
      'The Council shall act.',
      'The Council sh\u0430ll act.',
      [`84 wording:look-alike: shall → sh<430>ll | ${ALIKE}: <430> (U+0430)`],
    ],
    [
      'Member States act.',
      '\u041c\u0435mber States act.',
      [`84 wording:look-alike: Member → <41c><435>mber | ${ALIKE}: <41c> (U+041C), <435> (U+0435)`],
    ],
    [
      'Aid to \u03a1\u03bf\u03c1\u03b5.',
      'Aid to P\u03bf\u03c1\u03b5.',
      [`84 wording:look-alike: <3a1><3bf><3c1><3b5> → P<3bf><3c1><3b5> | ${ALIKE}: <3a1> (U+03A1)`],
    ],
    [
      'The cop acts.',
      'The \u0441\u043e\u0440 acts.',
      [
        `84 wording:look-alike: cop → <441><43e><440> | ${ALIKE}: <441> (U+0441), <43e> (U+043E), <440> (U+0440)`,
      ],
    ],
  ])('%j → %j', (old, now, expected) => {
    expect(told(old, now)).toEqual(expected);
    expect(told(now, old)).toHaveLength(expected.length);
  });

  it('are told of a word that comes in with them', () => {
    expect(
      told('Aid flows.', 'Aid and supp\u043ert flows.').filter((line) => line.includes('look-alike')),
    ).toEqual([`84 wording:look-alike:  → supp<43e>rt | ${ALIKE}: <43e> (U+043E)`]);
  });

  it('are none in words of one alphabet, and in signs that are no Latin letters', () => {
    const isTold = (old: string, now: string): boolean =>
      told(old, now).some((line) => line.includes('look-alike'));
    expect(isTold('Рада діє.', 'Рада Європи діє.')).toBe(false);
    expect(isTold('σι.', 'οι.')).toBe(false);
    expect(isTold('A change.', 'A change Δt.')).toBe(false);
    expect(isTold('Straße naïve.', 'Strasse naive.')).toBe(false);
  });
});

it('is no substitution that the ledger looks for elsewhere', () => {
  const { ledger } = compare(parseDraft('1. Aid of EUR 100.'), parseDraft('1. Aid of \u202eEUR 100.'));
  expect(ledger.map(({ leftCount, already }) => [leftCount, already])).toEqual([[0, 0]]);
});
