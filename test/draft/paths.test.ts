import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { blockDocument } from './block-arbitrary.ts';

const paths = (source: string): string[] => parseDraft(source).clauses.map(({ path }) => path);

describe('paths', () => {
  it('are the labels from the top, without their punctuation', () => {
    expect(paths('## II. DEFENCE\n\n4. Chapeau:\n\n(a) point:\n\n(i) below.\n\n– dash.')).toEqual([
      'II',
      'II/4',
      'II/4/a',
      'II/4/a/i',
      'II/4/a/i/–1',
    ]);
  });

  it('keep the words and blanks of a label', () => {
    expect(paths('## Article 3 Scope\n\n3 bis. Text.\n\n### ANNEX II')).toEqual([
      'Article 3',
      'Article 3/3 bis',
      'Article 3/ANNEX II',
    ]);
  });

  it('count what has no label among its like', () => {
    expect(paths('One.\n\n- a\n- b\n\nTwo.\n\n| c |\n| - |\n| d |\n\n> e')).toEqual([
      '¶1',
      '–1',
      '–2',
      '¶2',
      'r1',
      'r2',
      '¶3',
    ]);
  });

  it('count anew in each place', () => {
    expect(paths('## A\n\nOne.\n\n## B\n\nOne.\n\nTwo.')).toEqual(['A', 'A/¶1', 'B', 'B/¶1', 'B/¶2']);
  });

  it('do not repeat the title of the whole text', () => {
    expect(paths('# The title\n\n## I. UKRAINE\n\n1. One.')).toEqual(['title', 'I', 'I/1']);
  });

  it('name the first heading like the others if it does not stand over them', () => {
    expect(paths('# One\n\nText.\n\n# Two\n\nText.')).toEqual(['One', 'One/¶1', 'Two', 'Two/¶1']);
  });

  it('name footnotes', () => {
    expect(paths('Text.[^1]\n\n[^1]: Note.\n\n    More.')).toEqual(['¶1', 'fn1', 'fn1/¶1']);
  });

  it('tell equal labels apart', () => {
    expect(paths('1. One.\n1. Two.\n1. Three.')).toEqual(['1', '1~2', '1~3']);
  });

  it('shorten a long heading and have no slash in it', () => {
    expect(paths('# One\n\n# Input/output of a heading that goes on for far too long')).toEqual([
      'One',
      'Input∕output of a heading that goes on…',
    ]);
  });

  it('are unique in any draft', () => {
    fc.assert(
      fc.property(blockDocument, (source) => {
        const all = paths(source);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });
});
