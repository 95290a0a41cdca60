import type { PhrasingContent, RootContent } from 'mdast';
import type { Format, Report, ReportOptions } from '../report.ts';
import { titleOf } from '../report.ts';
import { LABEL_GAP, type TrackedParagraph, type TrackedRun, trackedText } from '../tracked-text.ts';
import {
  emphasis,
  footnote,
  heading,
  paragraph,
  strong,
  struck,
  text,
  textWithReferences,
  toMarkdown,
  underlined,
} from './nodes.ts';

/**
 * The whole text marked in the Council's manner: additions bold and underlined, deletions struck through or as `[…]`.
 *
 * Source: the marking note at the head of Council working documents ("changes to the previous text are in bold and
 * underlined; deletions are marked […]").
 */
export const council: Format = {
  name: 'council',
  endings: ['.council.md'],
  summary: "the whole text with the Council's marks: additions bold and underlined",
  can: [],
  write: ({ chain, options }: Report) =>
    toMarkdown([
      heading(1, titleOf({ chain, options })),
      paragraph(emphasis(text(legendOf(options)))),
      ...trackedText(chain.steps[0]!).flatMap((one) => blockOf(one, options)),
    ]),
};

export const legendOf = ({ legend, deletions }: Pick<ReportOptions, 'legend' | 'deletions'>): string =>
  legend ??
  `Additions to the previous draft are in bold and underlined; deletions are ${
    deletions === 'strike' ? 'struck through' : 'marked […]'
  }.`;

function blockOf({ runs, type, depth }: TrackedParagraph, options: ReportOptions): RootContent[] {
  const { label, rest } = type === 'footnote' ? withoutLabel(runs) : { label: undefined, rest: runs };
  const children = rest.flatMap((run) => marked(run, options));
  if (label !== undefined) return [footnote(label, ...children)];
  if (type !== 'section') return [paragraph(...children)];
  return [{ type: 'heading', depth: Math.min(6, depth + 2) as 2 | 3 | 4 | 5 | 6, children }];
}

/** A footnote's label is no text of it: the new one where there are two. */
function withoutLabel(runs: readonly TrackedRun[]): {
  label: string | undefined;
  rest: readonly TrackedRun[];
} {
  let label: string | undefined;
  const rest = runs.map((run) => {
    const [, found] = /^(\[\^[^\]\s]+\])\t/.exec(run.text) ?? [];
    if (found === undefined || (label !== undefined && run.op === 'deleted')) return run;
    label = found;
    return { ...run, text: run.text.slice(found.length + LABEL_GAP.length) };
  });
  return { label, rest: rest.filter(({ text: left }) => left !== '') };
}

/** Blanks at the ends of a mark stay outside it, where Markdown wants them. */
function marked({ op, text: value }: TrackedRun, { deletions }: ReportOptions): PhrasingContent[] {
  const printed = value.replaceAll(LABEL_GAP, ' ');
  const core = printed.trim();
  if (op === 'kept') return textWithReferences(printed);
  if (core === '') return op === 'inserted' ? [text(printed)] : [];
  const [before, after] = [printed.match(/^\s*/)![0], printed.slice(printed.trimEnd().length)];
  const inside =
    op === 'inserted'
      ? [strong(...underlined(...textWithReferences(core)))]
      : [deletions === 'strike' ? struck(...textWithReferences(core)) : text('[…]')];
  return [...blank(before), ...inside, ...blank(after)];
}

const blank = (value: string): PhrasingContent[] => (value === '' ? [] : [text(value)]);
