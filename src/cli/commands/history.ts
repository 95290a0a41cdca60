import { followClause } from '../../compare/follow-clause.ts';
import type { CompareOptions } from '../../compare/options.ts';
import type { OutlineLink } from '../../compare/outline.ts';
import { historyJson, historyRow, historyText } from '../../report/history.ts';
import { CACHE_OPTION, chooseCache, originOf } from '../choose-cache.ts';
import { chooseSelection, SELECTION_OPTIONS } from '../choose-selection.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import type { FileHistory } from '../read-history.ts';

const OWN = new Set(['only', 'min-rank', 'neutral']);

export const historyCommand: Command = {
  name: 'history',
  usage: 'history [OPTION…] FILE [REV..REV]',
  summary: 'print the wording changes of a file in git, commit by commit',
  options: [
    {
      name: 'clause',
      value: 'PATH',
      summary: 'only this clause of the newest version, wherever it stood: II/4',
    },
    { name: 'since', value: 'DATE', summary: 'only commits after this date, as git reads it' },
    ...SELECTION_OPTIONS.filter(({ name }) => OWN.has(name)),
    { name: 'format', short: 'f', value: 'text|markdown|html|json', summary: 'text otherwise' },
    { name: 'notes', summary: 'trust the records that the post-commit hook wrote as git notes' },
    CACHE_OPTION,
    LANGUAGE_OPTION,
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff history conclusions.md',
    'clausediff history --clause I/4 --only actor conclusions.md',
    'clausediff history conclusions.md v1..v3 --format markdown',
  ],
  exitCodes: '0 the history is printed',
  run: runHistory,
};

async function runHistory(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const [file, range, ...more] = args.operands;
  if (file === undefined || more.length > 0)
    throw new UsageError(
      'history takes one file, and a range of revisions if wanted; see clausediff history --help',
    );
  const format = args.value('format') ?? 'text';
  if (!['text', 'markdown', 'html', 'json'].includes(format))
    throw new UsageError(`--format takes text, markdown, html or json, not "${format}"`);
  const selection = chooseSelection(args);
  const { readHistory } = await import('../read-history.ts');
  const { shallowNote } = await import('../../git/shallow-note.ts');
  const words = await chooseWords(program, { ...args, operands: [file] });
  const history = readHistory(
    program.cwd,
    file,
    { range, since: args.value('since') },
    words,
    chooseCache(program, args),
    args.has('notes') ? await recordsOf(program, words) : undefined,
  );
  const note = shallowNote(program.cwd);
  if (note !== undefined) program.stderr.write(`clausediff: ${note}\n`);
  const clause = args.value('clause');
  const followed = clause === undefined ? undefined : follow(file, history, clause);
  const rows = history.versions
    .flatMap(({ entry }, i) => {
      const isWanted = (link: OutlineLink): boolean => followed?.[i]?.has(link.id) ?? true;
      return entry ? [historyRow(entry, selection, isWanted)] : [];
    })
    .reverse();
  const isNarrow = clause !== undefined || selection.only.length > 0 || selection.minRank > 0;
  const shown = isNarrow ? rows.filter(({ findings }) => findings.length > 0) : rows;
  if (format === 'json') program.stdout.write(historyJson(shown));
  else if (format === 'text') program.stdout.write(historyText(shown));
  else if (format === 'html') {
    const { historyHtml } = await import('../../report/html/history.ts');
    program.stdout.write(historyHtml(file, shown));
  } else {
    const { historyMarkdown } = await import('../../report/markdown/history.ts');
    program.stdout.write(historyMarkdown(shown));
  }
  return EXIT.same;
}

/** The links of each version that concern a clause of the newest one. */
function follow(file: string, { versions, newest }: FileHistory, path: string): ReadonlySet<string>[] {
  const start = newest()?.clauses.filter((clause) => clause.path === path) ?? [];
  if (start.length === 0) throw new UsageError(`${file}: has no clause ${path} in its newest version`);
  return followClause(
    versions,
    start.map(({ index }) => index),
  );
}

/** What the notes of the commits say that they changed. */
async function recordsOf({ cwd }: Program, words: CompareOptions) {
  const { readNotes } = await import('../../git/notes.ts');
  const { readRecord } = await import('../read-record.ts');
  const notes = readNotes(cwd);
  const origin = originOf(words);
  return (commit: string, before: string, after: string) =>
    readRecord(notes.get(commit) ?? '', origin).get(`${before} ${after}`);
}
