import { criticMarkup } from './critic-markup.ts';
import { csv } from './csv.ts';
import { councilDocx, docx } from './docx/docx.ts';
import { html } from './html/page.ts';
import { json } from './json.ts';
import { council } from './markdown/council.ts';
import { markdown } from './markdown/markdown.ts';
import { plainText } from './plain-text.ts';
import type { Format } from './report.ts';

export const FORMATS: readonly Format[] = [
  html,
  docx,
  markdown,
  criticMarkup,
  council,
  councilDocx,
  csv,
  json,
  plainText,
];

/** The format that a file's name asks for; of two endings that fit the longer one. */
export function formatOfFile(name: string): Format | undefined {
  const fits = FORMATS.flatMap((format) => format.endings.map((ending) => ({ format, ending }))).filter(
    ({ ending }) => name.toLowerCase().endsWith(ending),
  );
  return fits.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}
