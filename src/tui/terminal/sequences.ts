import {
  type Key,
  keyOfCode,
  type Modifiers,
  NONE,
  nameOfFinal,
  nameOfNumber,
  readModifiers,
  withModifiers,
} from './key-names.ts';
import type { TerminalEvent } from './keys.ts';

/** What stands at one place of the input: a key, an event, the start of a paste or of a string, or nothing of use. */
export interface Sequence {
  /** In UTF-16 units. */
  readonly length: number;
  readonly means?: TerminalEvent | 'paste' | 'string';
}

const CSI = /([0-?]{0,64})([ -/]{0,8})(.?)/suy;
const SS3 = /([0-9;]{0,8})(.?)/suy;
const MOUSE = /^<(\d+);(\d+);(\d+)$/;

/** Undefined if the text ends before the sequence does. */
export function readSequence(text: string, at: number): Sequence | undefined {
  if (text[at] !== '\x1b') return readCharacter(text, at, NONE);
  switch (text[at + 1]) {
    case undefined:
      return undefined;
    case '[':
      return lengthen(readCsi(text, at + 2, NONE), 2);
    case 'O':
      return lengthen(readSs3(text, at + 2, NONE), 2);
    case ']':
    case 'P':
    case '_':
      return text.length > at + 2 ? { length: 1, means: 'string' } : undefined;
    case '\x1b':
      return readTwoEscapes(text, at);
    default:
      return lengthen(readCharacter(text, at + 1, { ...NONE, alt: true }), 1);
  }
}

/** Alt with a key that is a sequence itself, or an Escape before something else. */
function readTwoEscapes(text: string, at: number): Sequence | undefined {
  const third = text[at + 2];
  if (third === undefined) return undefined;
  const alt = { ...NONE, alt: true };
  const read =
    third === '[' ? readCsi(text, at + 3, alt) : third === 'O' ? readSs3(text, at + 3, alt) : { length: 0 };
  if (!read) return undefined;
  const isKey = typeof read.means === 'object' && read.means.kind === 'key';
  return isKey ? lengthen(read, 3) : { length: 1, means: { kind: 'key', name: 'escape' } };
}

const lengthen = (read: Sequence | undefined, by: number): Sequence | undefined =>
  read && { ...read, length: read.length + by };

function readCharacter(text: string, at: number, modifiers: Modifiers): Sequence {
  const code = text.codePointAt(at)!;
  return keySequence(code > 0xffff ? 2 : 1, keyOfCode(code, modifiers));
}

const keySequence = (length: number, key: Key | undefined): Sequence =>
  key ? { length, means: { kind: 'key', ...key } } : { length };

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  return pattern.exec(text)!;
}

function readSs3(text: string, at: number, modifiers: Modifiers): Sequence | undefined {
  const [{ length }, parameter, final] = matchAt(SS3, text, at) as unknown as [string, string, string];
  if (!final) return undefined;
  if (!/[@-~]/.test(final)) return { length: length - final.length };
  const name = final === 'M' ? 'enter' : nameOfFinal(final);
  const told = parameter ? readModifiers(Number(parameter.split(';').at(-1))) : NONE;
  return keySequence(length, name ? { name: withModifiers(name, both(told, modifiers)) } : undefined);
}

const both = (one: Modifiers, other: Modifiers): Modifiers => ({ ...one, alt: one.alt || other.alt });

function readCsi(text: string, at: number, modifiers: Modifiers): Sequence | undefined {
  const match = matchAt(CSI, text, at) as unknown as [string, string, string, string];
  const [{ length }, parameters, intermediates, final] = match;
  if (!final) return undefined;
  if (!/[@-~]/.test(final)) return { length: length - final.length };
  if (intermediates) return /^\?/.test(parameters) ? reply(length, match[0]) : { length };
  if (parameters === '' && final === '[') return readConsoleKey(text, at);
  if (parameters === '' && final === 'M') return text.length < at + 4 ? undefined : { length: 4 };
  if (/^[?>=]/.test(parameters)) return reply(length, match[0]);
  if (/^</.test(parameters)) return withMeaning(length, readMouse(parameters, final));
  if (parameters === '' && (final === 'I' || final === 'O')) {
    return { length, means: { kind: 'focus', focused: final === 'I' } };
  }
  if (parameters === '200' && final === '~') return { length, means: 'paste' };
  return keySequence(length, readCsiKey(parameters, final, modifiers));
}

const reply = (length: number, text: string): Sequence => ({ length, means: { kind: 'reply', text } });

const withMeaning = (length: number, means: TerminalEvent | undefined): Sequence =>
  means ? { length, means } : { length };

/** The Linux console: `CSI [ A` to `CSI [ E`. */
function readConsoleKey(text: string, at: number): Sequence | undefined {
  const letter = text[at + 1];
  if (letter === undefined) return undefined;
  const number = 'ABCDE'.indexOf(letter) + 1;
  return number ? { length: 2, means: { kind: 'key', name: `f${number}` } } : { length: 1 };
}

/** `number ; modifiers : kind of event ; text`, where a number may have alternatives: `code : shifted code`. */
function readCsiKey(parameters: string, final: string, extra: Modifiers): Key | undefined {
  const [first = [], second = [], third = []] = parameters
    .split(';')
    .map((part) => part.split(':').map(Number));
  const [number = 1, shifted = 0] = first;
  const [modifier = 1, kind = 1] = second;
  const RELEASED = 3;
  if (kind === RELEASED) return undefined;
  const modifiers = both(readModifiers(modifier), extra);
  if (final === 'u') return keyOfCode(modifiers.shift && shifted ? shifted : number, modifiers);
  if (final === '~' && number === 27) return keyOfCode(third[0] ?? Number.NaN, modifiers);
  if (final === 'Z') return { name: withModifiers('tab', { ...modifiers, shift: true }) };
  const name = final === '~' ? nameOfNumber(number) : nameOfFinal(final);
  return name ? { name: withModifiers(name, modifiers) } : undefined;
}

function readMouse(parameters: string, final: string): TerminalEvent | undefined {
  const [, button, column, row] = MOUSE.exec(parameters) ?? [];
  const action = mouseAction(Number(button), final);
  return action && { kind: 'mouse', action, x: fromZero(column), y: fromZero(row) };
}

const fromZero = (place: string | undefined): number => Math.max(0, Number(place) - 1);

function mouseAction(button: number, final: string) {
  const withoutModifiers = button & ~(4 | 8 | 16);
  switch (`${withoutModifiers}${final}`) {
    case '0M':
      return 'press';
    case '0m':
      return 'release';
    case '32M':
      return 'drag';
    case '64M':
      return 'wheel-up';
    case '65M':
      return 'wheel-down';
    default:
      return undefined;
  }
}
