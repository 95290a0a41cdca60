/** A command line, the files it finds, and what must come of it. Run in process and as the real program. */
export interface CommandLine {
  readonly name: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly exit: 0 | 1 | 2;
  readonly stdout?: RegExp | '';
  /** Trouble is always one line that begins with the program's name. */
  readonly stderr?: RegExp;
}

const PAIR = {
  'old.md': '1. The European Union will act.\n\n2. The rest stays.\n',
  'new.md': '1. The Europeans will act.\n\n2. The rest stays.\n',
};
const DIFF = ['diff', 'old.md', 'new.md'];
const HOSTILE = '1. \u001b[31mred\u0007 \u202eevil\u202c \u009b2J \u200b\u200b\u200b end.\n';

export const COMMAND_LINES: readonly CommandLine[] = [
  {
    name: 'two drafts that differ',
    args: DIFF,
    files: PAIR,
    exit: 1,
    stdout: /The \{-European Union-\}\{\+Europeans\+\} will act\./,
  },
  {
    name: 'the same without a command',
    args: ['old.md', 'new.md'],
    files: PAIR,
    exit: 1,
    stdout: /Europeans/,
  },
  {
    name: 'a draft against itself',
    args: ['diff', 'old.md', 'old.md'],
    files: PAIR,
    exit: 0,
    stdout: /2 clauses unchanged/,
  },
  { name: 'quiet', args: [...DIFF, '--quiet'], files: PAIR, exit: 1, stdout: '' },
  { name: 'all', args: [...DIFF, '--all'], files: PAIR, exit: 1, stdout: /= 2\n {4}The rest stays\./ },
  {
    name: 'counts',
    args: [...DIFF, '--stat'],
    files: PAIR,
    exit: 1,
    stdout: /before the first heading\) +1 edited/,
  },
  {
    name: 'two columns',
    args: [...DIFF, '-s', '-w', '100'],
    files: PAIR,
    exit: 1,
    stdout: /{-European Union-} will act\. +│ The \{\+Europeans\+\}/,
  },
  {
    name: 'only a class that does not occur',
    args: [...DIFF, '--only', 'spelling'],
    files: PAIR,
    exit: 1,
    stdout: /1 clause unchanged, 1 with other changes/,
  },
  {
    name: 'only kinds that occur',
    args: [...DIFF, '--only', 'moved,edited'],
    files: PAIR,
    exit: 1,
    stdout: /Europeans/,
  },
  {
    name: 'JSON',
    args: [...DIFF, '--format', 'json'],
    files: PAIR,
    exit: 1,
    stdout: /^\{\n {2}"schema": "clausediff\/comparison\/1"/,
  },
  {
    name: 'colour by option',
    args: [...DIFF, '--color', 'always'],
    files: PAIR,
    exit: 1,
    stdout: /\u001b\[31;9mEuropean Union\u001b\[0m\u001b\[36;4mEuropeans\u001b\[0m/,
  },
  {
    name: 'colour by environment',
    args: DIFF,
    files: PAIR,
    env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    exit: 1,
    stdout: /\u001b\[/,
  },
  {
    name: 'the option before the environment',
    args: [...DIFF, '--color', 'never'],
    files: PAIR,
    env: { FORCE_COLOR: '1' },
    exit: 1,
    stdout: /\{-/,
  },
  {
    name: "colour in git's pager",
    args: DIFF,
    files: PAIR,
    env: { GIT_PAGER_IN_USE: 'true' },
    exit: 1,
    stdout: /\u001b\[/,
  },
  {
    name: 'no colour before the pager',
    args: DIFF,
    files: PAIR,
    env: { GIT_PAGER_IN_USE: 'true', NO_COLOR: '1' },
    exit: 1,
    stdout: /\{-/,
  },
  {
    name: 'width by environment',
    args: DIFF,
    files: PAIR,
    env: { COLUMNS: '30' },
    exit: 1,
    stdout: /\n {4}The \{-European\n/,
  },
  {
    name: 'a name with blanks, behind --',
    args: ['diff', '--', 'my draft.md', '-new.md'],
    files: { 'my draft.md': 'a', '-new.md': 'a' },
    exit: 0,
    stdout: /my draft\.md → -new\.md/,
  },
  {
    name: 'empty drafts',
    args: DIFF,
    files: { 'old.md': '', 'new.md': '' },
    exit: 0,
    stdout: /0 → 0 clauses/,
  },
  {
    name: 'an empty draft and one line without an end',
    args: DIFF,
    files: { 'old.md': '', 'new.md': 'One line' },
    exit: 1,
    stdout: /\+ ¶1 new\n {4}\{\+One line\+\}/,
  },
  {
    name: 'a hostile draft',
    args: [...DIFF, '--all'],
    files: { 'old.md': HOSTILE, 'new.md': HOSTILE },
    exit: 0,
    stdout: /^[^\u001b\u0007\u202e\u009b]*␛\[31mred␇ ⟨U\+202E⟩evil[^\u001b\u0007\u202e\u009b]*$/,
  },
  {
    name: 'a hostile draft as JSON',
    args: [...DIFF, '-f', 'json'],
    files: { 'old.md': '', 'new.md': HOSTILE },
    exit: 1,
    stdout: /^[^\u001b\u0007\u202e\u009b]*\\u001b\[31m[^\u001b\u0007\u202e\u009b]*$/,
  },
  {
    name: 'lists nested ten thousand deep',
    args: DIFF,
    files: { 'old.md': `${'- '.repeat(10_000)}deep`, 'new.md': `${'- '.repeat(10_000)}deeper` },
    exit: 1,
    stdout: /Not complete/,
    stderr:
      /^clausediff: not complete: old\.md: one place nested deeper than 64 levels read as 64\n.*new\.md/,
  },
  { name: 'help', args: ['--help'], exit: 0, stdout: /^clausediff compares[\s\S]*clausediff diff/ },
  { name: 'help for a command', args: ['diff', '-h'], exit: 0, stdout: /--side-by-side[\s\S]*Exit code: 0/ },
  { name: 'the version', args: ['--version'], exit: 0, stdout: /^\d+\.\d+\.\d+/ },

  {
    name: 'nothing at all',
    args: [],
    exit: 2,
    stdout: '',
    stderr: /^clausediff: name two drafts; see clausediff --help\n$/,
  },
  {
    name: 'one draft',
    args: ['diff', 'old.md'],
    files: PAIR,
    exit: 2,
    stderr: /diff takes two drafts, not 1/,
  },
  {
    name: 'three drafts',
    args: [...DIFF, 'old.md'],
    files: PAIR,
    exit: 2,
    stderr: /diff takes two drafts, not 3/,
  },
  {
    name: 'an option that is not',
    args: [...DIFF, '--fold'],
    files: PAIR,
    exit: 2,
    stderr: /unknown option '--fold'/,
  },
  {
    name: 'a value where none is taken',
    args: [...DIFF, '--all=yes'],
    files: PAIR,
    exit: 2,
    stderr: /--all/,
  },
  {
    name: 'a format that is not',
    args: [...DIFF, '--format', 'pdf'],
    files: PAIR,
    exit: 2,
    stderr: /--format takes text or json, not "pdf"/,
  },
  {
    name: 'a width that is none',
    args: [...DIFF, '--width', 'wide'],
    files: PAIR,
    exit: 2,
    stderr: /--width takes a number of columns from 24, not "wide"/,
  },
  { name: 'a width too small', args: [...DIFF, '--width', '5'], files: PAIR, exit: 2, stderr: /--width/ },
  {
    name: 'a colour that is none',
    args: [...DIFF, '--color', 'blue'],
    files: PAIR,
    exit: 2,
    stderr: /--color takes auto, always or never, not "blue"/,
  },
  {
    name: 'a class that is none',
    args: [...DIFF, '--only', 'verbs'],
    files: PAIR,
    exit: 2,
    stderr: /--only does not know "verbs"; it takes edited, /,
  },
  {
    name: 'standard input twice',
    args: ['diff', '-', '-'],
    exit: 2,
    stderr: /only one draft can come from standard input/,
  },
  {
    name: 'a missing file',
    args: ['diff', 'gone.md', 'new.md'],
    files: PAIR,
    exit: 2,
    stderr: /^clausediff: gone\.md: no such file; check the path\n$/,
  },
  {
    name: 'a path through a file',
    args: ['diff', 'old.md/x', 'new.md'],
    files: PAIR,
    exit: 2,
    stderr: /old\.md\/x: no such file/,
  },
  { name: 'a folder', args: ['diff', '.', 'new.md'], files: PAIR, exit: 2, stderr: /\.: is a folder/ },
  {
    name: 'a binary file',
    args: DIFF,
    files: { ...PAIR, 'old.md': new Uint8Array([65, 0, 66]) },
    exit: 2,
    stderr: /old\.md: byte 2 is NUL/,
  },
  {
    name: 'bytes that are not UTF-8',
    args: DIFF,
    files: { ...PAIR, 'new.md': new Uint8Array([65, 10, 0xe9, 10]) },
    exit: 2,
    stderr: /new\.md: line 2 is not valid UTF-8/,
  },
  {
    name: 'UTF-16',
    args: DIFF,
    files: { ...PAIR, 'new.md': new Uint8Array([0xff, 0xfe, 65, 0]) },
    exit: 2,
    stderr: /new\.md: the text is UTF-16/,
  },
  {
    name: 'a name that would ring the bell',
    args: ['diff', '\u001b[2J\u0007.md', 'new.md'],
    files: PAIR,
    exit: 2,
    stderr: /^clausediff: ␛\[2J␇\.md: no such file/,
  },
];

/** What only the real program can be asked. */
export const PROGRAM_LINES: readonly CommandLine[] = [
  {
    name: 'the old draft from standard input',
    args: ['diff', '-', 'new.md'],
    files: PAIR,
    stdin: PAIR['old.md'],
    exit: 1,
    stdout: /standard input → new\.md[\s\S]*Europeans/,
  },
  {
    name: 'the new draft from standard input',
    args: ['diff', 'old.md', '-'],
    files: PAIR,
    stdin: PAIR['old.md'],
    exit: 0,
    stdout: /unchanged/,
  },
];
