import { configureHook, isConfigured, removeConfiguredHook } from '../../git/config-hooks.ts';
import { hookFolder, hookState, installHook, uninstallHook } from '../../git/hook-files.ts';
import { HOOK_NAMES, HOOKS, type HookName } from '../../git/hook-script.ts';
import { visible } from '../../report/visible.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { programCommand } from '../program-command.ts';

/** What an option installs. */
const PARTS: Readonly<Record<string, readonly HookName[]>> = {
  'pre-commit': ['pre-commit'],
  'commit-msg': ['prepare-commit-msg'],
  trailers: ['commit-msg'],
  'post-commit': ['post-commit', 'post-rewrite'],
  'pre-push': ['pre-push'],
};

export const hookCommand: Command = {
  name: 'hook',
  usage: 'hook install|uninstall|status [OPTION…]',
  summary: 'git hooks that check drafts and keep a record of their wording',
  options: [
    { name: 'pre-commit', summary: 'install: stop a commit whose staged drafts break a rule' },
    { name: 'commit-msg', summary: 'install: a summary of the wording changes as comments in the message' },
    { name: 'trailers', summary: 'install: the most important wording changes as trailers of the message' },
    {
      name: 'post-commit',
      summary: 'install: the wording changes as a git note, kept through amend and rebase',
    },
    { name: 'pre-push', summary: 'install: stop a push that breaks a rule' },
    { name: 'config', summary: 'install: in the configuration of git 2.54 or later, not as files' },
    { name: 'dry-run', summary: 'say what would be done, and do nothing' },
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff hook install --pre-commit --post-commit',
    'clausediff hook status',
    'clausediff hook uninstall',
  ],
  exitCodes: '0 done, or the rules hold, 10 hook run: a rule is broken',
  run: runHookCommand,
};

async function runHookCommand(program: Program, args: ParsedArgs): Promise<ExitCode> {
  const [action, name, ...rest] = args.operands;
  if (action === 'run') {
    if (!isHookName(name)) throw new UsageError(`hook run takes one of ${HOOK_NAMES.join(', ')}`);
    const { runHook } = await import('../hook/run-hook.ts');
    return runHook(program, name, rest);
  }
  if (name !== undefined || !['install', 'uninstall', 'status'].includes(action ?? ''))
    throw new UsageError('hook takes install, uninstall or status; see clausediff hook --help');
  const wanted = Object.entries(PARTS).flatMap(([option, names]) => (args.has(option) ? names : []));
  if (action === 'install') return install(program, wanted, args.has('dry-run'), args.has('config'));
  if (wanted.length > 0)
    throw new UsageError(`hook ${action} takes no hooks by name; it is about all of them`);
  return action === 'status' ? status(program) : uninstall(program, args.has('dry-run'));
}

const isHookName = (name: string | undefined): name is HookName =>
  name !== undefined && (HOOK_NAMES as readonly string[]).includes(name);

async function install(
  program: Program,
  names: readonly HookName[],
  isDry: boolean,
  inConfig: boolean,
): Promise<ExitCode> {
  if (names.length === 0) {
    const options = Object.keys(PARTS).map((part) => `--${part}`);
    throw new UsageError(`hook install takes what to install: ${options.join(', ')}`);
  }
  if (inConfig) return configure(program, names, isDry);
  const { path, manager } = hookFolder(program.cwd);
  if (manager !== undefined) {
    const { managerLines } = await import('../hook/manager-lines.ts');
    program.stdout.write(`${managerLines(manager, names)}\n`);
    return EXIT.same;
  }
  for (const name of names) {
    const state = hookState(path, name);
    if (!isDry) installHook(path, name, programCommand('hook.cjs'));
    const after =
      state === 'another' || state === 'installed before another'
        ? '; the hook that was there is run first'
        : '';
    program.stdout.write(`${isDry ? 'would install' : 'installed'} ${name}: ${HOOKS[name]}${after}\n`);
  }
  return EXIT.same;
}

function configure({ cwd, stdout }: Program, names: readonly HookName[], isDry: boolean): ExitCode {
  for (const name of names) {
    if (!isDry) configureHook(cwd, name, programCommand('hook.cjs'));
    stdout.write(`${isDry ? 'would install' : 'installed'} ${name} in the configuration: ${HOOKS[name]}\n`);
  }
  return EXIT.same;
}

function uninstall(program: Program, isDry: boolean): ExitCode {
  const { path } = hookFolder(program.cwd);
  for (const name of HOOK_NAMES) {
    const wasConfigured = isConfigured(program.cwd, name);
    if (!isDry) removeConfiguredHook(program.cwd, name);
    const isFile = isDry ? hookState(path, name).startsWith('installed') : uninstallHook(path, name);
    if (isFile || wasConfigured) program.stdout.write(`${isDry ? 'would take away' : 'took away'} ${name}\n`);
  }
  return EXIT.same;
}

function status(program: Program): ExitCode {
  const { path, manager } = hookFolder(program.cwd);
  program.stdout.write(`${visible(path)}${manager === undefined ? '' : ` (${manager})`}\n`);
  for (const name of HOOK_NAMES) {
    const inConfig = isConfigured(program.cwd, name) ? ', installed in the configuration' : '';
    program.stdout.write(`  ${name}: ${hookState(path, name)}${inConfig}\n`);
  }
  return EXIT.same;
}
