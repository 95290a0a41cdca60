import { spawnSync } from 'node:child_process';
import { type HookName, READS_INPUT, STOPPED } from '../../git/hook-script.ts';

/** What a program that looks after the hooks of a repository is to be told, for it would write over ours. */
export type Manager = 'husky' | 'lefthook' | 'pre-commit' | 'core.hooksPath';

/** Only a broken rule stops git; a program that is gone or cannot start does not. */
const UNLESS_BROKEN = `|| [ $? -ne ${STOPPED} ]`;

/** Hooks that are told a file or a remote. */
const TAKES_ARGUMENT: readonly HookName[] = ['prepare-commit-msg', 'commit-msg', 'pre-push'];

/** The lines that call our hooks, to be put into the configuration of the manager. */
export const managerLines = (manager: Manager, names: readonly HookName[]): string =>
  LINES[manager](names).join('\n');

const shellLine = (name: HookName): string =>
  `  ${name}: clausediff hook run ${name} -- "$@" ${UNLESS_BROKEN} || exit 1`;

const LINES: Readonly<Record<Manager, (names: readonly HookName[]) => readonly string[]>> = {
  husky: (names) => [
    "The hooks are husky's. Add to the file of each, under .husky/:",
    ...names.map(shellLine),
  ],
  lefthook: (names) => [
    "The hooks are lefthook's. Add to lefthook.yml:",
    ...names.flatMap((name) => [
      `  ${name}:`,
      '    commands:',
      '      clausediff:',
      `        run: clausediff hook run ${name}${TAKES_ARGUMENT.includes(name) ? ' -- "{1}"' : ''} ${UNLESS_BROKEN}`,
      ...(READS_INPUT.includes(name) ? ['        use_stdin: true'] : []),
    ]),
    'Then: lefthook install',
  ],
  'pre-commit': (names) => {
    const called = names.filter((name) => name !== 'post-rewrite');
    return [
      "The hooks are pre-commit's. Add to .pre-commit-config.yaml, under repos:",
      '  - repo: local',
      '    hooks:',
      ...called.flatMap(preCommitLines),
      `Then: pre-commit install ${called.map((name) => `--hook-type ${name}`).join(' ')}`,
      ...(called.length < names.length
        ? ['It does not pass on what was rewritten: the notes are written where git runs post-commit.']
        : []),
    ];
  },
  'core.hooksPath': (names) => [
    'core.hooksPath is set for more than this repository. Add to the hooks there:',
    ...names.map(shellLine),
  ],
};

function preCommitLines(name: HookName): string[] {
  const stage = preCommitKnowsHookNames() ? name : (OLD_STAGES[name] ?? name);
  return [
    `      - id: clausediff-${name}`,
    '        name: clausediff',
    `        entry: sh -c 'clausediff hook run ${name} -- "$@" ${UNLESS_BROKEN}' --`,
    '        language: system',
    '        always_run: true',
    // A message is passed as the name of its file.
    ...(name.endsWith('commit-msg') ? [] : ['        pass_filenames: false']),
    `        stages: [${stage}]`,
  ];
}

/** What pre-commit called two of its stages before 3.2, and knows until today. */
const OLD_STAGES: Partial<Record<HookName, string>> = { 'pre-commit': 'commit', 'pre-push': 'push' };

function preCommitKnowsHookNames(): boolean {
  const { stdout } = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' });
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout ?? '') ?? []).map(Number);
  return major > 3 || (major === 3 && minor >= 2);
}
