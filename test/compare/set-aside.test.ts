import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';

/** The notes of the changes outside the wording, each with the clause that it is told with. */
const told = (older: string, newer: string): string[] =>
  compare(parseDraft(older), parseDraft(newer)).links.flatMap(({ new: now, old, changes }) =>
    changes
      .filter(({ class: name }) => name === 'formatting')
      .map(({ note }) => `${(now[0] ?? old[0])?.path}: ${note}`),
  );

const TEXT = ['1. Ports stay open.', '2. Grain is sold.', '3. Ships may sail.'];
const draft = (...blocks: string[]): string => blocks.join('\n\n');
const [A, B, C] = TEXT as [string, string, string];

describe('what is set aside', () => {
  it('that came or went', () => {
    expect(told(draft(A, B, C), draft(A, '* * *', B, C))).toEqual(['1: separator differs']);
    expect(told(draft(A, '* * *', B, C), draft(A, B, C))).toEqual(['1: separator differs']);
  });

  it('that stands after another clause', () => {
    expect(told(draft(A, '* * *', B, C), draft(A, B, '* * *', C))).toEqual(['2: separator stands elsewhere']);
    expect(told(draft(A, '* * *', B), draft('* * *', A, B))).toEqual(['1: separator stands elsewhere']);
  });

  it('and that clauses came, went or moved around', () => {
    const other = '4. Nobody had said this before.';
    expect(told(draft(A, '* * *', B), draft(A, other, '* * *', B))).toEqual([]);
    expect(told(draft(A, other, '* * *', B), draft(A, '* * *', B))).toEqual([]);
    expect(told(draft(A, '* * *', B, C, other), draft(other, A, '* * *', B, C))).toEqual([]);
  });

  it('page furniture of another page break, once', () => {
    const page = (n: number): string => `EUCO 10/25   ${n}\n\nLIMITE EN`;
    const before = draft('1. Ports of the sea', page(3), 'stay open to ships.', B, page(4), C);
    const after = draft('1. Ports of the sea stay open', page(3), 'to ships.', B, C, page(4));
    expect(told(before, before)).toEqual([]);
    expect(told(before, after)).toEqual(['1: furniture stands elsewhere']);
    expect(told(after, before)).toEqual(['1: furniture stands elsewhere']);
  });

  it('a footnote that is defined elsewhere, if nothing else differs', () => {
    const [cited, note] = ['1. Ports stay open.[^1]', '[^1]: As agreed.'];
    expect(told(draft(cited, note, B), draft(cited, B, note))).toEqual([
      '2: the source has the same in another order',
    ]);
    expect(told(draft(cited, note, B), draft(cited, note, '', B))).toEqual([]);
  });
});
