/** Bytes: terminals ignore an OSC 52 of more than 100 000 characters, of base64 too. */
export const MAX_CLIPBOARD = 74_000;

/**
 * What puts a text on the clipboard of the terminal, also through ssh (OSC 52), and through tmux.
 *
 * @throws {RangeError} if the text has more than {@link MAX_CLIPBOARD} bytes
 */
export function clipboardSequence(
  text: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_CLIPBOARD) {
    throw new RangeError(`${bytes.length} bytes are too many for the clipboard; ${MAX_CLIPBOARD} fit`);
  }
  const sequence = `\x1b]52;c;${bytes.toString('base64')}\x07`;
  return env.TMUX ? `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\` : sequence;
}
