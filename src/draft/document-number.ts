/** The place of a document in the series of its versions, as the Council numbers them. */
export interface DocumentNumber {
  /** `7775/25`, with the revision `7775/1/25`; empty if only a revision is printed. */
  readonly number: string;
  /** 0 for the first version, then `REV 1`, `REV 2`. */
  readonly revision: number;
  /** `COR 1` corrects a version, `ADD 1` adds to it: both come after it. */
  readonly correction: number;
  readonly addition: number;
}

/** Characters at the start of a document in which its number stands. */
const HEAD = 3000;

/**
 * Reads the number in the head of a Council document: `7775/25`, `15381/1/06 REV 1`, `EUCO 1/25 REV 2 COR 1`; the year
 * in two digits, a revision between number and year or after `REV`.
 *
 * @returns undefined if there is neither a number nor a revision
 */
export function readDocumentNumber(source: string): DocumentNumber | undefined {
  const head = source.slice(0, HEAD);
  const number = /(?<![\d/])(\d{1,5})\/(?:(\d{1,2})\/)?(\d{2})(?![\d/])/.exec(head);
  const after = (word: string): number | undefined => {
    const found = new RegExp(`\\b${word}\\.?[ \\u00a0]?(\\d{1,2})\\b`).exec(head)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const revision = after('REV') ?? (number?.[2] === undefined ? undefined : Number(number[2]));
  if (!number && revision === undefined) return undefined;
  return {
    number: number ? `${number[1]}/${number[3]}` : '',
    revision: revision ?? 0,
    correction: after('COR') ?? 0,
    addition: after('ADD') ?? 0,
  };
}

export const compareDocumentNumbers = (a: DocumentNumber, b: DocumentNumber): number =>
  a.revision - b.revision || a.correction - b.correction || a.addition - b.addition;
