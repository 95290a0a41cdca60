import { resolve } from 'node:path';
import { measureFor, shownTexts } from '../../report/measure.ts';
import type { Format, ReportOptions } from '../../report/report.ts';
import { CACHE_OPTION, chooseCache } from '../choose-cache.ts';
import { chooseSelection, SELECTION_OPTIONS } from '../choose-selection.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { compareChain } from '../compare-chain.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandRevisions, STAGED_OPTION } from '../expand-revisions.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { tellHints } from '../hints.ts';
import { marksPath, readMarks } from '../marks-file.ts';
import { ORDER_OPTION } from '../order-drafts.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readDrafts } from '../read-drafts.ts';
import { writeFile } from '../write-file.ts';

export const reportCommand: Command = {
  name: 'report',
  usage: 'report [OPTION…] DRAFT DRAFT… -o FILE',
  summary: 'write a document of what changed, to hand on',
  options: [
    { name: 'output', short: 'o', value: 'FILE', summary: 'the document; - for standard output' },
    {
      name: 'format',
      short: 'f',
      value: 'NAME',
      summary:
        'html, docx, markdown, criticmarkup, council, council-docx, csv, json or text; by the ending of FILE otherwise',
    },
    { name: 'brief', short: 'b', summary: 'one page for a busy reader (html, markdown, text)' },
    { name: 'synopsis', summary: 'all drafts beside each other (html, markdown, csv, docx)' },
    ...SELECTION_OPTIONS,
    { name: 'title', value: 'TEXT', summary: 'of the document; that of the last draft otherwise' },
    { name: 'author', value: 'NAME', summary: 'who made it, and whose changes are tracked' },
    { name: 'date', value: 'DATE', summary: 'as 2025-03-06 or 2025-03-06T10:00:00Z; none otherwise' },
    { name: 'no-comments', summary: 'a Word document without the findings as comments' },
    { name: 'deletions', value: 'strike|omit', summary: "in the Council's manner: struck through, or […]" },
    { name: 'legend', value: 'TEXT', summary: "in the Council's manner: what explains the marks" },
    { name: 'marks', summary: 'with your own marks: what you have seen, starred and noted in the view' },
    ORDER_OPTION,
    CACHE_OPTION,
    STAGED_OPTION,
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff report draft-2.md draft-3.md -o changes.html',
    'clausediff report draft-2.md draft-3.md -o changes.docx --author "Presidency" --date 2025-03-06',
    'clausediff report --brief draft-2.md draft-3.md -o -',
    'clausediff report --synopsis drafts/ -o synopsis.html',
    'clausediff report --format criticmarkup draft-2.md draft-3.md -o marked.md',
  ],
  exitCodes: '0 the document is written',
  run: runReport,
};

async function runReport(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const output = args.value('output') ?? '-';
  const options = readOptions(program, args);
  const format = await chooseFormat(output, args.value('format'));
  refuseWhatItCannot(format, options);
  const drafts = await readDrafts(program, args, await expandRevisions(program, args));
  refuseMore(format, drafts.length);
  refuseDraftAsOutput(output, drafts, program.cwd);
  const chain = compareChain(drafts, await chooseWords(program, args), chooseCache(program, args));
  tellHints(program, chain.steps);
  const measure = await measureFor(drafts.flatMap(shownTexts));
  const content = await format.write({ chain, options, measure });
  if (output !== '-') writeFile(output, program.cwd, content);
  else if (typeof content !== 'string' && program.stdout.isTTY)
    throw new UsageError(`${format.name} is nothing to read on a terminal; name a file with --output`);
  else program.stdout.write(content);
  return EXIT.same;
}

function readOptions({ env }: Program, args: ParsedArgs): ReportOptions {
  const deletions = args.value('deletions') ?? 'strike';
  if (deletions !== 'strike' && deletions !== 'omit')
    throw new UsageError(`--deletions takes strike or omit, not "${deletions}"`);
  const [brief, synopsis] = [args.has('brief'), args.has('synopsis')];
  if (brief && synopsis) throw new UsageError('--brief and --synopsis are two documents; choose one');
  return {
    ...chooseSelection(args),
    title: args.value('title'),
    author: args.value('author'),
    date: readDate(args.value('date')),
    brief,
    synopsis,
    comments: !args.has('no-comments'),
    deletions,
    legend: args.value('legend'),
    marks: args.has('marks') ? readMarks(marksPath(env)) : new Map(),
  };
}

function readDate(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const isDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDate || !new Date(value).toISOString().startsWith(value.slice(0, 10)))
    throw new UsageError(`--date takes a date as 2025-03-06 or 2025-03-06T10:00:00Z, not "${value}"`);
  return value;
}

/** The formats are loaded here, so that other commands start without them. */
async function chooseFormat(output: string, name: string | undefined): Promise<Format> {
  const { FORMATS, formatOfFile } = await import('../../report/formats.ts');
  const names = FORMATS.map((format) => format.name).join(', ');
  if (name !== undefined) {
    const named = FORMATS.find((format) => format.name === name);
    if (!named) throw new UsageError(`--format does not know "${name}"; it takes ${names}`);
    return named;
  }
  const format = formatOfFile(output === '-' ? '.txt' : output);
  if (!format)
    throw new UsageError(`${output}: no format has this ending; choose one with --format (${names})`);
  return format;
}

function refuseWhatItCannot({ name, can }: Format, options: ReportOptions): void {
  for (const option of ['brief', 'synopsis'] as const) {
    if (options[option] && !can.includes(option))
      throw new UsageError(`${name} has no --${option}; choose another format`);
  }
}

function refuseMore({ name, can }: Format, count: number): void {
  if (count > 2 && !can.includes('chain')) throw new UsageError(`${name} takes two drafts, not ${count}`);
}

function refuseDraftAsOutput(output: string, drafts: readonly { name: string }[], cwd: string): void {
  if (output !== '-' && drafts.some(({ name }) => resolve(cwd, name) === resolve(cwd, output)))
    throw new UsageError(`${output}: is one of the drafts; name another file for the report`);
}
