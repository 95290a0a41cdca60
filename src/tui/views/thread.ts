import { kindText, pairText } from '../../report/findings.ts';
import { oneLine } from '../../report/visible.ts';
import { badges, fate, paths, TONES } from '../badges.ts';
import type { DraftInfo, ThreadCell } from '../engine.ts';
import { NO_FILTER } from '../filter.ts';
import type { Look } from '../look.ts';
import { BLANK, cut, type Flow, flow, row, rule, run } from '../rows.ts';
import { highlight } from '../search.ts';
import type { State } from '../state.ts';
import type { ViewRow } from '../theme.ts';
import { wordingRows } from './detail.ts';

/** One row for each draft: where the clause stood and what was done to it there. */
export function threadListRow(
  info: DraftInfo,
  cell: ThreadCell | undefined,
  width: number,
  { measure }: Look,
): ViewRow {
  const place = !cell ? '' : cell.clauses.length === 0 ? '–' : paths(cell.clauses);
  const marks = (cell?.links ?? []).flatMap((link) => [...fate(link), ...badges(link, NO_FILTER)]);
  return row(
    ...cut(
      [run('  '), run(`${oneLine(info.name)}  `, 'strong'), run(`${place}  `), ...marks],
      width,
      measure,
    ),
  );
}

/** The wording in the selected draft, marked against the draft before. */
export function threadDetail(
  state: State,
  width: number,
  look: Look,
): { head: ViewRow; rows: readonly ViewRow[] } {
  const { drafts, positions, thread, layout, wrap, shift, search } = state;
  const at = positions.thread.at;
  const info = drafts[at];
  const cells = thread?.cells;
  if (!info || !cells) return { head: row(), rows: [row(run('Following the clause …', 'quiet'))] };
  const frame: Flow = { width, wrap, shift, measure: look.measure };
  const cell = cells[at] ?? { clauses: [], links: [] };
  const note = info.note === '' ? [] : flow([run(oneLine(info.note), 'quiet')], frame);
  const head = rule(
    [
      run(oneLine(info.name), 'strong'),
      run(cell.clauses.length === 0 ? '' : `  ${paths(cell.clauses)}`, 'quiet'),
    ],
    width,
    look.measure,
  );
  if (cell.links.length === 0) {
    const texts = cell.clauses.flatMap(({ text }) => flow(highlight([run(oneLine(text))], search), frame));
    const isBefore = cells.slice(at).some(({ clauses }) => clauses.length > 0);
    const absent = isBefore ? 'Not yet in this draft.' : 'No longer in this draft.';
    return { head, rows: [...note, ...(texts.length > 0 ? texts : [row(run(absent, 'quiet'))])] };
  }
  return {
    head,
    rows: [
      ...note,
      ...cell.links.flatMap((link) => [
        ...flow([run(`${paths(link.old) || 'nothing'} → ${paths(link.new) || 'nothing'}`, 'quiet')], frame),
        ...wordingRows(link, layout, search, frame, look),
        BLANK,
        ...link.changes.flatMap((change) => [
          ...flow(
            [run(kindText(change), TONES[change.direction]), run(`  ${pairText(change.old, change.new)}`)],
            frame,
            0,
            4,
          ),
          ...(change.note === '' ? [] : flow([run(oneLine(change.note), 'quiet')], frame, 4)),
        ]),
        BLANK,
      ]),
    ],
  };
}
