import type { RootContent } from 'mdast';
import { entrySummary, findingLine, type HistoryRow } from '../history.ts';
import { heading, list, paragraph, text, toMarkdown } from './nodes.ts';

export const historyMarkdown = (rows: readonly HistoryRow[]): string =>
  toMarkdown(
    rows.flatMap(({ entry, findings }): RootContent[] => [
      heading(2, `${entry.date.slice(0, 10)} ${entry.subject}`),
      paragraph(text(`${entry.id.slice(0, 10)}, ${entry.author}: ${entrySummary(entry)}`)),
      ...(findings.length > 0 ? [list(findings.map((finding) => [text(findingLine(finding))]))] : []),
    ]),
  );
