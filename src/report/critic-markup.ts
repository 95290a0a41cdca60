import type { Format, Report } from './report.ts';
import {
  LABEL_GAP,
  type TrackedOp,
  type TrackedParagraph,
  type TrackedRun,
  trackedText,
} from './tracked-text.ts';
import { oneLine } from './visible.ts';

/**
 * The whole text as CriticMarkup (Markdown with editing marks): `{++in++}`, `{--out--}`, `{~~out~>in~~}`, and findings
 * as `{>>comments<<}`. No mark reaches over the end of a paragraph.
 *
 * @see https://github.com/CriticMarkup/CriticMarkup-toolkit
 */
export const criticMarkup: Format = {
  name: 'criticmarkup',
  endings: ['.critic.md'],
  summary: 'the whole text with CriticMarkup',
  can: [],
  write: ({ chain }: Report) =>
    `${trackedText(chain.steps[0]!)
      .map((paragraph) => paragraphText(paragraph))
      .join('\n\n')}\n`,
};

function paragraphText({ runs, end, type, depth, changes }: TrackedParagraph): string {
  const marked = runs.flatMap((run, i) => {
    const [before, after] = [runs[i - 1], runs[i + 1]];
    if (run.op === 'deleted' && after?.op === 'inserted') return [`{~~${safe(run)}~>${safe(after)}~~}`];
    if (run.op === 'inserted' && before?.op === 'deleted') return [];
    return [run.op === 'kept' ? safe(run) : wrap(run.op, safe(run))];
  });
  const comments = changes
    .filter(({ substantive }) => substantive)
    .map(({ class: name, direction, note }) => `{>>${escaped(oneLine(`${name} ${direction}: ${note}`))}<<}`);
  const heading = type === 'section' ? `${'#'.repeat(Math.min(6, depth + 1))} ` : '';
  // The sign stands for the end of the paragraph, which CriticMarkup has no mark for.
  const ending = end === 'kept' || runs.every(({ op }) => op === end) ? '' : wrap(end, '¶');
  const text = [...marked, ending, ...comments].join('');
  return heading + (type === 'footnote' ? text.replace(/^(\[\^[^\]\s]+\]) /, '$1: ') : text);
}

const wrap = (op: Exclude<TrackedOp, 'kept'>, text: string): string =>
  op === 'inserted' ? `{++${text}++}` : `{--${text}--}`;

const safe = ({ text }: TrackedRun): string => escaped(text.replaceAll(LABEL_GAP, ' '));

/** What Markdown or CriticMarkup would take for a mark, as character references. */
const escaped = (text: string): string =>
  text.replace(/[&<>{}~*_`\\|]|(?<=[+\-=])[+\-=]/g, (char) => `&#${char.codePointAt(0)};`);
