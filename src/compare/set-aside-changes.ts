import { diffArrays } from 'diff';
import type { Draft, SetAside } from '../draft/draft.ts';
import { type Change, neutralChange } from '../wording/change.ts';

/** A difference in what was set aside, and the line where it stands in the new draft or else in the old one. */
export interface SetAsideChange {
  readonly change: Change;
  readonly side: 'old' | 'new';
  readonly line: number;
}

/** Longest edit script searched between two lists of set-aside text; beyond, all of it counts as changed. */
const MAX_EDITS = 2_000;

/** So that nothing visible differs unseen: page furniture, separators and front matter are compared too. */
export function setAsideChanges(older: Draft, newer: Draft): SetAsideChange[] {
  const keyOf = ({ kind, text }: SetAside): string => `${kind} ${text.replace(/\s/g, '')}`;
  const [old, now] = [older.setAside.map(keyOf), newer.setAside.map(keyOf)];
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS }) ?? [
    { removed: true, added: false, count: old.length },
    { removed: false, added: true, count: now.length },
  ];
  const found: SetAsideChange[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    for (let k = 0; k < count && (added || removed); k++) {
      const item = (added ? newer.setAside[j + k] : older.setAside[i + k]) as SetAside;
      const [was, is] = added ? ['', item.text] : [item.text, ''];
      found.push({
        change: neutralChange('formatting', item.kind, was, is, `${item.kind.replace('-', ' ')} differs`),
        side: added ? 'new' : 'old',
        line: item.lines[0],
      });
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return found;
}
