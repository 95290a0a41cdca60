import { writeSync } from 'node:fs';

/** Milliseconds to wait for a terminal that takes no more. */
const PATIENCE = 1000;
const PAUSE = 5;

/** Writes at once, also where the terminal is busy. */
export function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  const until = performance.now() + PATIENCE;
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
