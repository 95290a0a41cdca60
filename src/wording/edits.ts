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

/**
 * What lies between two kept units. The blanks around a change belong to what is equal, as far as both texts have
 * them: `a b` → `a x b` inserts `x `, `a b` → `a, b` inserts `,`.
 */
function writeRun(writer: EditWriter, old: string, newer: string): void {
  const [a, b] = [parts(old), parts(newer)];
  if (a.core === '' && b.core === '') {
    writer.write(old, newer, true);
    return;
  }
  const [oldLead, newLead] = [a.core === '' ? old : a.before, b.core === '' ? newer : b.before];
  const leads = oldLead !== '' && newLead !== '';
  const [oldRest, newRest] = leads ? [old.slice(oldLead.length), newer.slice(newLead.length)] : [old, newer];
  const [oldTail, newTail] = [trailingBlanks(oldRest), trailingBlanks(newRest)];
  const trails = oldTail !== '' && newTail !== '';
  const [oldEnd, newEnd] = trails ? [oldTail.length, newTail.length] : [0, 0];
  if (leads) writer.write(oldLead, newLead, true);
  writer.write(oldRest.slice(0, oldRest.length - oldEnd), newRest.slice(0, newRest.length - newEnd), false);
  if (trails) writer.write(oldTail, newTail, true);
}

const trailingBlanks = (text: string): string => text.slice(text.trimEnd().length);

function parts(text: string): { before: string; core: string } {
  const core = text.trim();
  if (core === '') return { before: text, core };
  return { before: text.slice(0, text.indexOf(core)), core };
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
