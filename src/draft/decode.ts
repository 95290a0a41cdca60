import { DraftError } from './draft.ts';

/** Largest draft that is read, in bytes. Far beyond any negotiated text; keeps memory within reason. */
export const MAX_BYTES = 64 * 1024 * 1024;

const BINARY_HINT = 'it looks like a binary file; convert it to Markdown first, for example with pandoc';

/**
 * Decodes a draft's bytes as UTF-8 and removes a byte-order mark.
 *
 * @param bytes the file as it is on disk
 * @param name what the draft is called in messages
 * @throws {DraftError} if it is too large, binary, or not UTF-8
 */
export function decodeDraft(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    throw new DraftError(`${name}: ${size} MiB is more than the limit of 64 MiB; compare it in parts`);
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new DraftError(`${name}: the text is UTF-16; convert it to UTF-8, for example with iconv`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new DraftError(`${name}: line ${lineOf(bytes, nul)} holds a NUL byte: ${BINARY_HINT}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const line = firstBadLine(bytes);
    throw new DraftError(
      `${name}: line ${line} is not valid UTF-8; convert the draft to UTF-8, for example with iconv`,
      { cause },
    );
  }
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/** Line of the byte at `offset`, counted from 1; line ends are LF, CRLF and CR. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  return line;
}

/** A line feed is never a part of a longer UTF-8 sequence, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const lineFeed = bytes.indexOf(10, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
