import { oneLine } from '../../report/visible.ts';
import type { StepSummary } from '../engine.ts';
import type { Look } from '../look.ts';
import { BLANK, cut, fit, flow, row, rule, run } from '../rows.ts';
import { bodyOf, type State } from '../state.ts';
import type { ViewRow, ViewRun, ViewTone } from '../theme.ts';

/** Columns of the names of the rows, and of each draft. */
const NAMES = 14;
const COLUMN = 14;

interface Line {
  readonly name: string;
  readonly tone: ViewTone;
  readonly of: (step: StepSummary) => number;
}

const LINES: readonly Line[] = [
  { name: 'substantive', tone: 'strong', of: ({ summary }) => summary.changes.substantive },
  { name: '▼ weaker', tone: 'weaker', of: ({ summary }) => summary.changes.byDirection.weaker ?? 0 },
  { name: '▲ stronger', tone: 'stronger', of: ({ summary }) => summary.changes.byDirection.stronger ?? 0 },
  { name: '◆ narrower', tone: 'weaker', of: ({ summary }) => summary.changes.byDirection.narrower ?? 0 },
  { name: '◇ broader', tone: 'stronger', of: ({ summary }) => summary.changes.byDirection.broader ?? 0 },
  { name: 'actors', tone: 'plain', of: ({ summary }) => summary.changes.byClass.actor ?? 0 },
  { name: 'deadlines', tone: 'plain', of: ({ summary }) => summary.changes.byClass.date ?? 0 },
  { name: 'amounts', tone: 'plain', of: ({ summary }) => summary.changes.byClass.amount ?? 0 },
  { name: 'brackets', tone: 'plain', of: ({ summary }) => summary.changes.byClass.bracket ?? 0 },
  { name: '+ inserted', tone: 'plain', of: ({ summary }) => summary.links.inserted },
  { name: '− deleted', tone: 'plain', of: ({ summary }) => summary.links.deleted },
  { name: '⇄ moved', tone: 'plain', of: ({ summary }) => summary.links.moved },
  { name: '÷ split', tone: 'plain', of: ({ summary }) => summary.links.split },
  { name: '∪ merged', tone: 'plain', of: ({ summary }) => summary.links.merged },
  { name: '○ neutral', tone: 'quiet', of: ({ summary }) => summary.changes.neutral },
];

/** The drafts that have room beside each other, the selected one among them. */
export function columnsShown({ size, drafts, positions }: State): { from: number; to: number } {
  const room = Math.max(1, Math.floor((size.columns - NAMES) / COLUMN));
  const { at, top } = positions.timeline;
  const from = Math.max(0, Math.min(top, drafts.length - room, at), at - room + 1);
  return { from, to: Math.min(drafts.length, from + room) };
}

/** The drafts as columns, what each changed, and the most important of it for the selected one. */
export function timelineRows(state: State, look: Look): readonly ViewRow[] {
  const { drafts, steps, positions, pair, base } = state;
  const { columns, rows: height } = bodyOf(state.size);
  const { measure } = look;
  const { from, to } = columnsShown(state);
  const shown = drafts.slice(from, to).map((info, i) => ({ info, at: from + i }));
  const cell = (text: string, tone: ViewTone, at: number): ViewRun[] => [
    ...fit(
      row(run(text, at === positions.timeline.at && tone !== 'quiet' ? tone : tone)),
      COLUMN - 1,
      measure,
    ).runs,
    run(' '),
  ];
  const head = shown.flatMap(({ info, at }) =>
    cell(
      `${at === positions.timeline.at ? '▸' : ' '}${shorten(oneLine(info.name), COLUMN - 2)}`,
      'strong',
      at,
    ),
  );
  const roles = shown.flatMap(({ at }) => {
    const isBase = base === undefined ? at === pair[0] : at === base;
    return cell(isBase ? ' old' : at === pair[1] && base === undefined ? ' new' : '', 'key', at);
  });
  const table = LINES.map(({ name, tone, of }) =>
    row(
      run(name.padEnd(NAMES), tone),
      ...shown.flatMap(({ at }) => {
        const step = steps[at];
        if (at === 0) return cell('', 'quiet', at);
        if (!step) return cell(' …', 'quiet', at);
        const count = of(step);
        return cell(` ${count === 0 ? '·' : count}`, count === 0 ? 'quiet' : tone, at);
      }),
    ),
  );
  const selected = drafts[positions.timeline.at];
  const step = steps[positions.timeline.at];
  const first = positions.timeline.at === 0;
  const findings = first
    ? [row(run('The first draft.', 'quiet'))]
    : step
      ? step.findings.map((text) => row(...cut([run(oneLine(text))], columns, measure)))
      : [row(run('Not compared yet …', 'quiet'))];
  const more = (count: number, sign: string): string => (count > 0 ? `${count} more ${sign}` : '');
  return [
    row(run(more(from, '←').padEnd(NAMES), 'quiet'), ...head),
    row(run(more(drafts.length - to, '→').padEnd(NAMES), 'quiet'), ...roles),
    ...table,
    BLANK,
    rule([run(selected ? oneLine(selected.name) : '', 'strong')], columns, measure),
    ...(selected && selected.note !== ''
      ? flow([run(oneLine(selected.note), 'quiet')], { width: columns, wrap: true, shift: 0, measure })
      : []),
    ...findings,
  ].slice(0, height);
}

/** The end of a name tells drafts apart more than its start. */
function shorten(name: string, width: number): string {
  const points = [...(name.split('/').at(-1) ?? name)];
  return points.length <= width ? points.join('') : `…${points.slice(1 - width).join('')}`;
}

/** The draft whose column is at a place of the screen. */
export function draftAtColumn(state: State, x: number): number | undefined {
  const { from, to } = columnsShown(state);
  const at = from + Math.floor((x - NAMES) / COLUMN);
  return x >= NAMES && at < to ? at : undefined;
}
