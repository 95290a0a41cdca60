import type { Files } from './run.ts';

/** One command line and what a user may rely on. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly files?: Files;
  readonly folders?: readonly string[];
  /** Only the binary has a standard input. */
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly code: 0 | 1 | 2;
  /** All must be found; `nothing` for no output at all. With exit code 2 there never is any. */
  readonly stdout?: readonly (string | RegExp)[] | 'nothing';
  /** None may be found. */
  readonly notStdout?: readonly (string | RegExp)[];
  /** All must be found. Without them standard error is empty, unless there is trouble. */
  readonly stderr?: readonly (string | RegExp)[];
}

const OLD = `# Draft conclusions

1. The Council welcomes the plan.

2. Member States are invited to act.
`;
const NEW = OLD.replace('welcomes', 'takes note of');
/** Differs from OLD only in noise. */
const RESPELT = OLD.replace('Member States', 'member states');

const PAIR: Files = { 'old.md': OLD, 'new.md': NEW };
const SAME: Files = { 'old.md': OLD, 'new.md': OLD };
const DRAFTS = ['old.md', 'new.md'] as const;

const MARKED = '{-welcomes-}{+takes note of+}';
const MARKED_BACK = '{-takes note of-}{+welcomes+}';
const COLOURED = '\u001b[';
/** Any character that a terminal obeys instead of showing it. */
export const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

const UTF_8 = new TextEncoder();
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...UTF_8.encode(part)])));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

const texts = (...all: readonly string[]): string => all.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const WHEAT = [
  'Wheat is sown.',
  'Rye is sown late.',
  'Oats need rain.',
  'Barley ripens first.',
  'Maize is cut.',
];
const SHIPS = [
  'A ship sails.',
  'Tugs wait inside.',
  'Pilots board early.',
  'Cranes lift steel.',
  'Docks close.',
];

const slips: readonly Case[] = [
  {
    name: 'nothing at all: what to do next',
    args: [],
    code: 2,
    stderr: ['clausediff OLD NEW', 'clausediff demo', '--help'],
  },
  {
    name: 'one draft: what to do next',
    args: ['old.md'],
    files: PAIR,
    code: 2,
    stderr: ['old.md: is one draft', 'clausediff history old.md'],
  },
  {
    name: 'one draft, to be typed: nothing is waited for',
    args: ['diff', '-'],
    code: 2,
    stderr: ['is one draft'],
  },
  {
    name: 'one draft, and its name misspelt',
    args: ['diff', 'odl.md'],
    files: PAIR,
    code: 2,
    stderr: ['odl.md: no such file; did you mean old.md?'],
  },
  {
    name: 'a draft that is not there, beside one with another number',
    args: ['diff', 'draft-1.md', 'draft-3.md'],
    files: { 'draft-1.md': 'A.\n', 'draft-2.md': 'B.\n' },
    code: 2,
    stderr: ['draft-3.md: no such file; check the path'],
  },
  {
    name: 'a folder instead of a draft: what to do next',
    args: ['diff', '.'],
    files: PAIR,
    code: 2,
    stderr: ['.: is a folder', 'clausediff view .'],
  },
  {
    name: 'a history outside git: what to do next',
    args: ['history', 'old.md'],
    files: PAIR,
    code: 2,
    stderr: ['not a git repository; stand in one'],
  },
  {
    name: 'a recipe for a long text: what to do next',
    args: ['report', ...DRAFTS],
    files: { 'old.md': texts(...WHEAT), 'new.md': 'Take two eggs.\n' },
    code: 0,
    stdout: ['1 inserted'],
    stderr: ['have hardly a clause in common'],
  },
  {
    name: 'three drafts: what to do next',
    args: ['diff', 'a', 'b', 'c'],
    code: 2,
    stderr: ['not 3', 'clausediff view or report'],
  },
  {
    name: 'a slip in a command: what to do next',
    args: ['dif', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['dif: no such command or file; did you mean clausediff diff?'],
  },
  {
    name: 'a file whose name is nearly a command: what to do next',
    args: ['dif', 'new.md'],
    files: { ...PAIR, dif: OLD },
    code: 1,
    stdout: [MARKED],
  },
  {
    name: 'a slip in an option: what to do next',
    args: ['diff', '--netral', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['did you mean --neutral?'],
  },
  {
    name: 'the newer draft first: what to do next',
    args: ['diff', 'draft-10.md', 'draft-9.md'],
    files: { 'draft-9.md': OLD, 'draft-10.md': NEW },
    code: 1,
    stdout: [MARKED_BACK],
    stderr: ['draft-10.md has the higher number and is taken for the older draft'],
  },
  {
    name: 'two texts that have nothing to do with each other: what to do next',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': texts(...WHEAT), 'new.md': texts(...SHIPS) },
    code: 1,
    stdout: ['5 inserted'],
    stderr: ['have hardly a clause in common'],
  },
  {
    name: 'help on a command: what to do next',
    args: ['help', 'git'],
    code: 0,
    stdout: [/^Usage: clausediff git enable/],
  },
  {
    name: 'view --keys: what to do next',
    args: ['view', '--keys'],
    code: 0,
    stdout: [/^next-change +n +next change/m, /^quit +q ctrl\+c +quit$/m],
  },
  { name: 'help: what to do next', args: ['help'], code: 0, stdout: ['Commands:'] },
  {
    name: 'help on nothing known: what to do next',
    args: ['help', 'me'],
    code: 2,
    stderr: ['help takes one of view, diff'],
  },
  {
    name: 'demo: what to do next',
    args: ['demo'],
    code: 0,
    stdout: ['draft-1.md → ', 'draft-5.md'],
    stderr: ['drafts by name', 'the printed diff instead of the view'],
  },
  {
    name: 'demo with a draft: what to do next',
    args: ['demo', 'old.md'],
    files: PAIR,
    code: 2,
    stderr: ['demo takes no drafts'],
  },
  ...['bash', 'zsh', 'fish'].map(
    (shell): Case => ({
      name: `completion ${shell}`,
      args: ['completion', shell],
      code: 0,
      stdout: ['min-rank', 'history', 'clausediff'],
    }),
  ),
  {
    name: 'completion of no shell: what to do next',
    args: ['completion', 'cmd'],
    code: 2,
    stderr: ['completion takes one of bash, zsh, fish'],
  },
];

const results: readonly Case[] = [
  {
    name: 'identical drafts',
    args: ['diff', ...DRAFTS],
    files: SAME,
    code: 0,
    stdout: [/^old\.md → new\.md\n/, '3 same', '0 substantive changes, 0 neutral', '3 clauses unchanged'],
    notStdout: ['Council', '{+', '{-'],
  },
  {
    name: 'one file against itself',
    args: ['diff', 'old.md', 'old.md'],
    files: SAME,
    code: 0,
    stdout: ['unchanged'],
  },
  {
    name: 'different drafts',
    args: ['diff', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED, /^~ 1$/m, '2 same, 1 edited', '1 substantive change: 1 weaker, 0 neutral'],
    notStdout: ['Member States', COLOURED],
  },
  {
    name: 'two drafts without a command',
    args: [...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED],
  },
  {
    name: 'two identical drafts without a command',
    args: [...DRAFTS],
    files: SAME,
    code: 0,
    stdout: ['unchanged'],
    notStdout: ['{+', '{-'],
  },
  {
    name: 'options without a command',
    args: ['--quiet', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: 'nothing',
  },
  {
    name: 'drafts that differ only in noise',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': RESPELT },
    code: 1,
    stdout: ['0 substantive changes, 1 neutral', '1 with neutral changes only'],
    notStdout: ['member states'],
  },
  {
    name: 'a renumbered clause',
    args: ['diff', '--only', 'renumbered', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': OLD.replace('2. ', '3. ') },
    code: 1,
    stdout: [/^= 3\s+was 2$/m, 'Member States are invited to act.'],
  },
  {
    name: 'CRLF and a byte-order mark against neither',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': `\ufeff${OLD.replaceAll('\n', '\r\n')}` },
    code: 0,
    stdout: ['3 same', '0 substantive changes, 0 neutral'],
  },
];

const options: readonly Case[] = [
  {
    name: '--all shows what is unchanged',
    args: ['diff', '--all', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED, /^= 2$/m, 'Member States are invited to act.'],
    notStdout: ['unchanged'],
  },
  {
    name: '-a is --all',
    args: ['diff', '-a', ...DRAFTS],
    files: SAME,
    code: 0,
    stdout: ['The Council welcomes the plan.', 'Member States are invited to act.'],
    notStdout: ['unchanged'],
  },
  {
    name: '--stat counts and quotes nothing',
    args: ['diff', '--stat', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [/Draft conclusions +1 edited$/m],
    notStdout: ['welcomes', 'takes note'],
  },
  {
    name: '--stat of identical drafts',
    args: ['diff', '--stat', ...DRAFTS],
    files: SAME,
    code: 0,
    stdout: [/Draft conclusions +unchanged$/m],
  },
  {
    name: '--stat of noise',
    args: ['diff', '--stat', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': OLD.replace('Member States', '**Member States**') },
    code: 1,
    stdout: [/Draft conclusions +neutral changes only$/m],
  },
  {
    name: '--side-by-side has two columns',
    args: ['diff', '--side-by-side', '--width', '100', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [/^The Council \{-welcomes-\} the plan\. +│ The Council \{\+takes note of\+\} the plan\.$/m],
  },
  {
    name: '-s is --side-by-side, and short options can be written together',
    args: ['diff', '-as', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [/^Member States are invited to act\. +│ Member States are invited to act\.$/m],
  },
  {
    name: '--only with a class that occurs',
    args: ['diff', '--only', 'verb', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED],
  },
  {
    name: '--only with a kind that does not occur hides and counts',
    args: ['diff', '--only', 'moved', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: ['2 clauses unchanged, 1 with other changes'],
    notStdout: ['welcomes'],
  },
  {
    name: '--only with several names and blanks between them',
    args: ['diff', '--only', 'moved, edited', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED],
  },
  {
    name: '--only shows noise that is asked for',
    args: ['diff', '--only=spelling', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': RESPELT },
    code: 1,
    stdout: ['{-Member States-}{+member states+}', 'neutral: spelling'],
  },
  {
    name: '--format text is what is printed anyway',
    args: ['diff', '--format', 'text', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [MARKED],
  },
  {
    name: '--format json',
    args: ['diff', '--format', 'json', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [/^\{\n/, '"schema": "clausediff/comparison/1"', '"new": "takes note of"', /\n\}\n$/],
  },
  {
    name: '-f json of identical drafts',
    args: ['-f', 'json', ...DRAFTS],
    files: SAME,
    code: 0,
    stdout: ['"substantive": 0', '"complete": true'],
  },
  {
    name: '--width wraps',
    args: ['diff', '--width', '24', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: [/^ {4}The Council$/m, 'the plan.'],
    notStdout: [/.{25}/],
  },
  {
    name: '-w is --width',
    args: ['diff', '-w', '30', '-a', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: ['the plan.'],
    notStdout: [/.{31}/],
  },
  {
    name: 'COLUMNS is the width without a terminal',
    args: ['diff', ...DRAFTS],
    files: PAIR,
    env: { COLUMNS: '30' },
    code: 1,
    stdout: ['the plan.'],
    notStdout: [/.{31}/],
  },
  {
    name: '--width is stronger than COLUMNS',
    args: ['diff', '--width', '70', ...DRAFTS],
    files: PAIR,
    env: { COLUMNS: '30' },
    code: 1,
    stdout: [`    The Council ${MARKED} the plan.\n`],
  },
  {
    name: 'COLUMNS that is no number is not used',
    args: ['diff', ...DRAFTS],
    files: PAIR,
    env: { COLUMNS: 'wide' },
    code: 1,
    stdout: [`    The Council ${MARKED} the plan.\n`],
  },
  {
    name: '--quiet prints nothing, the code tells',
    args: ['diff', '--quiet', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: 'nothing',
  },
  {
    name: '-q on identical drafts',
    args: ['diff', '-q', ...DRAFTS],
    files: SAME,
    code: 0,
    stdout: 'nothing',
  },
  {
    name: '--quiet is quiet in every format',
    args: ['diff', '--quiet', '--format', 'json', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: 'nothing',
  },
  {
    name: 'options after the drafts',
    args: ['diff', ...DRAFTS, '--stat'],
    files: PAIR,
    code: 1,
    stdout: [/1 edited$/m],
    notStdout: ['welcomes'],
  },
];

const help: readonly Case[] = [
  {
    name: '--help',
    args: ['--help'],
    code: 0,
    stdout: [/^clausediff /, 'Usage: clausediff OLD NEW', /^ +diff +\S/m, '--version'],
  },
  { name: '-h', args: ['-h'], code: 0, stdout: ['Usage: clausediff OLD NEW'] },
  { name: '--version', args: ['--version'], code: 0, stdout: [/^\d+\.\d+\.\d+(?:-\w+)?\n$/] },
  { name: '-V', args: ['-V'], code: 0, stdout: [/^\d+\.\d+\.\d+(?:-\w+)?\n$/] },
  {
    name: 'diff --help names every option',
    args: ['diff', '--help'],
    code: 0,
    stdout: [
      /^Usage: clausediff diff /,
      ...[
        '--all',
        '--side-by-side',
        '--stat',
        '--only',
        '--format',
        '--width',
        '--color',
        '--quiet',
        '--help',
      ],
      'Exit code: 0 no difference, 1 differences, 2 trouble',
    ],
  },
  { name: 'diff -h', args: ['diff', '-h'], code: 0, stdout: [/^Usage: clausediff diff /] },
  {
    name: '--help next to drafts that do not exist',
    args: ['diff', '--help', ...DRAFTS],
    code: 0,
    stdout: [/^Usage: clausediff diff /],
  },
];

const usageErrors: readonly Case[] = [
  { name: 'nothing at all', args: [], code: 2, stderr: ['two drafts', '--help'] },
  { name: 'one draft', args: ['diff', 'old.md'], files: PAIR, code: 2, stderr: ['is one draft'] },
  { name: 'one draft without a command', args: ['old.md'], files: PAIR, code: 2, stderr: ['is one draft'] },
  { name: 'a command and no draft', args: ['diff'], code: 2, stderr: ['two drafts', '--help'] },
  {
    name: 'three drafts',
    args: ['diff', ...DRAFTS, 'old.md'],
    files: PAIR,
    code: 2,
    stderr: ['two drafts', '3'],
  },
  {
    name: 'an unknown option in capitals',
    args: ['diff', '--FOO', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ["'--FOO'", '--help'],
  },
  {
    name: 'an unknown option',
    args: ['diff', '--colour', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ["'--colour'", '--help'],
  },
  { name: 'an unknown option alone', args: ['--nonsense'], code: 2, stderr: ["'--nonsense'", '--help'] },
  {
    name: 'an unknown short option',
    args: ['diff', '-x', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ["'-x'", '--help'],
  },
  {
    name: 'a value for an option that takes none',
    args: ['diff', '--stat=yes', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ["'--stat'", 'does not take'],
  },
  {
    name: 'an option without its value',
    args: ['diff', '--format'],
    code: 2,
    stderr: ['--format', '--help'],
  },
  {
    name: '--only with a bad name says which it takes',
    args: ['diff', '--only', 'moved,shifted', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['"shifted"', 'moved', 'wording'],
  },
  {
    name: '--only with no name',
    args: ['diff', '--only', ',', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--only'],
  },
  {
    name: '--format with a bad name',
    args: ['diff', '--format', 'yaml', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--format', 'text', 'json', '"yaml"'],
  },
  ...['0', '-5', '23', 'wide', '80.5', '1e2', '', '99999999999'].map(
    (width): Case => ({
      name: `--width=${width}`,
      args: ['diff', `--width=${width}`, ...DRAFTS],
      files: PAIR,
      code: 2,
      stderr: ['--width', `"${width}"`],
    }),
  ),
  {
    name: '--color with a bad word',
    args: ['diff', '--color', 'yes', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--color', 'always', 'never', '"yes"'],
  },
  {
    name: '--quiet does not silence trouble',
    args: ['diff', '--quiet', '--format', 'yaml', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['"yaml"'],
  },
  { name: 'standard input twice', args: ['diff', '-', '-'], code: 2, stderr: ['standard input'] },
  {
    name: 'terminal commands in the value of an option',
    args: ['diff', '--color', '\u001b]0;title\u0007\u202e\nsecond line', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--color', ']0;title'],
  },
];

const operands: readonly Case[] = [
  {
    name: 'names with blanks',
    args: ['diff', 'old draft.md', 'new draft.md'],
    files: { 'old draft.md': OLD, 'new draft.md': NEW },
    code: 1,
    stdout: [/^old draft\.md → new draft\.md$/m, MARKED],
  },
  {
    name: 'names that are not ASCII',
    args: ['diff', 'Entwürfe ①.md', '草案.md'],
    files: { 'Entwürfe ①.md': OLD, '草案.md': NEW },
    code: 1,
    stdout: ['Entwürfe ①.md → 草案.md'],
  },
  {
    name: '-- before the drafts',
    args: ['diff', '--stat', '--', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: ['1 edited'],
    notStdout: ['welcomes'],
  },
  {
    name: '-- before names that look like options',
    args: ['diff', '--', '--all', '-q'],
    files: { '--all': OLD, '-q': NEW },
    code: 1,
    stdout: ['--all → -q', MARKED],
  },
  {
    name: '-- before a draft that is called as the command',
    args: ['--', 'diff', 'new.md'],
    files: { diff: OLD, 'new.md': NEW },
    code: 1,
    stdout: ['diff → new.md', MARKED],
  },
  {
    name: 'drafts in a folder',
    args: ['diff', './sub/old.md', 'sub/../new.md'],
    folders: ['sub'],
    files: { 'sub/old.md': OLD, 'new.md': NEW },
    code: 1,
    stdout: ['./sub/old.md → sub/../new.md', MARKED],
  },
  {
    name: 'the older draft on standard input',
    args: ['diff', '-', 'new.md'],
    files: PAIR,
    stdin: OLD,
    code: 1,
    stdout: ['standard input → new.md', MARKED],
  },
  {
    name: 'the newer draft on standard input, without a command',
    args: ['old.md', '-'],
    files: PAIR,
    stdin: NEW,
    code: 1,
    stdout: ['old.md → standard input', MARKED],
  },
  {
    name: 'the same text in a file and on standard input',
    args: ['diff', 'old.md', '-'],
    files: PAIR,
    stdin: OLD,
    code: 0,
    stdout: ['unchanged'],
  },
  {
    name: 'an empty standard input',
    args: ['diff', '-', 'new.md'],
    files: PAIR,
    stdin: '',
    code: 1,
    stdout: ['0 → 3 clauses', '3 inserted'],
  },
  {
    name: 'standard input that is no text',
    args: ['diff', '-', 'new.md'],
    files: PAIR,
    stdin: bytes('a', 0, 'b'),
    code: 2,
    stderr: ['standard input', 'NUL'],
  },
];

const contents: readonly Case[] = [
  {
    name: 'an empty file against itself',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': '', 'new.md': '' },
    code: 0,
    stdout: ['0 → 0 clauses', '0 substantive changes, 0 neutral'],
  },
  {
    name: 'an empty file against a draft',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': '', 'new.md': NEW },
    code: 1,
    stdout: ['0 → 3 clauses', '3 inserted', '{+Member States are invited to act.+}'],
  },
  {
    name: 'a draft against an empty file',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': '' },
    code: 1,
    stdout: ['3 → 0 clauses', '3 deleted', '{-Member States are invited to act.-}'],
  },
  {
    name: 'files of one line without a line feed',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': 'The Council agrees.', 'new.md': 'The Council disagrees.' },
    code: 1,
    stdout: ['1 → 1 clauses', '{-agrees-}{+disagrees+}'],
  },
  {
    name: 'a binary file',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': bytes('PK', 3, 4, 0, 'x'), 'new.md': NEW },
    code: 2,
    stderr: ['old.md', 'line 1 holds a NUL', 'NUL', 'binary'],
  },
  {
    name: 'invalid UTF-8',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': bytes('# A\n\n1. caf', 0xe9, '\n') },
    code: 2,
    stderr: ['new.md', 'line 3', 'UTF-8'],
  },
  {
    name: 'UTF-8 that ends in the middle of a letter',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': bytes('1. caf', 0xc3) },
    code: 2,
    stderr: ['new.md', 'line 1', 'UTF-8'],
  },
  {
    name: 'UTF-16 with a byte-order mark',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': utf16(OLD), 'new.md': NEW },
    code: 2,
    stderr: ['old.md', 'UTF-16', 'iconv'],
  },
  {
    name: 'big-endian UTF-16',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': OLD, 'new.md': utf16(NEW).map((_, i, all) => all[i ^ 1] ?? 0) },
    code: 2,
    stderr: ['new.md', 'UTF-16', 'iconv'],
  },
  {
    name: 'a folder',
    args: ['diff', 'sub', 'new.md'],
    folders: ['sub'],
    files: PAIR,
    code: 2,
    stderr: ['sub', 'folder'],
  },
  {
    name: 'a missing file',
    args: ['diff', 'old.md', 'absent.md'],
    files: PAIR,
    code: 2,
    stderr: ['absent.md', 'no such file'],
  },
  {
    name: 'a file taken for a folder',
    args: ['diff', 'old.md', 'new.md/part.md'],
    files: PAIR,
    code: 2,
    stderr: ['new.md/part.md', 'no such file'],
  },
  {
    name: '--min-rank keeps what ranks as high',
    args: ['diff', '--min-rank', '70', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: ['▼ verb weaker: welcomes → takes note of'],
  },
  {
    name: '--min-rank folds what ranks lower, and says so',
    args: ['diff', '--min-rank=90', ...DRAFTS],
    files: PAIR,
    code: 1,
    stdout: ['1 with other changes'],
  },
  {
    name: '--min-rank with no number',
    args: ['diff', '--min-rank', 'high', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--min-rank takes a number from 0 to 100, not "high"'],
  },
  {
    name: '--language without a lexicon',
    args: ['diff', '--language=xx', ...DRAFTS],
    files: PAIR,
    code: 2,
    stderr: ['--language takes en, fr, de, not "xx"'],
  },
  {
    name: '--language chooses the lexicon',
    args: ['diff', '--language=fr', ...DRAFTS],
    files: { 'old.md': 'Le Conseil se félicite du plan.\n', 'new.md': 'Le Conseil prend note du plan.\n' },
    code: 1,
    stdout: ['▼ verb weaker'],
  },
  {
    name: 'the language of the drafts is recognised',
    args: ['diff', ...DRAFTS],
    files: {
      'old.md': 'Der Rat begrüßt den Plan der Kommission und die Arbeit der Mitgliedstaaten.\n',
      'new.md': 'Der Rat nimmt Kenntnis von dem Plan der Kommission und der Arbeit der Mitgliedstaaten.\n',
    },
    code: 1,
    stdout: ['▼ verb weaker'],
  },
  {
    name: '--neutral lists noise one by one',
    args: ['diff', '--neutral', ...DRAFTS],
    files: { 'old.md': 'The organisation meets.\n', 'new.md': 'The organization meets.\n' },
    code: 1,
    stdout: ['○ spelling: organisation → organization (two spellings of one word)'],
  },
  {
    name: 'red lines of the configuration come first',
    args: ['diff', ...DRAFTS],
    files: {
      'old.md': 'It welcomes the plan on robust guarantees.\n',
      'new.md': 'It takes note of the plan on guarantees.\n',
      'clausediff.config.json': '{ "redLines": ["robust guarantees"] }',
    },
    code: 1,
    stdout: [/● wording: − robust guarantees \(red line[\s\S]*▼ verb weaker/],
  },
  {
    name: 'a lexicon of the configuration is used',
    args: ['diff', ...DRAFTS],
    files: {
      'old.md': 'The Board welcomes it.\n',
      'new.md': 'The Panel welcomes it.\n',
      'clausediff.config.json': '{ "lexicon": "own.yaml" }',
      'own.yaml':
        'actors:\n  - {id: board, lemma: the Board, kind: institution, forms: [Board]}\n  - {id: panel, lemma: the Panel, kind: vague, forms: [Panel]}\nshifts:\n  - {from: board, to: panel, direction: weaker, why: a panel only advises}\n',
    },
    code: 1,
    stdout: ['▼ actor weaker: The Board → The Panel (a panel only advises)'],
  },
  {
    name: 'a configuration with an unknown key',
    args: ['diff', ...DRAFTS],
    files: { ...PAIR, 'clausediff.config.json': '{\n  "redLine": []\n}' },
    code: 2,
    stderr: ['clausediff.config.json: line 2', 'redLine'],
  },
  { name: 'an empty name', args: ['diff', 'old.md', ''], files: PAIR, code: 2 },
  {
    name: 'a name longer than any file may have',
    args: ['diff', 'old.md', 'n'.repeat(5000)],
    files: PAIR,
    code: 2,
    stderr: ['name too long'],
  },
  {
    name: 'a missing file whose name holds terminal commands and a line feed',
    args: ['diff', 'old.md', 'a\u001b[2J\u0007\u202e\nb\u009b.md'],
    files: PAIR,
    code: 2,
    stderr: ['no such file'],
  },
  {
    name: 'quiet about a missing file it is not',
    args: ['diff', '-q', 'old.md', 'absent.md'],
    files: PAIR,
    code: 2,
    stderr: ['absent.md'],
  },
  {
    name: '10,000 nested lists on a line',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': `${'- '.repeat(10_000)}deep\n`, 'new.md': `${'- '.repeat(10_000)}deep\n` },
    code: 0,
    stdout: ['Not complete', '64 same'],
    stderr: [/^clausediff: not complete: .*64/m],
  },
  {
    name: '10,000 nested quotations on a line with another word',
    args: ['diff', ...DRAFTS],
    files: { 'old.md': `${'> '.repeat(10_000)}deep water\n`, 'new.md': `${'> '.repeat(10_000)}deep sea\n` },
    code: 1,
    stdout: ['Not complete', '{-water-}{+sea+}'],
    stderr: [/^clausediff: not complete: .*64/m],
  },
];

const WITH_COLOUR = [`${COLOURED}31;9mwelcomes`, `${COLOURED}36;4mtakes note of`] as const;
const colour = (
  name: string,
  env: Record<string, string>,
  isColoured: boolean,
  ...flags: string[]
): Case => ({
  name: `colour: ${name}`,
  args: ['diff', ...flags, ...DRAFTS],
  files: PAIR,
  env,
  code: 1,
  ...(isColoured
    ? { stdout: WITH_COLOUR, notStdout: ['{+', '{-'] }
    : { stdout: [MARKED], notStdout: [COLOURED] }),
});

/** The flag, then FORCE_COLOR, NO_COLOR, TERM=dumb, and last whether it is a terminal or git's pager. */
const colours: readonly Case[] = [
  colour('none into a pipe', {}, false),
  colour('none into a pipe with a capable TERM', { TERM: 'xterm-256color' }, false),
  colour("into git's pager", { GIT_PAGER_IN_USE: 'true' }, true),
  colour("TERM=dumb is stronger than git's pager", { TERM: 'dumb', GIT_PAGER_IN_USE: 'true' }, false),
  colour("NO_COLOR is stronger than git's pager", { NO_COLOR: '1', GIT_PAGER_IN_USE: 'true' }, false),
  colour('an empty NO_COLOR says nothing', { NO_COLOR: '', GIT_PAGER_IN_USE: 'true' }, true),
  colour('FORCE_COLOR into a pipe', { FORCE_COLOR: '1' }, true),
  colour('FORCE_COLOR is stronger than NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, true),
  colour('FORCE_COLOR is stronger than TERM=dumb', { FORCE_COLOR: '1', TERM: 'dumb' }, true),
  colour("FORCE_COLOR=0 is stronger than git's pager", { FORCE_COLOR: '0', GIT_PAGER_IN_USE: 'true' }, false),
  colour('--color always into a pipe', {}, true, '--color', 'always'),
  colour(
    '--color always is stronger than all variables',
    { FORCE_COLOR: '0', NO_COLOR: '1', TERM: 'dumb' },
    true,
    '--color',
    'always',
  ),
  colour(
    '--color never is stronger than all variables',
    { FORCE_COLOR: '1', GIT_PAGER_IN_USE: 'true' },
    false,
    '--color=never',
  ),
  colour('--color auto leaves it to the variables', { FORCE_COLOR: '1' }, true, '--color', 'auto'),
  colour('--color auto into a pipe', {}, false, '--color', 'auto'),
];

export const CASES: readonly Case[] = [
  ...slips,
  ...results,
  ...options,
  ...help,
  ...usageErrors,
  ...operands,
  ...contents,
  ...colours,
];
