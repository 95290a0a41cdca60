import type { Case } from './cases.ts';

const OLD = '# Draft conclusions\n\n1. The Council welcomes the plan.\n';
const FILES = {
  'old.md': OLD,
  'new.md': OLD.replace('welcomes', 'takes note of'),
  'newer.md': OLD.replace('welcomes', 'endorses'),
  'chain/draft-2.md': OLD.replace('welcomes', 'takes note of'),
  'chain/draft-10.md': OLD.replace('welcomes', 'endorses'),
  'chain/draft-1.md': OLD,
};
const [folders, PAIR] = [
  ['chain', 'empty'],
  ['old.md', 'new.md'],
];

export const REPORT_CASES: readonly Case[] = [
  {
    name: 'report to standard output is plain text',
    args: ['report', ...PAIR],
    code: 0,
    stdout: [/^old\.md → new\.md\n/, '{-welcomes-}{+takes note of+}', '▼ verb weaker'],
  },
  {
    name: 'report --direction tells only changes that go there',
    args: ['report', '--direction', 'stronger', ...PAIR],
    code: 0,
    stdout: ['3 clauses'],
    notStdout: ['▼ verb weaker'],
  },
  {
    name: 'report --direction knows its names',
    args: ['report', '--direction', 'up', ...PAIR],
    code: 2,
    stderr: [
      '--direction does not know "up"; it takes stronger, weaker, broader, narrower, changed, neutral',
    ],
  },
  {
    name: 'report --output - says the same',
    args: ['report', '-o', '-', ...PAIR],
    code: 0,
    stdout: [/^old\.md → new\.md\n/],
  },
  {
    name: 'report --format html',
    args: ['report', '--format', 'html', ...PAIR],
    code: 0,
    stdout: [/^<!doctype html>/, '<del><bdi>welcomes</bdi></del>'],
  },
  {
    name: 'report --format markdown with title, author and date',
    args: [
      'report',
      '-f',
      'markdown',
      '--title',
      'A *b*',
      '--author',
      'Presidency',
      '--date',
      '2025-03-06',
      ...PAIR,
    ],
    code: 0,
    stdout: ['# A \\*b\\*\n', 'Presidency, 2025-03-06'],
  },
  {
    name: 'report --format criticmarkup',
    args: ['report', '-f', 'criticmarkup', ...PAIR],
    code: 0,
    stdout: ['{~~welcomes~>takes note of~~}'],
  },
  {
    name: 'report --format council --deletions omit --legend',
    args: ['report', '-f', 'council', '--deletions', 'omit', '--legend', 'New is bold.', ...PAIR],
    code: 0,
    stdout: ['\\[…]**<u>takes note of</u>**', '*New is bold.*'],
  },
  {
    name: 'report --format csv --min-rank leaves the rest out',
    args: ['report', '-f', 'csv', '--min-rank', '99', ...PAIR],
    code: 0,
    stdout: ['class,direction'],
    notStdout: ['welcomes'],
  },
  {
    name: 'report --brief',
    args: ['report', '--brief', ...PAIR],
    code: 0,
    stdout: ['Weaker\n- 1: welcomes → takes note of'],
  },
  {
    name: 'report of a folder is a chain in the order of its numbers',
    args: ['report', 'chain'],
    code: 0,
    stdout: [/chain\/draft-1\.md → chain\/draft-2\.md[\s\S]*chain\/draft-2\.md → chain\/draft-10\.md/],
  },
  {
    name: 'report --format json of a chain',
    args: ['report', '-f', 'json', 'old.md', 'new.md', 'newer.md'],
    code: 0,
    stdout: ['"schema": "clausediff/chain/1"', '"threads"'],
  },
  {
    name: 'report --synopsis',
    args: ['report', '--synopsis', '-f', 'markdown', 'old.md', 'new.md', 'newer.md'],
    code: 0,
    stdout: ['| old.md | new.md | newer.md |'],
  },
  {
    name: 'report --context shows the neighbours',
    args: ['report', '--context', '1', ...PAIR],
    code: 0,
    stdout: ['= title'],
  },
  {
    name: 'report of identical drafts',
    args: ['report', 'old.md', 'old.md'],
    code: 0,
    stdout: ['0 substantive'],
  },
  { name: 'report of one draft', args: ['report', 'old.md'], code: 2, stderr: ['old.md', 'two'] },
  { name: 'report of nothing', args: ['report'], code: 2, stderr: ['two drafts'] },
  {
    name: 'report of a folder without drafts',
    args: ['report', 'empty'],
    code: 2,
    stderr: ['empty', 'no Markdown files'],
  },
  {
    name: 'report with an ending that no format has',
    args: ['report', ...PAIR, '-o', 'a.xls'],
    code: 2,
    stderr: ['a.xls', '--format', 'docx'],
  },
  {
    name: 'report with a format that there is not',
    args: ['report', ...PAIR, '-f', 'pdf'],
    code: 2,
    stderr: ['"pdf"', 'html'],
  },
  {
    name: 'report in the place of a draft',
    args: ['report', ...PAIR, '-o', './new.md'],
    code: 2,
    stderr: ['new.md', 'one of the drafts'],
  },
  {
    name: 'report into a folder that there is not',
    args: ['report', ...PAIR, '-o', 'none/a.html'],
    code: 2,
    stderr: ['none/a.html', 'no such folder'],
  },
  {
    name: 'report in the place of a folder',
    args: ['report', ...PAIR, '-f', 'html', '-o', 'chain'],
    code: 2,
    stderr: ['chain', 'is a folder'],
  },
  {
    name: 'report --date that is none',
    args: ['report', ...PAIR, '--date', '2025-02-30'],
    code: 2,
    stderr: ['--date', '2025-02-30'],
  },
  {
    name: 'report --brief and --synopsis',
    args: ['report', ...PAIR, '--brief', '--synopsis'],
    code: 2,
    stderr: ['--brief', '--synopsis'],
  },
  {
    name: 'report --brief in a format without one',
    args: ['report', ...PAIR, '--brief', '-f', 'csv'],
    code: 2,
    stderr: ['csv', '--brief'],
  },
  {
    name: 'report of a chain in a format for two drafts',
    args: ['report', 'old.md', 'new.md', 'newer.md', '-f', 'criticmarkup'],
    code: 2,
    stderr: ['criticmarkup', 'two drafts'],
  },
  {
    name: 'report --deletions with a bad name',
    args: ['report', ...PAIR, '--deletions', 'hide'],
    code: 2,
    stderr: ['--deletions', '"hide"'],
  },
  {
    name: 'report --context with a bad number',
    args: ['report', ...PAIR, '--context', 'all'],
    code: 2,
    stderr: ['--context', '"all"'],
  },
  {
    name: 'report --help',
    args: ['report', '--help'],
    code: 0,
    stdout: ['--output', '--synopsis', '--brief', 'Exit code: 0 the document is written'],
  },
].map((one) => ({ files: FILES, folders, ...one }) as Case);
