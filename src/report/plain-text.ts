import { type Brief, briefOf } from './brief.ts';
import { pairText } from './findings.ts';
import { headlineRuns } from './headline.ts';
import { plainPainter } from './paint.ts';
import { type Format, type Report, titleOf } from './report.ts';
import { textReport } from './text.ts';
import { oneLine } from './visible.ts';

/** Columns of a line: what mails are wrapped at. */
const WIDTH = 78;

export const plainText: Format = {
  name: 'text',
  endings: ['.txt'],
  summary: 'plain text, as clausediff diff prints it',
  can: ['brief', 'chain'],
  write: ({ chain, options, measure }: Report) => {
    const facts = [
      options.title === undefined ? '' : titleOf({ chain, options }),
      options.author,
      options.date,
    ];
    const head = facts.filter(Boolean).map((fact) => `${oneLine(fact as string)}\n`);
    const steps = chain.steps.map((step) =>
      options.brief
        ? `${headlineRuns(step)
            .map((row) => row.map(({ text }) => text).join(''))
            .join('\n')}\n${briefText(briefOf(step, options))}`
        : textReport(step, { ...options, measure, width: WIDTH, painter: plainPainter, sideBySide: false }),
    );
    return [head.join(''), ...steps].filter(Boolean).join('\n');
  },
};

const briefText = ({ parts }: Brief): string =>
  parts
    .map(({ title, items, more }) => {
      const rows = items.map(
        ({ old, new: newer, was, is }) =>
          `- ${oneLine(was === is ? is : `${was} → ${is}`)}: ${pairText(old, newer)}`,
      );
      return `\n${title}\n${[...rows, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')}\n`;
    })
    .join('');
