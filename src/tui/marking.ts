import { NO_MARK, type ReaderMark, type ReaderMarks, unitsOf, unitsToSee } from '../compare/reader-marks.ts';
import { goToUnseen } from './go.ts';
import type { State } from './state.ts';
import { selectedLink } from './views/clauses.ts';

/** The key of what is selected: a change of the clause, or the clause. */
export function selectedKey(state: State): string | undefined {
  const link = selectedLink(state);
  return link && (unitsOf(link)[state.unit] ?? unitsOf(link)[0])?.key;
}

const NOTHING = { message: { text: 'select a clause to mark it', isTrouble: false } } as const;

/** The selected change is seen, and the next one that is not is selected; if it was seen already, it no longer is. */
export function markSeen(state: State): State {
  const key = selectedKey(state);
  if (key === undefined) return { ...state, ...NOTHING };
  const { seen } = state.marks.get(key) ?? NO_MARK;
  const marked = { ...state, marks: withMark(state.marks, key, { seen: !seen }) };
  return seen ? marked : goToUnseen(marked);
}

/** All changes of the clause are seen; if they were, none is. */
export function markClauseSeen(state: State): State {
  const link = selectedLink(state);
  if (!link) return { ...state, ...NOTHING };
  const own = unitsToSee(link);
  const units = own.length > 0 ? own : unitsOf(link);
  const seen = !units.every(({ key }) => state.marks.get(key)?.seen);
  const marks = units.reduce((all, { key }) => withMark(all, key, { seen }), state.marks);
  return seen ? goToUnseen({ ...state, marks }) : { ...state, marks };
}

export function markStar(state: State): State {
  const key = selectedKey(state);
  if (key === undefined) return { ...state, ...NOTHING };
  const { star } = state.marks.get(key) ?? NO_MARK;
  return { ...state, marks: withMark(state.marks, key, { star: !star }) };
}

export function markNote(state: State, note: string): State {
  const key = selectedKey(state);
  return key === undefined ? state : { ...state, marks: withMark(state.marks, key, { note: note.trim() }) };
}

const withMark = (marks: ReaderMarks, key: string, change: Partial<ReaderMark>): ReaderMarks =>
  new Map(marks).set(key, { ...(marks.get(key) ?? NO_MARK), ...change });
