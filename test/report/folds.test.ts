import { describe, expect, it } from 'vitest';
import { CHANGE_CLASSES } from '../../src/wording/change.ts';
import { diffTexts } from '../cli/run.ts';
import { STEPS } from './samples.ts';

const KINDS = ['edited', 'split', 'merged', 'inserted', 'deleted', 'moved', 'renumbered'];
const SELECTIONS = [
  [],
  ['--all'],
  ...[...KINDS, ...CHANGE_CLASSES, 'moved,deleted', 'spelling,typography'].map((only) => [`--only=${only}`]),
];

interface Counts {
  readonly same: number;
  readonly shown: number;
  readonly folded: {
    readonly unchanged: number;
    readonly renumbered: number;
    readonly neutral: number;
    readonly other: number;
  };
}

function count(report: string): Counts {
  const folded = { unchanged: 0, renumbered: 0, neutral: 0, other: 0 };
  for (const [, fold = ''] of report.matchAll(/^ {4}… (.*)$/gm)) {
    const parts =
      /^(?:(\d+) clauses? unchanged(?: \((\d+) renumbered\))?)?(?:(?:^|, )(\d+) with neutral changes only)?(?:(?:^|, )(\d+) with other changes)?$/.exec(
        fold,
      );
    expect(parts, fold).not.toBeNull();
    const [, unchanged, renumbered, neutral, other] = (parts ?? []).map((number) => Number(number ?? 0));
    folded.unchanged += unchanged ?? 0;
    folded.renumbered += renumbered ?? 0;
    folded.neutral += neutral ?? 0;
    folded.other += other ?? 0;
  }
  return {
    same: Number(/(\d+) same/.exec(report)?.[1]),
    shown: (report.match(/^(?:[=~÷∪+−]⇄?|⇄) /gm) ?? []).length,
    folded,
  };
}

const sum = ({ shown, folded }: Counts): number => shown + folded.unchanged + folded.neutral + folded.other;

describe.each(STEPS)('of $name', ({ old, new: newer }) => {
  const report = async (...options: readonly string[]): Promise<string> =>
    (await diffTexts(old, newer, '--width=9999', ...options)).stdout;

  it('every clause is shown or counted, whatever is selected', async () => {
    const { links } = JSON.parse(await report('--format=json'));
    for (const selection of SELECTIONS) {
      expect(sum(count(await report(...selection))), selection.join()).toBe(links.length);
    }
  });

  it('--all folds nothing', async () => {
    expect(count(await report('--all')).folded).toEqual({
      unchanged: 0,
      renumbered: 0,
      neutral: 0,
      other: 0,
    });
  });

  it('the default folds what is unchanged or only noise, and nothing of substance', async () => {
    type Told = { kind: string; moved: boolean; renumbered: boolean; changes: { substantive: boolean }[] };
    const links: Told[] = JSON.parse(await report('--format=json')).links;
    const quiet = links.filter(
      ({ kind, moved, changes }) =>
        (kind === 'same' || kind === 'edited') && !moved && changes.every(({ substantive }) => !substantive),
    );
    const unchanged = quiet.filter(({ changes }) => changes.length === 0);
    expect(count(await report()).folded).toEqual({
      unchanged: unchanged.length,
      renumbered: unchanged.filter(({ renumbered }) => renumbered).length,
      neutral: quiet.length - unchanged.length,
      other: 0,
    });
  });
});
