import { compare } from '../../compare/compare.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { isIdentical } from '../../compare/substance.ts';
import { digestReport } from '../../report/digest.ts';
import { jsonReport } from '../../report/json.ts';
import { type Measure, measureFor, shownTexts } from '../../report/measure.ts';
import { statReport } from '../../report/stat.ts';
import { textReport } from '../../report/text.ts';
import type { TextOptions } from '../../report/text-lines.ts';
import { chooseFormat, FORMAT_OPTION } from '../choose-format.ts';
import { chooseSelection, SELECTION_OPTIONS } from '../choose-selection.ts';
import { chooseWords, LANGUAGE_OPTION } from '../choose-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { expandRevisions, STAGED_OPTION } from '../expand-revisions.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { tellHints } from '../hints.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { readDraft } from '../read-draft.ts';
import { choosePainter, chooseWidth } from '../terminal.ts';

export const diffCommand: Command = {
  name: 'diff',
  usage: 'diff [OPTION…] OLD NEW',
  summary: 'print what changed between two drafts, clause by clause',
  options: [
    { name: 'side-by-side', short: 's', summary: 'old and new wording in two columns' },
    { name: 'digest', summary: 'only what to raise, the most important first' },
    { name: 'stat', summary: 'only counts, section by section' },
    ...SELECTION_OPTIONS,
    STAGED_OPTION,
    LANGUAGE_OPTION,
    FORMAT_OPTION,
    { name: 'width', short: 'w', value: 'COLUMNS', summary: 'wrap lines at this width' },
    { name: 'color', value: 'auto|always|never', summary: 'colours instead of {-old-} {+new+} marks' },
    { name: 'quiet', short: 'q', summary: 'print nothing; the exit code tells' },
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff diff draft-2.md draft-3.md',
    'clausediff diff --side-by-side --width 160 draft-2.md draft-3.md',
    'clausediff diff --only moved,split,merged draft-2.md draft-3.md',
    'clausediff diff --only actor,date --min-rank 70 draft-2.md draft-3.md',
    'clausediff diff HEAD~1:text.md text.md',
    'clausediff diff v1..v2 -- text.md',
    'clausediff diff --staged text.md',
  ],
  run: runDiff,
};

async function runDiff(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const print = chooseOutput(program, args);
  const [oldOperand, newOperand, ...more] = await expandRevisions(program, args);
  // A slip in the only name is told before that it is the only one; nobody is kept waiting for standard input.
  if (oldOperand !== undefined && oldOperand !== '-' && newOperand === undefined)
    await readDraft(oldOperand, program.cwd);
  if (oldOperand === undefined || newOperand === undefined || more.length > 0)
    throw new UsageError(wrongNumber([oldOperand, newOperand, ...more].filter((one) => one !== undefined)));
  if (oldOperand === '-' && newOperand === '-')
    throw new UsageError('only one draft can come from standard input');
  const older = await readDraft(oldOperand, program.cwd);
  const newer = await readDraft(newOperand, program.cwd);
  const comparison = compare(older, newer, await chooseWords(program, args));
  tellHints(program, [comparison]);
  const text = print(comparison, await measureFor([...shownTexts(older), ...shownTexts(newer)]));
  if (text !== '') program.stdout.write(text);
  return comparison.links.every(isIdentical) ? EXIT.same : EXIT.different;
}

/** Checks all options before any draft is read. */
function chooseOutput(
  program: Program,
  args: ParsedArgs,
): (comparison: Comparison, measure: Measure) => string {
  const format = chooseFormat(args);
  const options: Omit<TextOptions, 'measure'> = {
    ...chooseSelection(args),
    sideBySide: args.has('side-by-side'),
    marks: new Map(),
    width: chooseWidth(args.value('width'), program),
    painter: choosePainter(args.value('color'), program),
  };
  if (args.has('quiet')) return () => '';
  if (format === 'json') return jsonReport;
  const report = args.has('stat') ? statReport : args.has('digest') ? digestReport : textReport;
  return (comparison, measure) => report(comparison, { ...options, measure });
}

function wrongNumber([first, ...more]: readonly string[]): string {
  if (first === undefined) return 'diff takes two drafts; see clausediff diff --help';
  if (more.length > 0)
    return `diff takes two drafts, not ${more.length + 1}; clausediff view or report take a chain`;
  return `${first}: is one draft; name the one to compare it with, or see its versions in git: clausediff history ${first}`;
}
