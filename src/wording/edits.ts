import { type Kept, matchUnits } from './match-units.ts';
import { slideRuns } from './slide.ts';
import { readUnits, type Unit } from './units.ts';

/**
 * A run of words of a link. The `old` parts of a link's edits joined are exactly its old text, the `new` parts its new
 * one; in an `equal` run they may differ in typography.
 */
export interface Edit {
  readonly op: 'equal' | 'insert' | 'delete' | 'replace';
  readonly old: string;
  readonly new: string;
}

/** The edits that turn one text into another, as a person would have marked them: whole words and phrases. */
export function readEdits(old: string, newer: string): Edit[] {
  if (old === newer) return old === '' ? [] : [{ op: 'equal', old, new: newer }];
  // Ties are broken by order; working in one direction makes the mirrored question give the mirrored answer.
  return newer < old ? editsBetween(newer, old).map(mirrored) : editsBetween(old, newer);
}

const MIRROR = { equal: 'equal', insert: 'delete', delete: 'insert', replace: 'replace' } as const;

const mirrored = (edit: Edit): Edit => ({ op: MIRROR[edit.op], old: edit.new, new: edit.old });

function editsBetween(old: string, newer: string): Edit[] {
  const units = { old: readUnits(old), new: readUnits(newer) };
  const kept = slideRuns(units.old, units.new, matchUnits(units.old, units.new));
  const writer = new EditWriter();
  let [i, j] = [0, 0];
  const runTo = (a: number, b: number): void => writeRun(writer, old.slice(i, a), newer.slice(j, b));
  for (const [a, b] of kept as readonly Kept[]) {
    const [x, y] = [units.old[a] as Unit, units.new[b] as Unit];
    runTo(x.start, y.start);
    writer.write(old.slice(x.start, x.endExclusive), newer.slice(y.start, y.endExclusive), true);
    [i, j] = [x.endExclusive, y.endExclusive];
  }
  runTo(old.length, newer.length);
  return writer.edits;
}

/** What lies between two kept units. The blanks around a change belong to what is equal, as far as both have them. */
function writeRun(writer: EditWriter, old: string, newer: string): void {
  const [a, b] = [parts(old), parts(newer)];
  if (a.core === '' && b.core === '') {
    writer.write(old, newer, true);
  } else if (a.core !== '' && b.core !== '') {
    writer.write(a.before, b.before, true);
    writer.write(a.core, b.core, false);
    writer.write(a.after, b.after, true);
  } else {
    // An insertion or deletion beside one blank: `a b` → `a x b` inserts `x `, `a b` → `a, b` inserts `,`.
    const [full, blank] = a.core !== '' ? [a, newer] : [b, old];
    const write = (gap: string, text: string): void =>
      full === a ? writer.write(gap, text, true) : writer.write(text, gap, true);
    const change = (text: string): void =>
      full === a ? writer.write(text, '', false) : writer.write('', text, false);
    if (blank === '') change(full.before + full.core + full.after);
    else if (full.before !== '') {
      write(full.before, blank);
      change(full.core + full.after);
    } else {
      change(full.core);
      write(full.after, blank);
    }
  }
}

function parts(text: string): { before: string; core: string; after: string } {
  const core = text.trim();
  if (core === '') return { before: text, core, after: '' };
  const start = text.indexOf(core);
  return { before: text.slice(0, start), core, after: text.slice(start + core.length) };
}

class EditWriter {
  readonly edits: Edit[] = [];

  write(old: string, newer: string, equal: boolean): void {
    if (old === '' && newer === '') return;
    const op = equal ? 'equal' : old === '' ? 'insert' : newer === '' ? 'delete' : 'replace';
    const last = this.edits.at(-1);
    if (last && (last.op === 'equal') === equal) {
      this.edits.pop();
      this.write(last.old + old, last.new + newer, equal);
    } else this.edits.push({ op, old, new: newer });
  }
}
