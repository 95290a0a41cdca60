import {
  attributesAreSet,
  disableIntegration,
  enableIntegration,
  INTEGRATION_NAMES,
  INTEGRATIONS,
  type Integration,
  integrationState,
  PATTERNS,
  type Scope,
} from '../../git/integrations.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { programCommand } from '../program-command.ts';
import { readFileBytes } from '../read-draft.ts';

export const gitCommand: Command = {
  name: 'git',
  usage: 'git enable|disable|status [OPTION…] [PATTERN…]',
  summary: 'have git diff, git log -p, git blame and git difftool show clauses',
  options: [
    { name: 'diff', summary: 'enable: git diff shows what changed clause by clause' },
    { name: 'textconv', summary: 'enable: git diff, log -p, blame and -S read one clause a line' },
    { name: 'difftool', summary: 'enable: git difftool -t clausediff' },
    { name: 'global', summary: 'for all your repositories, not only this one' },
    { name: 'dry-run', summary: 'say what would be done, and do nothing' },
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff git enable --difftool',
    "clausediff git enable --diff '*.md' 'drafts/*.txt'",
    'clausediff git disable',
  ],
  exitCodes: '0 done',
  run: runGitCommand,
};

async function runGitCommand(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const [action = '', ...operands] = args.operands;
  if (action in CALLED_BY_GIT) return CALLED_BY_GIT[action as keyof typeof CALLED_BY_GIT](program, operands);
  if (!['enable', 'disable', 'status'].includes(action))
    throw new UsageError('git takes enable, disable or status; see clausediff git --help');
  const scope: Scope = args.has('global') ? '--global' : '--local';
  const named = INTEGRATION_NAMES.filter((name) => args.has(name));
  if (action === 'enable') return enable(program, named, scope, args.has('dry-run'), operands);
  if (operands.length > 0) throw new UsageError(`git ${action} takes no patterns`);
  if (action === 'status') return status(program);
  for (const name of named.length > 0 ? named : INTEGRATION_NAMES) {
    const isOn = integrationState(program.cwd, name, scope) === 'on';
    if (!isOn) continue;
    if (!args.has('dry-run')) disableIntegration(program.cwd, name, scope);
    program.stdout.write(`${args.has('dry-run') ? 'would take away' : 'took away'} ${name}\n`);
  }
  return EXIT.same;
}

function enable(
  { cwd, stdout }: Program,
  names: readonly Integration[],
  scope: Scope,
  isDry: boolean,
  patterns: readonly string[],
): ExitCode {
  if (names.length === 0)
    throw new UsageError(
      `git enable takes what to enable: ${INTEGRATION_NAMES.map((name) => `--${name}`).join(', ')}`,
    );
  const files = patterns.length > 0 ? patterns : PATTERNS;
  for (const name of names) {
    if (!isDry) enableIntegration(cwd, name, scope, programCommand(), files);
    stdout.write(`${isDry ? 'would enable' : 'enabled'} ${name}: ${INTEGRATIONS[name].cost}\n`);
  }
  return EXIT.same;
}

function status({ cwd, stdout }: Program): ExitCode {
  for (const scope of ['--local', '--global'] as const) {
    stdout.write(`${scope === '--local' ? 'this repository' : 'all your repositories'}:\n`);
    for (const name of INTEGRATION_NAMES) stdout.write(`  ${name}: ${integrationState(cwd, name, scope)}\n`);
    stdout.write(`  attributes of drafts: ${attributesAreSet(cwd, scope) ? 'set' : 'not set'}\n`);
  }
  return EXIT.same;
}

/** What the settings of git name. Git takes any other exit code than 0 for the end of its own work. */
const CALLED_BY_GIT = {
  driver: async (program: Program, operands: readonly string[]): Promise<ExitCode> => {
    const { runDriver } = await import('../git/driver.ts');
    await runDriver(program, operands);
    return EXIT.same;
  },
  difftool: async (program: Program, operands: readonly string[]): Promise<ExitCode> => {
    const [older, newer] = operands;
    if (older === undefined || newer === undefined) throw new UsageError('git difftool is called by git');
    const { runDifftool } = await import('../git/driver.ts');
    await runDifftool(program, older, newer);
    return EXIT.same;
  },
  textconv: async (program: Program, operands: readonly string[]): Promise<ExitCode> => {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0)
      throw new UsageError('git textconv is called by git, with one file');
    const { textOfClauses } = await import('../git/driver.ts');
    program.stdout.write(textOfClauses(readFileBytes(file, program.cwd)));
    return EXIT.same;
  },
} as const;
