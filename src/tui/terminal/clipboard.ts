/** Longest text in bytes: what most terminals take at once, encoded. */
const MAX_BYTES = 74_994;

/**
 * The sequence that puts a text into the terminal's clipboard (OSC 52), through tmux where that is between; undefined if
 * the text is too long for it.
 */
export function clipboardSequence(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_BYTES) return undefined;
  const sequence = `\u001b]52;c;${bytes.toString('base64')}\u0007`;
  return env.TMUX ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\` : sequence;
}
