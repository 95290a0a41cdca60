import { Document, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { placeOf } from '../ranked-findings.ts';
import { type Report, titleOf } from '../report.ts';
import { cellLines, type SynopsisCell, synopsisOf } from '../synopsis.ts';
import { oneLine } from '../visible.ts';
import { pack } from './pack.ts';
import { dateTime } from './tracked-document.ts';

/** A4 on its side less the margins, in twentieths of a point. */
const WIDTH = 16_838 - 2 * 1_000;

/** All drafts beside each other, on pages that lie on their side. */
export function synopsisDocument(report: Report): Promise<Uint8Array> {
  const { columns, rows } = synopsisOf(report.chain);
  const title = oneLine(titleOf(report));
  const creator = oneLine(report.options.author ?? 'clausediff');
  const document = new Document({
    creator,
    lastModifiedBy: creator,
    title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 18 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 1_000, bottom: 1_000, left: 1_000, right: 1_000 },
          },
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: title, bold: true, size: 26 })] }),
          new Table({
            width: { size: WIDTH, type: WidthType.DXA },
            columnWidths: columns.map(() => Math.floor(WIDTH / columns.length)),
            rows: [
              new TableRow({
                tableHeader: true,
                children: columns.map((name) => cell([bold(oneLine(name))])),
              }),
              ...rows.map((row) => new TableRow({ children: row.map((one) => cell(contentOf(one))) })),
            ],
          }),
        ],
      },
    ],
  });
  return pack(document, dateTime(report.options.date));
}

const cell = (children: Paragraph[]): TableCell =>
  new TableCell({ children: children.length > 0 ? children : [new Paragraph('')] });
const bold = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });
const note = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: oneLine(text), italics: true })] });

function contentOf(one: SynopsisCell): Paragraph[] {
  if (one.movedTo !== undefined) return [note(`${placeOf(one.clauses)}: moved to ${one.movedTo}`)];
  return [
    ...(one.movedFrom === undefined ? [] : [note(`from ${one.movedFrom}`)]),
    ...cellLines(one).map(
      (line) => new Paragraph({ children: [new TextRun({ text: oneLine(line), bold: one.changed })] }),
    ),
  ];
}
