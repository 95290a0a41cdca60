import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, readEdits } from '../../src/wording/edits.ts';
import { runs } from '../runs.ts';

const mark = (old: string, now: string): string =>
  readEdits(old, now)
    .map(({ op, old: was, new: is }) => (op === 'equal' ? is : (was && `{-${was}-}`) + (is && `{+${is}+}`)))
    .join('');

describe('marks what a person would mark', () => {
  it.each([
    [
      'The Council welcomes the report.',
      'The Council takes note of the report.',
      'The Council {-welcomes-}{+takes note of+} the report.',
    ],
    [
      'the European Union is ready',
      'the Europeans are ready',
      'the {-European Union is-}{+Europeans are+} ready',
    ],
    ['It acts. It ends.', 'It acts. It reports. It ends.', 'It acts. {+It reports. +}It ends.'],
    [
      'It will act on this basis.',
      'It will act, where appropriate, on this basis.',
      'It will act{+, where appropriate,+} on this basis.',
    ],
    [
      'It will report to the Council in May.',
      'It will report in May.',
      'It will report {-to the Council -}in May.',
    ],
    ['a pause in hostilities', 'pauses in hostilities', '{-a pause-}{+pauses+} in hostilities'],
    ['will not accept', 'will accept', 'will {-not -}accept'],
    ['by the [end of] June', 'by the end of June', 'by the {-[-}end of{-]-} June'],
  ])('%s → %s', (old, now, marked) => expect(mark(old, now)).toBe(marked));
});

describe('never ends a mark inside one thing', () => {
  it.each([
    ['up to EUR 150 billion', 'up to EUR 200 billion', 'up to {-EUR 150 billion-}{+EUR 200 billion+}'],
    ['at least 2 % of it', 'at least 3 % of it', 'at least {-2 %-}{+3 %+} of it'],
    ['at 2 per cent', 'at 2.5 per cent', 'at {-2 per cent-}{+2.5 per cent+}'],
    ['on 6 March 2025 in', 'on 7 March 2025 in', 'on {-6 March 2025-}{+7 March 2025+} in'],
    ['see EUCO 10/25 and', 'see EUCO 11/25 and', 'see {-EUCO 10/25-}{+EUCO 11/25+} and'],
    ['co-operation grows', 'cooperation grows', '{-co-operation-}{+cooperation+} grows'],
    ['1 500 troops', '2 500 troops', '{-1 500-}{+2 500+} troops'],
  ])('%s → %s', (old, now, marked) => expect(mark(old, now)).toBe(marked));
});

describe('leaves no confetti of kept little words between changes', () => {
  it.each([
    [
      'the outcome of talks was noted',
      'the views of members were heard',
      'the {-outcome of talks was noted-}{+views of members were heard+}',
    ],
    [
      'reports on the market',
      'speaks about the fleet',
      '{-reports on the market-}{+speaks about the fleet+}',
    ],
    ['invites, asks', 'urges, begs', '{-invites, asks-}{+urges, begs+}'],
  ])('%s → %s', (old, now, marked) => expect(mark(old, now)).toBe(marked));
});

describe('marks a text of thousands of words as it marks a short one', () => {
  const words = Array.from({ length: 2_400 }, (_, i) => `word${i}`);
  const changed = (all: readonly string[]) => readEdits(words.join(' '), all.join(' ')).filter(isChange);
  const isChange = ({ op }: Edit): boolean => op !== 'equal';

  it('with words that stand once', () => {
    const replaced = words.map((word, i) => (i % 100 === 50 ? `other${i}` : word));
    expect(changed(replaced).map(({ op, old, new: now }) => `${op} ${old} ${now}`)).toEqual(
      Array.from({ length: 24 }, (_, i) => `replace word${i * 100 + 50} other${i * 100 + 50}`),
    );
    const doubled = words.flatMap((word, i) => (i % 400 === 7 ? [word, 'and', 'more', 'so'] : [word]));
    expect(changed(doubled).map(({ new: now }) => now)).toEqual(
      Array.from({ length: 6 }, () => 'and more so '),
    );
  });

  it('with words of which none stands once', () => {
    const few = Array.from(
      { length: 2_400 },
      (_, i) => ['ships', 'sail', 'north', 'again'][(i * i + (i >> 3)) % 4],
    );
    const now = few.map((word, i) => (i === 3 || i === 2_390 ? 'south' : word));
    const [old, newer] = [[...few, 'end'].join(' '), [...now, 'stop'].join(' ')];
    expect(
      readEdits(old, newer)
        .filter(isChange)
        .map((edit) => edit.new),
    ).toEqual(['south', 'south', 'stop']);
  });

  it('and replaces as a whole what has next to nothing in common', () => {
    const ours = Array.from({ length: 2_400 }, (_, i) => `a${i % 600}`).join(' ');
    const theirs = Array.from({ length: 2_400 }, (_, i) => `b${i % 600}`).join(' ');
    expect(readEdits(ours, theirs)).toEqual([{ op: 'replace', old: ours, new: theirs }]);
  });
});

describe('laws', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'the',
        'Union',
        'Europeans',
        'will',
        ',',
        '.',
        '[',
        ']',
        'EUR',
        '20',
        'billion',
        '理',
        '\u00a0',
        '  ',
        '\n',
        '“',
        '"',
        'a-b',
        '[^1]',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(' '));
  const joined = (edits: readonly Edit[], side: 'old' | 'new'): string =>
    edits.map((edit) => edit[side]).join('');

  it('joins to both texts, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary' })),
        fc.oneof(words, fc.string()),
        (old, now) => {
          const edits = readEdits(old, now);
          expect([joined(edits, 'old'), joined(edits, 'new')]).toEqual([old, now]);
        },
      ),
      runs(1000),
    );
  });

  it('mirrors', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const back = readEdits(b, a).map(({ old, new: now }) => [now, old]);
        expect(readEdits(a, b).map(({ old, new: now }) => [old, now])).toEqual(back);
      }),
    );
  });

  it('alternates equal and changed runs, and says which kind each is', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const edits = readEdits(a, b);
        edits.forEach(({ op, old, new: now }, i) => {
          const next = edits[i + 1];
          if (next) expect(op === 'equal').not.toBe(next.op === 'equal');
          if (op === 'insert') expect(old).toBe('');
          if (op === 'delete') expect(now).toBe('');
          if (op === 'replace') expect(old !== '' && now !== '').toBe(true);
        });
      }),
    );
  });
});

it('marks long texts too, at a cost that does not explode', () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `word${i % 5000}`);
  const edited = text.with(12_345, 'another');
  const changed = readEdits(text.join(' '), edited.join(' ')).filter(({ op }) => op !== 'equal');
  expect(changed).toEqual([{ op: 'replace', old: 'word2345', new: 'another' }]);
});
