import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';
import { pairText } from '../../src/report/findings.ts';
import { jsonReport } from '../../src/report/json.ts';
import { colourPainter, plainPainter } from '../../src/report/paint.ts';
import { statReport } from '../../src/report/stat.ts';
import { textReport } from '../../src/report/text.ts';
import type { TextOptions } from '../../src/report/text-lines.ts';

const draft = (number: number): string => readFileSync(`drafts/draft-${number}.md`, 'utf8');
const between = (old: string, now: string) => compare(parseDraft(old, 'old.md'), parseDraft(now, 'new.md'));

const options = (changes: Partial<TextOptions> = {}): TextOptions => ({
  all: false,
  only: [],
  directions: [],
  marks: new Map(),
  minRank: 0,
  context: 0,
  neutral: false,
  width: 80,
  measure: stringWidth,
  painter: plainPainter,
  sideBySide: false,
  ...changes,
});

const withoutColour = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '');

const OLD = `## I. UKRAINE

1. The European Union welcomes the report of the High Representative on the state of the negotiations.

2. The rest stays as it is.

3. This one goes.
`;
const NEW = `## I. UKRAINE

1. A new paragraph comes first.

2. The Europeans take note of the report of the High Representative on the state of the negotiations.

3. The rest stays as it is.
`;

describe('the printed diff', () => {
  it('says what changed, and folds and counts the rest', () => {
    expect(textReport(between(OLD, NEW), options({ width: 60 }))).toBe(`old.md → new.md
UKRAINE
4 → 4 clauses: 2 same, 1 edited, 1 inserted, 1 deleted, 2
renumbered
2 substantive changes: 2 weaker, 1 actor, 0 neutral

▼ Weakens: European Union welcomes → Europeans take note
  of (I/2)
◇ New I/1: A new paragraph comes first. (I/1)
◆ Gone, was I/3: This one goes. (I/3)

    … 1 clause unchanged
I. UKRAINE
+ I/1 new
    {+A new paragraph comes first.+}

~ I/2 was I/1
    The {-European Union welcomes-}{+Europeans take note
    of+} the report of the High Representative on the state
    of the negotiations.
    ▼ actor weaker: The European Union → The Europeans
      (from the Union as such to no institution)
    ▼ verb weaker: welcomes → take note of (weaker on the
      scale of approval (55 → 15))

    … 1 clause unchanged (1 renumbered)
− I/3 deleted
    {-This one goes.-}
`);
  });

  it('puts old and new wording side by side', () => {
    const text = textReport(between(OLD, NEW), options({ width: 60, sideBySide: true, only: ['edited'] }));
    expect(text).toContain(`~ I/2 was I/1
The {-European Union         │ The {+Europeans take note
welcomes-} the report of the │ of+} the report of the High
High Representative on the   │ Representative on the state
state of the negotiations.   │ of the negotiations.
`);
  });

  it('counts section by section', () => {
    expect(statReport(between(OLD, NEW), options()).split('\n').at(-2)).toBe(
      ' I. UKRAINE  1 edited, 1 inserted, 1 deleted, 2 renumbered',
    );
  });
});

describe.each([60, 80, 160])('at %i columns', (width) => {
  const pairs = [
    [draft(2), draft(3)],
    [draft(4), draft(5)],
    [
      OLD,
      NEW.replace('Europeans', '理事会注意到各方就边境保护达成的协议并欢迎各方继续开展工作并提出报告和建议'),
    ],
    [OLD, NEW.replace('Europeans', 'يرحب المجلس بالاتفاق e\u0301e\u0301 👩‍⚕️ ไทยไทย')],
  ] as const;

  it.each([
    { sideBySide: false, painter: plainPainter },
    { sideBySide: true, painter: plainPainter },
    { sideBySide: false, painter: colourPainter },
    { sideBySide: true, painter: colourPainter },
  ])('no line is wider', (form) => {
    for (const [old, now] of pairs) {
      const text = textReport(between(old, now), options({ width, all: true, ...form }));
      for (const line of withoutColour(text).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  });
});

describe('colour', () => {
  it('carries the marks, and says nothing that the marks do not', () => {
    const comparison = between(draft(2), draft(3));
    const coloured = textReport(comparison, options({ width: 4000, painter: colourPainter }));
    const marked = coloured
      .replace(/\u001b\[36;4m(.*?)\u001b\[0m/g, '{+$1+}')
      .replace(/\u001b\[31;9m(.*?)\u001b\[0m/g, '{-$1-}');
    expect(withoutColour(marked)).toBe(textReport(comparison, options({ width: 4000 })));
  });
});

describe('folding', () => {
  it.each([{}, { only: ['moved'] }, { only: ['spelling'] }])('shows or counts every clause', (selection) => {
    const comparison = between(draft(2), draft(3));
    const text = textReport(comparison, options({ width: 400, ...selection }));
    const folded = [
      ...text.matchAll(/(\d+) (?:clauses? unchanged|with neutral changes only|with other changes)/g),
    ];
    const shown = text.match(/^[=~+−⇄÷∪]/gm) ?? [];
    const count = folded.reduce((sum, [, number]) => sum + Number(number), 0);
    expect(count + shown.length).toBe(comparison.links.length);
  });

  it('folds nothing where all is asked', () => {
    const comparison = between(draft(2), draft(3));
    expect(textReport(comparison, options({ all: true }))).not.toMatch(/unchanged|with neutral changes only/);
  });
});

it('shows a folded heading of a hostile draft as harmless as the rest', () => {
  const hostile = (word: string): string => `## A \u001b]52;c;aGk=\u0007 B\n\n1. one ${word}.\n`;
  expect(textReport(between(hostile('two'), hostile('three')), options())).not.toMatch(/[\u001b\u0007]/);
});

it('shows merged clauses in the new typography, and where each of them ended', () => {
  const old =
    "1. It doesn't apply to the islands of the north.\n\n2. It isn't open to the ports of the south.\n";
  const now = '1. It doesn’t apply to the islands of the north. It isn’t open to the ports of the south.\n';
  expect(textReport(between(old, now), options())).toContain(
    '    It doesn’t apply to the islands of the north. ¶ It isn’t open to the ports\n    of the south.',
  );
});

it('cuts a word of a hundred thousand letters', () => {
  const long = 'x'.repeat(100_000);
  expect(textReport(between(long, `${long} y`), options()).split('\n').length).toBeGreaterThan(1000);
});

it('counts within a narrow width', () => {
  for (const line of statReport(between(draft(2), draft(3)), options({ width: 24 })).split('\n')) {
    expect(stringWidth(line)).toBeLessThanOrEqual(24);
  }
});

it('writes JSON that reads back as the comparison', () => {
  const comparison = between(draft(3), `${draft(4)}\u001b\u202e\u0085`);
  expect(JSON.parse(jsonReport(comparison))).toEqual(comparison);
});

it('names what makes two wordings differ that would look the same', () => {
  expect(pairText('soft\u00adhyphen', 'softhyphen')).toBe('soft⟨U+00AD⟩hyphen → softhyphen');
  expect(pairText('می\u200cشود', 'می\u200cشود تا')).toBe('می\u200cشود → می\u200cشود تا');
  expect(pairText('ship', '\u202eship')).toBe('ship → ⟨U+202E⟩ship');
});
