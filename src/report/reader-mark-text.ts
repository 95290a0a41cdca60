import { type ReaderMarks, unitsOf } from '../compare/reader-marks.ts';
import type { Finding } from './ranked-findings.ts';

/** What a reader said of a finding: `✓ ★ ask Paris`; empty if nothing. */
export function readerMarkText(marks: ReaderMarks, { change, link }: Finding): string {
  if (marks.size === 0) return '';
  const unit = unitsOf(link).find((own) => own.change === change);
  const mark = unit && marks.get(unit.key);
  if (!mark) return '';
  return [mark.seen ? '✓' : '', mark.star ? '★' : '', mark.note].filter(Boolean).join(' ');
}
