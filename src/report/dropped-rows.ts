import type { Chain, DroppedWording } from '../compare/comparison.ts';

/** What a reader must know of what a chain dropped. */
export interface DroppedRow {
  readonly text: string;
  readonly path: string;
  /** `dropped in draft-3.md`, `dropped in draft-3.md, back in draft-5.md`. */
  readonly fate: string;
}

/** Least rank of a wording that is missed; all that came back are told. */
const MIN_RANK = 60;

/** What came back first, then what was lost, in the order of the drafts. */
export function droppedRows({ dropped, drafts }: Chain): DroppedRow[] {
  const isBack = ({ returnedIn }: DroppedWording): boolean => returnedIn !== null;
  const lost = dropped.filter((one) => !isBack(one) && one.rank >= MIN_RANK);
  return [...dropped.filter(isBack), ...lost].map(({ text, path, draft, returnedIn }) => {
    const back = returnedIn === null ? '' : `, back in ${drafts[returnedIn]?.name}`;
    return { text, path, fate: `dropped in ${drafts[draft + 1]?.name}${back}` };
  });
}
