import { spawnSync } from 'node:child_process';
import { GitError } from './git-error.ts';

/** Largest output of one command, in bytes. */
const MAX_OUTPUT = 1024 * 1024 * 1024;

/**
 * Set before every command: a repository is not trusted, so nothing that it configures may run a program or fetch
 * anything. No command is used that obeys a text conversion, an external diff or a pager.
 */
const GUARDS = [
  ...['--no-pager', '--literal-pathspecs', '--no-replace-objects'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'log.showSignature=false'],
  ...['-c', 'protocol.allow=never', '-c', 'core.quotePath=false'],
];

/** What a user or a program around us may set that would change an answer, reach the network or wait for somebody. */
const ENVIRONMENT = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ICASE_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
};

export interface GitOutcome {
  readonly ok: boolean;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git in a folder, without a shell.
 *
 * @throws {GitError} if there is no git, or the folder is none
 */
export function tryGit(cwd: string, args: readonly string[], input = ''): GitOutcome {
  const { error, status, stdout, stderr } = spawnSync('git', [...GUARDS, ...args], {
    cwd,
    input,
    env: { ...process.env, ...ENVIRONMENT },
    maxBuffer: MAX_OUTPUT,
  });
  if (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new GitError(missing ? 'git is not installed, or not on the PATH' : `git: ${error.message}`);
  }
  return { ok: status === 0, stdout, stderr: stderr.toString() };
}

/** @throws {GitError} with the first line of what git says */
export function git(cwd: string, args: readonly string[], input = ''): Buffer {
  const { ok, stdout, stderr } = tryGit(cwd, args, input);
  if (ok) return stdout;
  const trouble = repositoryTrouble(stderr);
  if (trouble !== undefined) throw new GitError(trouble);
  const [line = ''] = stderr.split('\n').filter((text) => /^(?:fatal|error): /.test(text));
  throw new GitError(`git: ${line.replace(/^\w+: /, '') || 'failed'}`);
}

/** Why there is no repository to work in, and what to do; undefined if there is one. */
export function repositoryTrouble(stderr: string): string | undefined {
  if (stderr.includes('dubious ownership'))
    return 'the repository belongs to somebody else; see safe.directory in git help config';
  if (stderr.includes('not a git repository'))
    return 'not a git repository; stand in one, or name two drafts or more, where the command takes them';
  return undefined;
}
