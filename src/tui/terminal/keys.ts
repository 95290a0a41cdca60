import { StringDecoder } from 'node:string_decoder';

/** What a terminal tells: a key, the mouse, pasted text, focus, or the answer to a question. */
export type TerminalEvent =
  | {
      readonly kind: 'key';
      /** Normalised: `j`, `G`, `}`, `space`, `enter`, `shift+tab`, `ctrl+d`, `alt+x`, `ctrl+left`, `f1`. */
      readonly name: string;
      /** The grapheme that the key types, if it types one. */
      readonly text?: string;
    }
  | {
      readonly kind: 'mouse';
      readonly action: 'press' | 'release' | 'wheel-up' | 'wheel-down' | 'drag';
      /** Column and row from 0. */
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'focus'; readonly focused: boolean }
  /** Without introducer and terminator: `]11;rgb:0000/0000/0000`, `[?1;2c`. */
  | { readonly kind: 'reply'; readonly text: string };

export interface KeyParser {
  push(bytes: Uint8Array): void;
  /** Takes what is left as it is: no more bytes will come. */
  end(): void;
}

const ESC = '\u001b';
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** Milliseconds after which an Escape without a sequence is the key. */
const ESCAPE_DELAY = 40;
/** Longest sequence and longest paste, in characters; what is longer is no answer and no text of a reader. */
const MAX_SEQUENCE = 4096;
const MAX_PASTE = 1024 * 1024;

/**
 * Reads the bytes of a terminal as keys, however they are cut: several keys in one read, a sequence or a character over
 * several reads. After ECMA-48 (CSI, SS3, OSC), xterm's control sequences (modifiers, SGR mouse, bracketed paste, focus)
 * and the kitty keyboard protocol (`CSI u`).
 */
export function createKeyParser(
  emit: (event: TerminalEvent) => void,
  { escapeDelay = ESCAPE_DELAY }: { readonly escapeDelay?: number } = {},
): KeyParser {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let timer: NodeJS.Timeout | undefined;
  let isSkipping = false;

  const parse = (isLast: boolean): void => {
    if (isSkipping) skip();
    if (pending.startsWith(PASTE_START) && pending.length > MAX_PASTE && !pending.includes(PASTE_END)) {
      emit({ kind: 'paste', text: pending.slice(PASTE_START.length).slice(0, MAX_PASTE) });
      isSkipping = true;
      skip();
    }
    while (pending !== '' && !isSkipping) {
      const events: TerminalEvent[] = [];
      const length = next(pending, isLast, (event) => events.push(event));
      if (length === 0) break;
      pending = pending.slice(length);
      // Only now: who hears of a key may end the parser.
      for (const event of events) emit(event);
    }
    if (pending === '' || isSkipping) return;
    timer = setTimeout(() => parse(true), escapeDelay);
    timer.unref?.();
  };
  /** Drops the rest of a paste that is too long; its end may be cut. */
  const skip = (): void => {
    const end = pending.indexOf(PASTE_END);
    isSkipping = end < 0;
    pending = isSkipping ? pending.slice(1 - PASTE_END.length) : pending.slice(end + PASTE_END.length);
  };
  return {
    push: (bytes) => {
      clearTimeout(timer);
      pending += decoder.write(bytes as Buffer);
      parse(false);
    },
    end: () => {
      clearTimeout(timer);
      pending += decoder.end();
      parse(true);
      clearTimeout(timer);
    },
  };
}

/**
 * Reads one event at the start of `text`.
 *
 * @param isLast whether a sequence that is cut off will not be continued
 * @returns how many characters it took; 0 if more are needed
 */
function next(text: string, isLast: boolean, emit: (event: TerminalEvent) => void): number {
  if (text[0] !== ESC) return plainText(text, isLast, emit);
  if (text.startsWith(PASTE_START)) return paste(text, isLast, emit);
  const sequence = readSequence(text);
  if (sequence === 'cut') {
    if (!isLast && text.length < MAX_SEQUENCE) return 0;
    // What was begun and never ended is no key, except an Escape, or Escape and the key that began like a sequence.
    if (text.length <= 2) for (const char of text) emitCharacter(char, '', emit);
    return text.length;
  }
  if (sequence === 'none') return escaped(text, isLast, emit);
  const event = meaning(sequence);
  if (event) emit(event);
  return sequence.length;
}

interface Sequence {
  readonly introducer: '[' | 'O' | ']' | 'P' | '_' | '^' | 'X';
  readonly body: string;
  readonly final: string;
  readonly length: number;
}

function readSequence(text: string): Sequence | 'cut' | 'none' {
  const introducer = text[1];
  if (introducer === undefined) return 'cut';
  if (introducer === 'O') {
    const final = text[2];
    if (final === undefined) return 'cut';
    if (!/[A-Za-z]/.test(final)) return 'none';
    return { introducer, body: '', final, length: 3 };
  }
  if (introducer === '[') {
    // The Linux console sends `[[A` for F1.
    const console = /^\[\[([A-E])/.exec(text.slice(1));
    if (text === `${ESC}[[`) return 'cut';
    if (console) return { introducer, body: '[', final: console[1] as string, length: 4 };
    const [, body = ''] = /^([0-?]*[ -/]*)/.exec(text.slice(2)) ?? [];
    const final = text[2 + body.length];
    if (final === undefined) return 'cut';
    if (!/[@-~]/.test(final)) return { introducer, body: '', final: '', length: 2 + body.length };
    return { introducer, body, final, length: 3 + body.length };
  }
  if (
    introducer !== ']' &&
    introducer !== 'P' &&
    introducer !== '_' &&
    introducer !== '^' &&
    introducer !== 'X'
  )
    return 'none';
  const end = /\u0007|\u001b\\|\u001b(?!\\)[\s\S]|\u001b$/.exec(text.slice(2));
  if (!end || end[0] === ESC) return 'cut';
  const body = text.slice(2, 2 + end.index);
  const isEnded = end[0] === '\u0007' || end[0] === `${ESC}\\`;
  return { introducer, body, final: '', length: 2 + end.index + (isEnded ? end[0].length : 0) };
}

const ARROWS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  M: 'enter',
  Z: 'shift+tab',
};

const TILDES: Readonly<Record<string, string>> = {
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

function meaning({ introducer, body, final }: Sequence): TerminalEvent | undefined {
  if (introducer === ']') return { kind: 'reply', text: `]${body}` };
  if (introducer === 'O') return key(ARROWS[final]);
  if (introducer !== '[') return undefined;
  if (body === '[') return key(`f${'ABCDE'.indexOf(final) + 1}`);
  if (/^[IO]$/.test(final) && body === '') return { kind: 'focus', focused: final === 'I' };
  if (/^<\d+;\d+;\d+$/.test(body) && /^[Mm]$/.test(final)) return mouse(body, final === 'm');
  if (/^[?>=]/.test(body))
    return final === 'c' || final === 'y' ? { kind: 'reply', text: `[${body}${final}` } : undefined;
  const [first = '', second = '', third = ''] = body.split(';').map((part) => part.split(':')[0] ?? '');
  if (final === 'u') return keyOfCode(Number(first), modifiers(second), /:3/.test(body));
  if (final === '~' && first === '27') return keyOfCode(Number(third), modifiers(second), false);
  if (final === '~') return key(TILDES[first], modifiers(second));
  return key(ARROWS[final], modifiers(second));
}

const key = (name: string | undefined, modifier = ''): TerminalEvent | undefined =>
  name === undefined ? undefined : { kind: 'key', name: modifier + name };

/** xterm's modifiers: one more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl. */
function modifiers(parameter: string): string {
  const bits = Math.max(0, Number(parameter || 1) - 1);
  return `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${bits & 1 ? 'shift+' : ''}`;
}

function keyOfCode(code: number, modifier: string, isRelease: boolean): TerminalEvent | undefined {
  if (isRelease || !Number.isInteger(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    return undefined;
  // Keys without a character have codes in a private area.
  if (code >= 57344 && code <= 63743) return undefined;
  let event: TerminalEvent | undefined;
  const char = String.fromCodePoint(code);
  const shifted = modifier === 'shift+' && char.length === 1 && char !== char.toUpperCase();
  emitCharacter(shifted ? char.toUpperCase() : char, shifted ? '' : modifier, (made) => {
    event = made;
  });
  return event;
}

function mouse(body: string, isRelease: boolean): TerminalEvent {
  const [button = 0, column = 1, row = 1] = body.slice(1).split(';').map(Number);
  const action = isRelease
    ? 'release'
    : (button & 64) !== 0
      ? (button & 1) !== 0
        ? 'wheel-down'
        : 'wheel-up'
      : (button & 32) !== 0
        ? 'drag'
        : 'press';
  return { kind: 'mouse', action, x: Math.max(0, column - 1), y: Math.max(0, row - 1) };
}

function paste(text: string, isLast: boolean, emit: (event: TerminalEvent) => void): number {
  const end = text.indexOf(PASTE_END);
  if (end < 0 && !isLast) return 0;
  const content = text.slice(PASTE_START.length, end < 0 ? text.length : end);
  emit({ kind: 'paste', text: content.slice(0, MAX_PASTE) });
  return end < 0 ? text.length : end + PASTE_END.length;
}

/** Escape with a character is Alt and its key; alone it is the key. */
function escaped(text: string, isLast: boolean, emit: (event: TerminalEvent) => void): number {
  if (text[1] === ESC) {
    emitCharacter(ESC, '', emit);
    return 1;
  }
  const [grapheme = ''] = graphemesOf(text.slice(1, 1 + LOOK_AHEAD));
  if (grapheme.length === text.length - 1 && !isLast && !/^[\0-\x7f]$/.test(grapheme)) return 0;
  emitCharacter(grapheme, 'alt+', emit);
  return 1 + grapheme.length;
}

/** Longest grapheme, in code units. */
const LOOK_AHEAD = 64;
let segmenter: Intl.Segmenter | undefined;

function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Characters up to the next Escape. The last one waits for what may join it, unless it is ASCII. */
function plainText(text: string, isLast: boolean, emit: (event: TerminalEvent) => void): number {
  const end = text.indexOf(ESC);
  const run = end < 0 ? text : text.slice(0, end);
  if (/^[\0-\x7f]*$/.test(run)) {
    for (const char of run) emitCharacter(char, '', emit);
    return run.length;
  }
  const all = graphemesOf(run);
  const last = all.at(-1) as string;
  const waits = end < 0 && !isLast && !/^[\0-\x7f]$/.test(last) && last.length < LOOK_AHEAD;
  const ready = waits ? all.slice(0, -1) : all;
  for (const grapheme of ready) emitCharacter(grapheme, '', emit);
  return ready.join('').length;
}

const CONTROLS: Readonly<Record<string, string>> = {
  '\0': 'ctrl+space',
  '\b': 'backspace',
  '\t': 'tab',
  '\n': 'enter',
  '\r': 'enter',
  '\u001b': 'escape',
  '\u001c': 'ctrl+\\',
  '\u001d': 'ctrl+]',
  '\u001e': 'ctrl+^',
  '\u001f': 'ctrl+_',
  '\u007f': 'backspace',
};

function emitCharacter(char: string, modifier: string, emit: (event: TerminalEvent) => void): void {
  if (char === '\r\n') {
    emit({ kind: 'key', name: 'enter' });
    return;
  }
  if (char === '') return;
  const named = CONTROLS[char];
  if (named !== undefined) emit({ kind: 'key', name: modifier + named });
  else if (char < ' ')
    emit({ kind: 'key', name: `${modifier}ctrl+${String.fromCharCode(char.charCodeAt(0) + 96)}` });
  else if (/\p{Cc}/u.test(char)) return;
  else if (modifier !== '') emit({ kind: 'key', name: modifier + (char === ' ' ? 'space' : char) });
  else emit({ kind: 'key', name: char === ' ' ? 'space' : char, text: char });
}
