import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll, parseDraft } from '../../src/index.ts';
import { textIn } from '../report/reports.ts';
import { runs } from '../runs.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const chainOf = (sources: readonly string[]) =>
  compareAll(sources.map((source, i) => parseDraft(source, `draft-${i + 1}.md`)));
/** `"welcomes" 1 → 3`: the last draft that had it, and the one that has it again. */
const told = (...sources: string[]): string[] =>
  chainOf(sources).dropped.map(
    ({ text, draft, returnedIn }) =>
      `${text}: ${draft + 1} → ${returnedIn === null ? 'lost' : returnedIn + 1}`,
  );

const A = 'The Council welcomes the plan of the Commission for the ports.';
const B = 'Member States will report on their stocks of grain by June 2025.';
const C = 'The President will visit the capitals of the region in May.';

describe('what a chain drops', () => {
  it('is lost, or comes back', () => {
    const noted = A.replace('welcomes', 'takes note of');
    expect(told(numbered(A, B), numbered(noted, B), numbered(A, B))).toEqual([
      'welcomes: 1 → 3',
      'takes note of: 2 → lost',
    ]);
  });

  it('comes back in its own clause, wherever that stands by then', () => {
    const later = B.replace('June', 'October');
    expect(told(numbered(A, B), numbered(A, later), numbered(C, B, A))).toContain('by June 2025: 1 → 3');
  });

  it('may be a whole clause, which comes back anywhere', () => {
    expect(told(numbered(A, B, C), numbered(A, C), numbered(C, B, A))).toContain(`${B}: 1 → 3`);
    expect(told(numbered(A, B, C), numbered(A, C), numbered(A, C))).toEqual([`${B}: 1 → lost`]);
  });

  it('is nothing where only numbers and places change', () => {
    expect(told(numbered(A, B), numbered(C, A, B), numbered(B, C, A))).toEqual([]);
  });

  it('is told in the reports of a chain', async () => {
    const sources = [numbered(A, B), numbered(A.replace('welcomes', 'takes note of'), B), numbered(A, B)];
    expect(await textIn('markdown', sources)).toContain(
      '“welcomes” (1): dropped in draft-2.md, back in draft-3.md',
    );
    expect(await textIn('html', sources)).toContain('dropped in draft-2.md, back in draft-3.md');
    expect(await textIn('markdown', sources.slice(0, 2))).not.toContain('Dropped');
  });

  it('is never called lost if its clause has it in the last draft', () => {
    const text = fc.constantFrom(
      A,
      B,
      C,
      A.replace('welcomes', 'recalls'),
      B.replace('June', 'May'),
      `${A} ${B}`,
    );
    const source = fc.array(text, { maxLength: 4 }).map((texts) => numbered(...texts));
    fc.assert(
      fc.property(fc.array(source, { minLength: 2, maxLength: 5 }), (sources) => {
        const { dropped, threads, drafts } = chainOf(sources);
        const last = drafts.length - 1;
        for (const one of dropped) {
          expect(one.draft).toBeLessThan(last);
          if (one.returnedIn !== null) expect(one.returnedIn).toBeGreaterThan(one.draft + 1);
          else {
            const own = threads.find(({ id }) => id === one.thread)?.clauses[last] ?? [];
            const words = ` ${own.map((clause) => clause.text).join(' ')} `.toLowerCase();
            expect(words).not.toContain(` ${one.text.toLowerCase()} `);
          }
        }
      }),
      runs(200),
    );
  });
});
