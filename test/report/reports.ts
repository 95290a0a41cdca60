import { readFileSync } from 'node:fs';
import { compareAll } from '../../src/compare/compare-all.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { measureFor, shownTexts } from '../../src/report/measure.ts';
import type { Format, Report, ReportOptions } from '../../src/report/report.ts';

const OPTIONS: ReportOptions = {
  all: false,
  only: [],
  directions: [],
  minRank: 0,
  marks: new Map(),
  neutral: false,
  context: 0,
  title: undefined,
  author: undefined,
  date: undefined,
  brief: false,
  synopsis: false,
  comments: true,
  deletions: 'strike',
  legend: undefined,
};

export const demoDraft = (number: number): string => readFileSync(`drafts/draft-${number}.md`, 'utf8');

export async function reportOf(
  sources: readonly string[],
  options: Partial<ReportOptions> = {},
): Promise<Report> {
  const drafts = sources.map((source, i) => parseDraft(source, `draft-${i + 1}.md`));
  const measure = await measureFor(drafts.flatMap(shownTexts));
  return { chain: compareAll(drafts), options: { ...OPTIONS, ...options }, measure };
}

export function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
}

/** A report as text; a Word document is bytes and has its own tests. */
export async function textIn(
  name: string,
  sources: readonly string[],
  options: Partial<ReportOptions> = {},
): Promise<string> {
  const content = await formatNamed(name).write(await reportOf(sources, options));
  return typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
}
