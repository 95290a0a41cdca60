/** A draft of numbered paragraphs. */
export const numbered = (texts: readonly string[], from = 1): string =>
  texts.map((text, i) => `${from + i}. ${text}`).join('\n\n');
