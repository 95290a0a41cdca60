#!/usr/bin/env node
import { isatty } from 'node:tty';
import { DEBUG, internalErrorText } from '../report/internal-error.ts';
import { EXIT } from './exit-codes.ts';
import { DescriptorOutput, OutputError } from './output.ts';

const STANDARD_OUTPUT = 1;

// Before the rest of the program is loaded, so that its stacks name the lines of its source.
if (process.env[DEBUG]) process.setSourceMapsEnabled(true);
const { main } = await import('./main.ts');

// Nobody reads the messages; the exit code still tells.
process.stderr.on('error', () => {});
// A file that may not grow is an error of writing it, not the end of the program.
process.on('SIGXFSZ', () => {});

process.on('uncaughtException', (error) => {
  // The view gives the terminal back first, and then tells of it itself.
  if (process.listenerCount('uncaughtException') > 1) return;
  fail(error);
  process.exit();
});

const file = isatty(STANDARD_OUTPUT) ? undefined : new DescriptorOutput(STANDARD_OUTPUT);
if (!file)
  process.stdout.on('error', (error) => {
    process.stderr.write(`clausediff: cannot write the output: ${error.message}\n`);
    process.exit(EXIT.trouble);
  });

try {
  process.exitCode = await main({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: file ?? process.stdout,
    stderr: process.stderr,
    ...(file ? {} : { streams: { stdin: process.stdin, stdout: process.stdout } }),
  });
  file?.close();
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  process.stderr.write(
    error instanceof OutputError ? `clausediff: ${error.message}\n` : internalErrorText(error),
  );
  process.exitCode = EXIT.trouble;
}
