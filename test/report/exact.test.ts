import { expect, it } from 'vitest';
import { diffTexts } from '../cli/run.ts';

const OLD = `# Conclusions

1. The European Union will support the reform with all means at its disposal.

2. Member States are invited to report.
`;
const NEW = `# Conclusions

1. The Europeans will support the reform with all means at their disposal.

2. Member States are invited to report.
`;

it('prints a small pair as text', async () => {
  const { stdout } = await diffTexts(OLD, NEW, '--width=50');
  expect(stdout).toBe(`old.md → new.md
Conclusions
3 → 3 clauses: 2 same, 1 edited
1 substantive change: 1 weaker, 1 actor, 1 neutral

▼ Weakens: European Union → Europeans (1)

    … 1 clause unchanged
Conclusions
~ 1
    The {-European Union-}{+Europeans+} will
    support the reform with all means at
    {-its-}{+their+} disposal.
    ▼ actor weaker: The European Union → The
      Europeans (from the Union as such to no
      institution)
    neutral: wording: its → their

    … 1 clause unchanged
`);
});

it('prints a small pair in colour', async () => {
  const { stdout } = await diffTexts(OLD, NEW, '--width=50', '--color=always');
  expect(stdout.replaceAll('\u001b', '␛')).toBe(`␛[1mold.md → new.md␛[0m
Conclusions
3 → 3 clauses: 2 same, 1 edited
1 substantive change: 1 weaker, 1 actor␛[2m, 1 neutral␛[0m

␛[1m▼␛[0m Weakens: European Union → Europeans␛[2m (1)␛[0m

    ␛[2m… 1 clause unchanged␛[0m
␛[1mConclusions␛[0m
␛[1m~ 1␛[0m
    The ␛[31;9mEuropean Union␛[0m␛[36;4mEuropeans␛[0m will support the
    reform with all means at ␛[31;9mits␛[0m␛[36;4mtheir␛[0m disposal.
    ␛[1m▼ actor weaker␛[0m: The European Union → The
      Europeans␛[2m (from the Union as such to no␛[0m
      ␛[2minstitution)␛[0m
    ␛[2mneutral: wording: its → their␛[0m

    ␛[2m… 1 clause unchanged␛[0m
`);
});

it('prints a small pair side by side', async () => {
  const { stdout } = await diffTexts(OLD, NEW, '--width=63', '--side-by-side');
  expect(stdout).toBe(`old.md → new.md
Conclusions
3 → 3 clauses: 2 same, 1 edited
1 substantive change: 1 weaker, 1 actor, 1 neutral

▼ Weakens: European Union → Europeans (1)

    … 1 clause unchanged
Conclusions
~ 1
The {-European Union-} will    │ The {+Europeans+} will support
support the reform with all    │ the reform with all means at
means at {-its-} disposal.     │ {+their+} disposal.
    ▼ actor weaker: The European Union → The Europeans (from
      the Union as such to no institution)
    neutral: wording: its → their

    … 1 clause unchanged
`);
});

it('prints the counts of a small pair', async () => {
  const { stdout } = await diffTexts(OLD, NEW, '--width=50', '--stat');
  expect(stdout).toBe(`old.md → new.md
Conclusions
3 → 3 clauses: 2 same, 1 edited
1 substantive change: 1 weaker, 1 actor, 1 neutral

 Conclusions  1 edited
`);
});

it('lines up the counts of sections', async () => {
  const old = ['I. SHORT', 'II. A LONGER HEADING', 'III. 歐洲']
    .map((heading) => `## ${heading}\n\nThe Council invites the Commission to report on ${heading}.\n`)
    .join('\n');
  const newer = old.replace('invites', 'asks').replace('report on III', 'speak on III');
  const { stdout } = await diffTexts(old, newer, '--stat');
  expect(stdout.split('\n').slice(-4)).toEqual([
    ' I. SHORT              1 edited',
    ' II. A LONGER HEADING  unchanged',
    ' III. 歐洲             1 edited',
    '',
  ]);
});
