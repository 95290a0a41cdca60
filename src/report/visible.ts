/**
 * Makes text from an untrusted draft safe for a terminal: nothing it holds can move the cursor, reorder a line or
 * ring a bell. Control characters become their pictures, directional overrides and zero-width characters their
 * code points; soft hyphens, which no reader sees, go. Joiners that scripts and emoji need stay, one at a time.
 */
export function visible(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text;
  return text
    .replace(/\u00ad/g, '')
    .replace(/[\0-\x09\x0b-\x1f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replace(/\x7f/g, '␡')
    .replace(/((?:\u200c|\u200d|[\ufe00-\ufe0f]){2})(?:\u200c|\u200d|[\ufe00-\ufe0f])+/g, '$1')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1…')
    .replace(
      HIDDEN,
      (char) => `⟨U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

/** C1 controls, format characters except joiners, separators of lines, lone surrogates, and what is no character. */
const HIDDEN = /[\x80-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}|\p{Cs}/gu;

/** Names a character that has no shape of its own, for a note: `⟨U+00A0⟩` instead of a blank. */
export function nameBlanks(text: string): string {
  return visible(
    text.replace(
      /[^\S ]|[\u00ad\u2010-\u2015]/g,
      (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    ),
  );
}
