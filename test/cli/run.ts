import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;
type Env = Readonly<Record<string, string>>;

export interface Outcome {
  /** Null if the program was ended by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What main() is told about the place it writes to. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export const BINARY = resolve('dist/cli.js');
/** Where no configuration, no marks and no cache can be. */
const NOBODY = '/dev/null';
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Runs `work` in a new folder that holds `files`, and removes the folder. */
export async function inFolder<T>(
  { files = {}, folders = [] }: { files?: Files; folders?: readonly string[] },
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'clausediff-test-'));
  try {
    for (const name of folders) mkdirSync(join(folder, name));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program in this process, with outputs that only collect. */
export async function runMain(
  args: readonly string[],
  cwd: string,
  env: Env = {},
  terminal: Terminal = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const code = await main({
    args,
    cwd,
    env: { HOME: NOBODY, ...env },
    stdout: { ...terminal, write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  return { code, ...written };
}

/** The program as it is installed. The test fails if it has to be stopped. */
export function runBinary(
  args: readonly string[],
  cwd: string,
  { env = {}, stdin = '' }: { env?: Env; stdin?: string | Uint8Array } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: NOBODY, ...env },
    input: stdin,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    timeout: 110_000,
  });
  return { code: status, stdout, stderr };
}

/** Compares two texts as `old.md` and `new.md` in this process. */
export const diffTexts = (old: string, newer: string, ...options: readonly string[]): Promise<Outcome> =>
  inFolder({ files: { 'old.md': old, 'new.md': newer } }, (folder) =>
    runMain(['diff', ...options, 'old.md', 'new.md'], folder),
  );
