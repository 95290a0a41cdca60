import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the git command that runs a hook was told, as far as no hook is. */
export interface CallingCommand {
  readonly amends: boolean;
  /** Of `--cleanup`. */
  readonly cleanup: string | undefined;
}

/** Between git and a hook there may be shells and a program that looks after hooks. */
const MAX_STEPS = 12;

/**
 * Looks for the git command among the processes that this one comes from. Git tells a hook neither that a commit is
 * amended with `-m` nor what cleans the message up. Where the system does not say either, nothing was told.
 */
export function callingCommand(pid = process.ppid): CallingCommand {
  let next = pid;
  for (let step = 0; step < MAX_STEPS && next > 1; step++) {
    const found = processOf(next);
    if (!found) break;
    if (/(?:^|[/\\])git(?:-\w+)?(?:\.exe)?$/.test(found.args[0] ?? '')) return readOptions(found.args);
    next = found.parent;
  }
  return { amends: false, cleanup: undefined };
}

interface Process {
  readonly parent: number;
  readonly args: readonly string[];
}

function processOf(pid: number): Process | undefined {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    const [, parent = '0'] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { parent: Number(parent), args };
  } catch {
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
    const [parent = '', ...args] = (stdout ?? '').trim().split(/\s+/);
    return parent === '' ? undefined : { parent: Number(parent), args };
  }
}

/** Options may be shortened as long as no other begins so, the last one counts, and none follows `--`. */
export function readOptions(args: readonly string[]): CallingCommand {
  let amends = false;
  let cleanup: string | undefined;
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  options.forEach((arg, i) => {
    const [name = '', value = options[i + 1]] = arg.split('=', 2);
    if (name.length > 3 && '--amend'.startsWith(name)) amends = true;
    else if (name.length > 6 && '--no-amend'.startsWith(name)) amends = false;
    else if (name.length > 3 && '--cleanup'.startsWith(name)) cleanup = value;
  });
  return { amends, cleanup };
}
