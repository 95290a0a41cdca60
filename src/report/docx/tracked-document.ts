import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Comparison } from '../../compare/comparison.ts';
import type { ReaderMarks } from '../../compare/reader-marks.ts';
import type { Change } from '../../wording/change.ts';
import { kindText, pairText } from '../findings.ts';
import { legendOf } from '../markdown/council.ts';
import { readerMarkText } from '../reader-mark-text.ts';
import { type Report, type ReportOptions, titleOf } from '../report.ts';
import { isWanted } from '../selection.ts';
import { type TrackedParagraph, type TrackedRun, trackedText } from '../tracked-text.ts';
import { oneLine } from '../visible.ts';
import { FootnoteBook } from './footnote-book.ts';
import { pack } from './pack.ts';
import { shiftEnds } from './shift-ends.ts';
import { footnoteRun, Tracker, textRun } from './tracked-run.ts';

/** Whose changes they are where nobody is named. */
const AUTHOR = 'clausediff';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Indent of one level of points, in twentieths of a point: one centimetre. */
const INDENT = 567;

/** Behind a paragraph, in twentieths of a point. */
const GAP = 160;

/**
 * Both drafts as one Word document. Tracked: accepting all changes gives the new draft, rejecting all the old one, and
 * the findings are comments. In the Council's manner: the marks are fixed, and a legend explains them.
 */
export function trackedDocument(report: Report, manner: 'tracked' | 'council'): Promise<Uint8Array> {
  const { chain, options } = report;
  const [step] = chain.steps;
  if (!step) throw new RangeError('a document needs two drafts');
  const tracker = new Tracker(oneLine(options.author ?? AUTHOR), dateTime(options.date));
  const book = new FootnoteBook(step.links, manner, options.deletions, tracker);
  const comments: ICommentOptions[] = [];
  const marks = marksOf(step, options.marks);
  const paragraphs = shiftEnds(trackedText({ links: book.bodyLinks })).map((paragraph) =>
    manner === 'tracked'
      ? trackedParagraph(paragraph, tracker, book, { options, marks, comments })
      : new Paragraph({
          ...styleOf(paragraph),
          children: paragraph.runs.flatMap((run) => book.councilRuns(run)),
        }),
  );
  const legend =
    manner === 'council'
      ? [new Paragraph({ children: [new TextRun({ text: oneLine(legendOf(options)), italics: true })] })]
      : [];
  const document = new Document({
    creator: tracker.author,
    lastModifiedBy: tracker.author,
    title: oneLine(titleOf(report)),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 24 }, paragraph: { spacing: { after: GAP } } },
      },
    },
    footnotes: book.footnotes(),
    comments: { children: comments },
    sections: [{ children: [...legend, ...paragraphs] }],
  });
  return pack(document, dateTime(options.date));
}

/** Word wants the time of the day as well. */
export const dateTime = (date: string | undefined): string | undefined =>
  date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : date;

function styleOf({ type, depth }: TrackedParagraph) {
  const heading = HEADINGS[Math.min(depth, HEADINGS.length - 1)];
  if (type === 'section' && heading) return { heading };
  return type === 'point' ? { indent: { left: INDENT * Math.max(1, depth - 1) } } : {};
}

/** What is said in the margin: the findings that are wanted, and a reader's marks of them. */
interface Remarks {
  readonly options: ReportOptions;
  readonly marks: ReadonlyMap<Change, string>;
  readonly comments: ICommentOptions[];
}

function marksOf({ links }: Comparison, marks: ReaderMarks): Map<Change, string> {
  return new Map(
    links.flatMap((link) =>
      link.changes.flatMap((change): [Change, string][] => {
        const said = readerMarkText(marks, { change, link });
        return said === '' ? [] : [[change, ` [${said}]`]];
      }),
    ),
  );
}

function trackedParagraph(
  paragraph: TrackedParagraph,
  tracker: Tracker,
  book: FootnoteBook,
  remarks: Remarks,
): Paragraph {
  const runs = paragraph.runs.flatMap((run) => trackedRuns(run, tracker, book));
  const told = paragraph.changes.filter((change) => change.substantive && isWanted(change, remarks.options));
  const mark = paragraph.end === 'kept' ? {} : { run: { [MARKS[paragraph.end]]: tracker.next() } };
  return new Paragraph({
    ...styleOf(paragraph),
    ...mark,
    children: !remarks.options.comments || told.length === 0 ? runs : commented(runs, told, tracker, remarks),
  });
}

const MARKS = { inserted: 'insertion', deleted: 'deletion' } as const;

const REFERENCE = /(\[\^[^[\]\s]+\])/;

/** A footnote reference becomes a real one where its footnote is there. */
function trackedRuns({ op, text }: TrackedRun, tracker: Tracker, book: FootnoteBook): ParagraphChild[] {
  return text.split(REFERENCE).flatMap((part): ParagraphChild[] => {
    if (part === '') return [];
    const footnote = REFERENCE.test(part) ? book.refer(part, op) : undefined;
    return [footnote === undefined ? textRun(op, part, tracker) : footnoteRun(op, footnote, tracker)];
  });
}

function commented(
  runs: readonly ParagraphChild[],
  changes: readonly Change[],
  { author, date }: Tracker,
  { comments, marks }: Remarks,
): ParagraphChild[] {
  const id = comments.length;
  comments.push({
    id,
    author,
    initials: 'cd',
    date: new Date(date),
    children: changes.map(
      (change) =>
        new Paragraph({
          children: [
            new TextRun(
              oneLine(
                `${kindText(change)}: ${pairText(change.old, change.new)}${change.note && ` (${change.note})`}${marks.get(change) ?? ''}`,
              ),
            ),
          ],
        }),
    ),
  });
  return [
    new CommentRangeStart(id),
    ...runs,
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ];
}
