import { describe, expect, it } from 'vitest';
import { readDocumentNumber } from '../../src/draft/document-number.ts';

describe('the number of a document', () => {
  it.each([
    ['Brussels, 6 March 2025 (OR. en)\n\n7775/25\n\nNOTE', '7775/25', 0, 0, 0],
    ['7775/25 REV 2\n', '7775/25', 2, 0, 0],
    ['**15381/1/06**\nREV 1\n', '15381/06', 1, 0, 0],
    ['15381/3/06\n', '15381/06', 3, 0, 0],
    ['EUCO 1/25\n', '1/25', 0, 0, 0],
    ['---\nnumber: 7775/25 REV 2 COR 1\n---\n', '7775/25', 2, 1, 0],
    ['7775/25 ADD 3', '7775/25', 0, 0, 3],
    ['REV\u00a04', '', 4, 0, 0],
  ])('%j', (text, number, revision, correction, addition) => {
    expect(readDocumentNumber(text)).toEqual({ number, revision, correction, addition });
  });

  it.each([
    'Brussels, 6/3/2025',
    'The Council revised its position. Reverse charge 2.',
    `${'x'.repeat(4000)} 7775/25 REV 1`,
    '',
  ])('is not in %j', (text) => {
    expect(readDocumentNumber(text)).toBeUndefined();
  });
});
