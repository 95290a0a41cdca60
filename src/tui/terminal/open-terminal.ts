import { openSync } from 'node:fs';
import { ReadStream, type WriteStream } from 'node:tty';

/** Where keys come from and where the view is drawn. */
export interface Terminal {
  readonly input: ReadStream & Descriptor;
  readonly output: WriteStream & Descriptor;
}

/** Which the types of Node leave out. */
interface Descriptor {
  readonly fd: number;
}

/**
 * The terminal of this process, for keys also where standard input is a draft; undefined where there is none.
 */
export function openTerminal(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Terminal | undefined {
  if (!stdout.isTTY) return undefined;
  if (stdin.isTTY)
    return { input: stdin as unknown as Terminal['input'], output: stdout as unknown as Terminal['output'] };
  try {
    return {
      input: new ReadStream(openSync('/dev/tty', 'r')) as unknown as Terminal['input'],
      output: stdout as unknown as Terminal['output'],
    };
  } catch {
    return undefined;
  }
}
