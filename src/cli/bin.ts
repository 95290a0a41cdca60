#!/usr/bin/env node
import { main } from './main.ts';
import { oneLine } from './one-line.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`| head`) is no error.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`clausediff: cannot write the output: ${error.message}\n`);
  process.exit(2);
});
// Nobody reads the messages; the exit code still tells.
process.stderr.on('error', () => {});

try {
  process.exitCode = await main({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    streams: { stdin: process.stdin, stdout: process.stdout },
  });
} catch (error) {
  process.stderr.write(`clausediff: internal error, please report it: ${oneLine(String(error))}\n`);
  process.exitCode = 2;
}
