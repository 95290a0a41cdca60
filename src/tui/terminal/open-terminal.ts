import { openSync } from 'node:fs';
import tty from 'node:tty';
import type { SessionInput, SessionOutput } from './session.ts';

export interface Terminal {
  readonly input: SessionInput;
  readonly output: SessionOutput & tty.WriteStream;
}

/** Keys come from standard input, or from the terminal itself where a draft is piped in; undefined without a terminal. */
export function openTerminal(
  stdin: NodeJS.ReadStream & { fd: number },
  stdout: NodeJS.WriteStream & { fd: number },
): Terminal | undefined {
  if (!stdout.isTTY) return undefined;
  const input = stdin.isTTY ? stdin : openControllingTerminal();
  return input && { input, output: stdout };
}

function openControllingTerminal(): SessionInput | undefined {
  try {
    const fd = openSync('/dev/tty', 'r');
    return Object.assign(new tty.ReadStream(fd), { fd });
  } catch {
    return undefined;
  }
}
