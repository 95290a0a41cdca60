/** Finals of `CSI … X` and `SS3 X`. */
const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

/** Numbers of `CSI n ~`: those of VT220, of rxvt (7, 8) and of the first five function keys of old xterms. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/** Code points that are keys without a letter. */
const BY_CODE: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'escape',
  32: 'space',
  127: 'backspace',
};

export const nameOfFinal = (final: string): string | undefined => BY_FINAL[final];
export const nameOfNumber = (number: number): string | undefined => BY_NUMBER[number];

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly super: boolean;
}

export const NONE: Modifiers = { shift: false, alt: false, ctrl: false, super: false };

/** Reads the parameter of xterm and kitty: one more than the sum of shift 1, alt 2, ctrl 4, super 8, meta 32. */
export function readModifiers(parameter: number): Modifiers {
  const bits = Math.max(0, parameter - 1);
  return {
    shift: (bits & 1) !== 0,
    alt: (bits & 34) !== 0,
    ctrl: (bits & 4) !== 0,
    super: (bits & 8) !== 0,
  };
}

/** `ctrl+alt+shift+left`: modifiers stand in this order. */
export function withModifiers(name: string, { ctrl, alt, shift, super: command }: Modifiers): string {
  return `${command ? 'super+' : ''}${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;
}

export interface Key {
  readonly name: string;
  readonly text?: string;
}

/** The key that gives a code point, as told by its legacy byte or by `CSI u`; undefined if it has none. */
export function keyOfCode(code: number, modifiers: Modifiers): Key | undefined {
  const special = BY_CODE[code];
  const plain = !modifiers.ctrl && !modifiers.alt && !modifiers.super;
  if (special) {
    const name = withModifiers(special, modifiers);
    return special === 'space' && plain ? { name, text: ' ' } : { name };
  }
  if (code === 0) return { name: withModifiers('space', { ...modifiers, ctrl: true }) };
  if (code < 0x20) {
    const char = String.fromCharCode(code + 0x40).toLowerCase();
    return { name: withModifiers(char, { ...modifiers, ctrl: true }) };
  }
  if (!isCharacter(code)) return undefined;
  const char = String.fromCodePoint(code);
  if (modifiers.ctrl || modifiers.super) return { name: withModifiers(char.toLowerCase(), modifiers) };
  const typed = modifiers.shift ? upperCase(char) : char;
  return plain
    ? { name: typed, text: typed }
    : { name: withModifiers(typed, { ...modifiers, shift: false }) };
}

/** Not a control, not a surrogate, and not of the private use area where kitty puts keys without a character. */
function isCharacter(code: number): boolean {
  if (code < 0xa0) return code >= 0x20 && code < 0x7f;
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff);
}

/** One character at most: capital ß is two letters, which no key types. */
function upperCase(char: string): string {
  const upper = char.toUpperCase();
  return [...upper].length === 1 ? upper : char;
}
