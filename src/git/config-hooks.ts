import { GitError } from './git-error.ts';
import { type HookName, hookFunction } from './hook-script.ts';
import { git, tryGit } from './run-git.ts';

/** The first git that runs hooks named in its configuration, beside those in the hooks' folder. */
const FIRST = [2, 54] as const;

/** Whether this git runs hooks from its configuration. */
export const hasConfigHooks = (version = git('.', ['--version']).toString()): boolean => {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > FIRST[0] || (Number(major) === FIRST[0] && Number(minor) >= FIRST[1]);
};

/** A name of ours for a hook; it must not be the event's own. */
const keyOf = (name: HookName): string => `hook.clausediff-${name}`;

export const isConfigured = (cwd: string, name: HookName): boolean =>
  tryGit(cwd, ['config', '--local', '--get', `${keyOf(name)}.command`]).ok;

/**
 * Names a hook in the repository's own configuration (`hook.<name>.event` and `.command`, git 2.54), where it stands
 * beside all others and nothing has to be moved.
 *
 * @param command what runs a hook, given its name and what git gives it
 * @throws {GitError} if this git does not know such hooks
 */
export function configureHook(cwd: string, name: HookName, command: readonly string[]): void {
  if (!hasConfigHooks())
    throw new GitError(`hooks in the configuration need git ${FIRST.join('.')} or later; leave --config out`);
  git(cwd, ['config', '--local', '--replace-all', `${keyOf(name)}.event`, name]);
  git(cwd, ['config', '--local', '--replace-all', `${keyOf(name)}.command`, hookCommandLine(name, command)]);
}

/** What the shell is given, to which git adds the hook's arguments. */
export const hookCommandLine = (name: HookName, command: readonly string[]): string =>
  `${hookFunction(name, command)}; clausediff_hook`;

export function removeConfiguredHook(cwd: string, name: HookName): boolean {
  return tryGit(cwd, ['config', '--local', '--remove-section', keyOf(name)]).ok;
}
