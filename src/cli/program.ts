import type { ExitCode } from './exit-codes.ts';

/** Where a command writes; a terminal also tells its width. */
interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Which the types of Node leave out. */
interface Descriptor {
  readonly fd: number;
}

/** All that a command takes from the world, so that a test can call it. */
export interface Program {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The process's own streams, where there are any: only on them the interactive view can be drawn. */
  readonly streams?: {
    readonly stdin: NodeJS.ReadStream & Descriptor;
    readonly stdout: NodeJS.WriteStream & Descriptor;
  };
}

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What the option takes, for the help; absent for a switch. */
  readonly value?: string;
  readonly summary: string;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** For the help; absent where the codes are those of a diff. */
  readonly exitCodes?: string;
  run(program: Program, args: ParsedArgs): Promise<ExitCode>;
}

export interface ParsedArgs {
  readonly operands: readonly string[];
  has(name: string): boolean;
  value(name: string): string | undefined;
}

/** A command line that makes no sense: one line that says what, and what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}
