/** A character without a shape of its own, at an offset of a text. */
export interface HiddenCharacter {
  readonly char: string;
  readonly start: number;
}

/**
 * What a reader does not see, and what reorders what a reader sees: zero-width and directional characters, fillers,
 * tags, selectors, separators of lines. `\p{DI}` is Unicode's list of what a font shows as nothing.
 */
const UNSEEN = /[\p{DI}\u2028\u2029\ufff9-\ufffb]/u;
const ALL_UNSEEN = new RegExp(UNSEEN.source, 'gu');
/** Text of nothing but these has nothing unseen; most texts are told so without the costly pattern. */
const PLAIN = /^[\0-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

const SOFT_HYPHEN = '\u00ad';

/** Scripts whose letters change their shape by what joins them or keeps them apart. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}]$/u;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])\ufe0f?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

/** Whether a joiner or a selector does what it is for: it shapes the letter, sign or emoji before it. */
function isNeeded(char: string, before: string, after: string): boolean {
  if (/\u200c|\u200d/.test(char))
    return JOINING.test(before) || (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after));
  if (/[\ufe00-\ufe0f]/.test(char))
    return /[0-9#*]$/.test(before)
      ? after.startsWith('\u20e3')
      : /(?:[\p{S}\p{Emoji}\p{Script=Han}\p{Script=Mymr}\p{Script=Phag}])$/u.test(before);
  if (/[\u180b-\u180f]/.test(char)) return /\p{Script=Mong}$/u.test(before);
  if (/[\u{e0100}-\u{e01ef}]/u.test(char)) return /\p{Script=Han}$/u.test(before);
  if (/[\u{e0020}-\u{e007f}]/u.test(char)) return /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u.test(before);
  if (/[\u115f\u1160]/.test(char)) return /^[\u1100-\u11ff]/.test(after) || /[\u1100-\u11ff]$/.test(before);
  return false;
}

/** Longest emoji tag sequence that is looked back for, in UTF-16 units: a flag, five tags and their end. */
const CONTEXT = 16;

/**
 * The characters of a text that hide or reorder others. A soft hyphen only says where a word may break; joiners and
 * selectors are none where a script or an emoji needs them.
 */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  if (PLAIN.test(text)) return [];
  return [...text.matchAll(ALL_UNSEEN)].flatMap(({ 0: char, index }) => {
    if (char === SOFT_HYPHEN) return [];
    const end = index + char.length;
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    return isNeeded(char, before, text.slice(end, end + 2)) ? [] : [{ char, start: index }];
  });
}

/** A text without its hidden characters; what has no shape but does what it is for stays. */
export function withoutHidden(text: string): string {
  let [shown, at] = ['', 0];
  for (const { char, start } of hiddenCharacters(text)) {
    shown += text.slice(at, start);
    at = start + char.length;
  }
  return shown + text.slice(at);
}

/** A text without all that has no shape, for comparison. */
export const withoutUnseen = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(ALL_UNSEEN, '');

/** `U+202E` */
export const codePointName = (char: string): string =>
  `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
