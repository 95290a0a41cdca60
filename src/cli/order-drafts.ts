import { basename, resolve } from 'node:path';
import { compareDocumentNumbers, type DocumentNumber, readDocumentNumber } from '../draft/document-number.ts';
import { readHead } from '../util/read-bounded.ts';
import { type Option, UsageError } from './program.ts';

const ORDERS = ['name', 'number', 'given'] as const;
export type Order = (typeof ORDERS)[number];

export const ORDER_OPTION: Option = {
  name: 'order',
  value: ORDERS.join('|'),
  summary: 'of the drafts: by name, by number in their heads (REV 2, 15381/1/06), or as given',
};

export function readOrder(value: string | undefined): Order | undefined {
  if (value === undefined || ORDERS.some((order) => order === value)) return value as Order | undefined;
  throw new UsageError(`--order takes ${ORDERS.join(', ')}, not "${value}"`);
}

/** Numbers in names count as numbers. */
export const IN_ORDER = new Intl.Collator('en', { numeric: true });

export const byName = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => IN_ORDER.compare(basename(a), basename(b)));

/**
 * Drafts in the order of the numbers in their heads; undefined where one has none, where two have the same, or where
 * they are not versions of one document.
 */
export function byNumber(names: readonly string[], cwd: string): string[] | undefined {
  const numbered = names.map((name) => ({ name, number: numberOf(name, cwd) }));
  if (!numbered.every(isNumbered)) return undefined;
  const sorted = numbered.sort((a, b) => compareDocumentNumbers(a.number, b.number));
  const isDistinct = sorted.every(
    ({ number }, i) => i === 0 || compareDocumentNumbers(sorted[i - 1]!.number, number) < 0,
  );
  const isOne = new Set(sorted.map(({ number }) => number.number)).size === 1;
  return isDistinct && isOne ? sorted.map(({ name }) => name) : undefined;
}

interface Numbered {
  readonly name: string;
  readonly number: DocumentNumber;
}

const isNumbered = (draft: { name: string; number: DocumentNumber | undefined }): draft is Numbered =>
  draft.number !== undefined;

/** Bytes that hold the head of a document. */
const HEAD = 16 * 1024;

/** What cannot be read has no number; that it cannot be read is told where it is read whole. */
function numberOf(name: string, cwd: string): DocumentNumber | undefined {
  try {
    return readDocumentNumber(Buffer.from(readHead(resolve(cwd, name), HEAD)).toString());
  } catch {
    return undefined;
  }
}
