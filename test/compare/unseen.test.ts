import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';
import { inFolder, runMain } from '../cli/run.ts';

/** The kinds of the links and what is told of them: `S` for substantive, `n` for neutral. */
function told(old: string, now: string, redLines: readonly string[] = []): string[] {
  const { links } = compare(parseDraft(old), parseDraft(now), { redLines });
  return links.flatMap(({ kind, changes }) => [
    kind,
    ...changes.map(
      ({ substantive, rule, old: was, new: is, note }) =>
        `${substantive ? 'S' : 'n'} ${rule}: ${was} → ${is} | ${note}`,
    ),
  ]);
}

describe('words that a draft strikes out', () => {
  it('are gone from what it says, of whatever kind they are', () => {
    expect(told('1. All shall not act.', '1. All shall ~~not~~ act.')).toEqual([
      'edited',
      'S negation:removed: shall not act →  | no longer denied; struck out in the new draft',
      'n formatting:struck-out:  → not | text that is marked as struck out',
    ]);
    expect(told('1. All shall <del>not</del> act.', '1. All shall not act.')).toEqual([
      'edited',
      'S negation:added:  → shall not act | denied now; struck out in the old draft',
      'n formatting:struck-out: not →  | text that is marked as struck out',
    ]);
    expect(told('1. Pay by 3 June 2025.', '1. Pay by ~~3 June~~ **5 July** 2025.')[1]).toMatch(
      /^S date:later: by 3 June 2025 → by 5 July 2025/,
    );
  });

  it('say nothing where the other draft left them out, or has them struck too', () => {
    expect(told('1. All shall ~~not~~ act.', '1. All shall act.')).toEqual([
      'edited',
      'n formatting:struck-out: not →  | text that is marked as struck out',
    ]);
    expect(told('1. All shall ~~not~~ act.', '1. All shall <s>not</s> act.')).toEqual([
      'same',
      'n formatting:markup: 1. All shall ~~not~~ act. → 1. All shall <s>not</s> act. | the same text in other Markdown',
    ]);
    expect(told('1. All shall ~~not~~ act.', '1. All shall ~~not~~ act.')).toEqual(['same']);
  });

  it('take a red line with them, which stops a check', async () => {
    const [old, now] = ['1. Act in all ports.', '1. Act in ~~all ports~~ Riga.'];
    expect(told(old, now, ['all ports'])[1]).toBe(
      'S wording:red-line:all ports: all ports →  | red line: "all ports" is no longer there',
    );
    const files = { 'old.md': old, 'new.md': now, 'clausediff.config.json': '{"redLines": ["all ports"]}' };
    await inFolder({ files }, async (folder) => {
      const { code, stdout } = await runMain(['check', 'old.md', 'new.md'], folder);
      expect([code, stdout]).toEqual([1, expect.stringContaining('red-line')]);
    });
  });

  it('may be a whole clause', () => {
    const [, ...said] = told('1. Ships sail.\n\n2. Kites fly.', '1. Ships sail.\n\n2. ~~Kites fly.~~');
    expect(said).toEqual([
      'edited',
      'S scope:clause:removed: Kites fly. →  | the whole clause; struck out in the new draft',
      'n formatting:struck-out:  → Kites fly. | text that is marked as struck out',
    ]);
  });
});

describe('words that a reader of the page does not see', () => {
  it('are a finding of their own, beside what the text says without them', () => {
    expect(told('1. All shall not act.', '1. All shall <span hidden>not</span> act.')).toEqual([
      'edited',
      'S wording:hidden-text:  → not | text that a reader of the page does not see',
      'S negation:removed: shall not act →  | no longer denied; hidden in the new draft',
    ]);
    expect(told('1. All act.', '1. All <i style="display:none">never</i> act.')).toEqual([
      'edited',
      'S wording:hidden-text:  → never | text that a reader of the page does not see',
    ]);
  });

  it('are nothing where both drafts have them', () => {
    const source = '1. All <i hidden>never</i> act.';
    expect(told(source, source)).toEqual(['same']);
  });
});

describe('swapped drafts', () => {
  const stale = (old: string, now: string): string[] =>
    compare(parseDraft(old), parseDraft(now)).references.flatMap(({ stale: isStale, was, now: is, text }) =>
      isStale ? [`${text}: ${was || 'nothing'} → ${is || 'nothing'}`] : [],
    );
  const TEXT = [
    'See paragraph 2 for the rules of the ports.',
    'Ships sail to the isles.',
    'Kites fly over the hills.',
  ];
  const numbered = (texts: readonly string[]): string =>
    texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');

  it('have the same stale references', () => {
    const [a, b, c] = TEXT as [string, string, string];
    for (const [old, now] of [
      [numbered([a, b, c]), numbered([a, c])],
      [numbered([a, b]), numbered([a])],
      [numbered([a, b]), `1. ${a}\n\n${b}\n`],
      [numbered([a, b, c]), numbered([a, c, b])],
    ] as const)
      expect([stale(old, now).length, stale(now, old).length]).toEqual([1, 1]);
    expect(stale(numbered([a]), numbered([a, b]))).toEqual(['paragraph 2: nothing → 2']);
    expect(stale(numbered([a, `${b} ${c}`]), numbered([a, b, c]))).toEqual([]);
    expect(stale(numbered([a, b, c]), numbered([a, `${b} ${c}`]))).toEqual([]);
  });

  it('have the same ranks of a number that came and of one that went', () => {
    const rank = (old: string, now: string): number[] =>
      compare(parseDraft(old), parseDraft(now)).links.flatMap(({ changes }) =>
        changes.map((change) => change.rank),
      );
    expect(rank('1. Ships sail.', 'Ships sail.')).toEqual(rank('Ships sail.', '1. Ships sail.'));
  });
});
