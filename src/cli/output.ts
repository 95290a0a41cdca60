import { closeSync, fstatSync, writeSync } from 'node:fs';
import { reasonOf } from '../util/reason-of.ts';

/** An output that did not take all: one line that says why, and what to do. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** Milliseconds until a reader that is behind is offered more. */
const PAUSE = 5;

/**
 * Writes into a file or a pipe, each piece whole before the next. Node's own stream takes a file that has room for a
 * part of a piece only for one that has all of it.
 */
export class DescriptorOutput {
  #isGone = false;
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** @throws {OutputError} unless all of it was written, or nobody reads any more */
  write(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    for (let at = 0; at < bytes.length && !this.#isGone; ) at += this.#some(bytes, at);
  }

  /**
   * Some file systems say only now that they could not keep what they took.
   *
   * @throws {OutputError} as `write`
   */
  close(): void {
    try {
      if (fstatSync(this.#fd).isFile()) closeSync(this.#fd);
    } catch (cause) {
      throw troubleOf(cause);
    }
  }

  /** @returns how many bytes were taken */
  #some(bytes: Uint8Array, at: number): number {
    try {
      return writeSync(this.#fd, bytes, at);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      else if (code === 'EPIPE' && isPipe(this.#fd)) this.#isGone = true;
      else if (code !== 'EINTR') throw troubleOf(cause);
      return 0;
    }
  }
}

/** A reader of a pipe that stops early (`| head`) is no error. */
const isPipe = (fd: number): boolean => fstatSync(fd).isFIFO() || fstatSync(fd).isSocket();

const troubleOf = (cause: unknown): OutputError =>
  new OutputError(`cannot write the output: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause });
