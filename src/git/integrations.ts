import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { addAttributes, hasAttributes, removeAttributes } from './attributes-file.ts';
import { GitError } from './git-error.ts';
import { git, tryGit } from './run-git.ts';
import { shellQuote } from './shell-quote.ts';

/** What git can be told to ask clausediff for, and what that costs. */
export const INTEGRATIONS = {
  diff: {
    key: 'diff.clausediff.command',
    asks: 'driver',
    given: '',
    without: "echo 'clausediff is gone; git diff --no-ext-diff shows lines'",
    needsAttributes: true,
    cost: 'git diff shows clauses in the place of lines; what it prints is no patch (git diff --no-ext-diff makes one). git show and git log -p want --ext-diff. git difftool gets it too for these files, except with -d.',
  },
  textconv: {
    key: 'diff.clausediff.textconv',
    asks: 'textconv',
    given: '',
    without: 'cat "$1"',
    needsAttributes: true,
    cost: 'git diff, log -p, blame and -S read each clause as one line without its number: re-wrapping and renumbering alone are not shown, and what is printed is no patch. With --diff as well, git diff takes that one.',
  },
  difftool: {
    key: 'difftool.clausediff.cmd',
    asks: 'difftool',
    given: ' "$LOCAL" "$REMOTE"',
    without: "echo 'clausediff is gone'",
    needsAttributes: false,
    cost: 'nothing until it is asked for: git difftool -t clausediff, or git difftool -d -t clausediff.',
  },
} as const;

export type Integration = keyof typeof INTEGRATIONS;
export const INTEGRATION_NAMES = Object.keys(INTEGRATIONS) as Integration[];

/** Whose configuration is written: this repository's, or the user's for all of them. */
export type Scope = '--local' | '--global';

/** Drafts where nothing else is said. */
export const PATTERNS = ['*.md', '*.markdown'] as const;

export type IntegrationState = 'on' | 'off' | 'another';

export function integrationState(cwd: string, name: Integration, scope: Scope): IntegrationState {
  const { key } = INTEGRATIONS[name];
  const { ok, stdout } = tryGit(cwd, ['config', scope, '--get-all', key]);
  if (!ok) return 'off';
  return stdout.toString().startsWith(FUNCTION) ? 'on' : 'another';
}

/**
 * Writes git's configuration, and for what concerns a file's contents its attributes; never a file that is committed.
 *
 * @param command the program and its first arguments, as installed
 * @throws {GitError} if somebody else's setting is there
 */
export function enableIntegration(
  cwd: string,
  name: Integration,
  scope: Scope,
  command: readonly string[],
  patterns: readonly string[],
): void {
  const { key, needsAttributes } = INTEGRATIONS[name];
  if (integrationState(cwd, name, scope) === 'another')
    throw new GitError(
      `${key} is set already, and not by clausediff; take it away first: git config ${scope} --unset-all ${key}`,
    );
  git(cwd, ['config', scope, '--replace-all', key, commandLine(name, command)]);
  if (needsAttributes)
    addAttributes(
      attributesPath(cwd, scope),
      patterns.map((pattern) => `${attributePattern(pattern)} diff=clausediff`),
    );
}

/** What git runs through the shell, with its own arguments at the end. A program that is gone ends nothing of git's. */
function commandLine(name: Integration, command: readonly string[]): string {
  const { asks, given, without } = INTEGRATIONS[name];
  const missing = command.slice(1).map((file) => `[ -e ${shellQuote(file)} ] || { ${without}; return 0; }; `);
  return `${FUNCTION} { ${missing.join('')}${command.map(shellQuote).join(' ')} git ${asks} -- "$@"; }; clausediff_git${given}`;
}

/** How all that we write begins, by which we know it. */
const FUNCTION = 'clausediff_git()';

/** Takes away what `enableIntegration` wrote, and nothing else. */
export function disableIntegration(cwd: string, name: Integration, scope: Scope): boolean {
  if (integrationState(cwd, name, scope) !== 'on') return false;
  const { key } = INTEGRATIONS[name];
  git(cwd, ['config', scope, '--unset-all', key]);
  removeEmptySection(cwd, key.slice(0, key.lastIndexOf('.')), scope);
  const isWanted = INTEGRATION_NAMES.some(
    (other) => INTEGRATIONS[other].needsAttributes && integrationState(cwd, other, scope) === 'on',
  );
  if (!isWanted) removeAttributes(attributesPath(cwd, scope));
  return true;
}

/** Git leaves the heading of a section whose settings are all gone. */
function removeEmptySection(cwd: string, section: string, scope: Scope): void {
  const pattern = `^${section.replaceAll('.', '\\.')}\\.`;
  if (!tryGit(cwd, ['config', scope, '--get-regexp', pattern]).ok)
    tryGit(cwd, ['config', scope, '--remove-section', section]);
}

export const attributesAreSet = (cwd: string, scope: Scope): boolean =>
  hasAttributes(attributesPath(cwd, scope));

/** The attributes that are not committed: of the repository, all its worktrees, or of the user. */
function attributesPath(cwd: string, scope: Scope): string {
  if (scope === '--local') {
    const common = git(cwd, ['rev-parse', '--git-common-dir']).toString().trimEnd();
    return join(resolve(cwd, common), 'info', 'attributes');
  }
  const own = tryGit(cwd, ['config', '--global', '--type=path', '--get', 'core.attributesFile']);
  if (own.ok) return resolve(homedir(), own.stdout.toString().trimEnd());
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'git', 'attributes');
}

/** A pattern with a blank or a quotation mark is quoted as C does it. */
function attributePattern(pattern: string): string {
  if (/[\n\0]/.test(pattern)) throw new GitError(`${JSON.stringify(pattern)}: no pattern of a file`);
  return /[\s"#!\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern;
}
