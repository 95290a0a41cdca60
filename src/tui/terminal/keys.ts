import { readSequence } from './sequences.ts';

export type TerminalEvent =
  /**
   * `name` is the character itself, or a word (`space`, `enter`, `pageup`, `f1`), after its modifiers (`ctrl+d`,
   * `alt+x`, `shift+tab`). `text` is what the key types, one code point: a grapheme of several comes as several keys.
   */
  | { kind: 'key'; name: string; text?: string }
  /** Of the left button or the wheel; column and row from 0. */
  | { kind: 'mouse'; action: 'press' | 'release' | 'wheel-up' | 'wheel-down' | 'drag'; x: number; y: number }
  /** Lines end in `\n`; there is no other control character than the tabulator. */
  | { kind: 'paste'; text: string }
  | { kind: 'focus'; focused: boolean }
  /** The body of an OSC (`11;rgb:…`), or the rest of a private CSI with its final (`?62;22c`). */
  | { kind: 'reply'; text: string };

interface KeyParser {
  /** Bytes may be cut anywhere. */
  push(bytes: Uint8Array): void;
  /** Takes what was begun as it stands. */
  end(): void;
}

/** Milliseconds after which a sequence that cannot be a key is given up. */
const SEQUENCE_DELAY = 500;
/** Characters of an answer; a longer one is dropped. */
const MAX_STRING = 4096;
/** Characters of a paste; what comes after is dropped. */
const MAX_PASTE = 1024 * 1024;
const PASTE_END = '\x1b[201~';

/**
 * Reads keys, mouse, pastes and answers from the bytes of a terminal.
 *
 * @param options.escapeDelay milliseconds after which an Escape stands for itself
 */
export function createKeyParser(
  emit: (event: TerminalEvent) => void,
  { escapeDelay = 40 }: { escapeDelay?: number } = {},
): KeyParser {
  const decoder = new TextDecoder();
  let timer: NodeJS.Timeout | undefined;
  let pending = '';
  let paste: string | undefined;
  /** The beginning of an answer, from the letter after its Escape. */
  let string: string | undefined;

  /** Each reader gives the characters it has taken; none if it needs more. */
  function readAll(): void {
    let at = 0;
    let taken = 1;
    while (at < pending.length && taken > 0) {
      taken = paste !== undefined ? readPaste(at) : string !== undefined ? readString(at) : readNext(at);
      at += taken;
    }
    pending = pending.slice(at);
  }

  function readNext(at: number): number {
    const read = readSequence(pending, at);
    if (read?.means === 'paste') paste = '';
    else if (read?.means === 'string') string = '';
    else if (read?.means) emit(read.means);
    return read?.length ?? 0;
  }

  function readString(at: number): number {
    const end = indexOf(/[\x07\x18\x1a\x1b]/g, pending, at);
    string = `${string}${pending.slice(at, end)}`.slice(0, MAX_STRING + 1);
    if (end === pending.length) return end - at;
    const isEscape = pending[end] === '\x1b';
    if (isEscape && end + 1 === pending.length) return end - at;
    const isTerminated = pending[end] === '\x07' || (isEscape && pending[end + 1] === '\\');
    const isAnswer = string.startsWith(']') && string.length <= MAX_STRING;
    if (isTerminated && isAnswer) emit({ kind: 'reply', text: cleanControls(string.slice(1)) });
    string = undefined;
    // An Escape that does not end the string begins something else.
    return end - at + (!isEscape ? 1 : isTerminated ? 2 : 0);
  }

  function readPaste(at: number): number {
    const found = pending.indexOf(PASTE_END, at);
    const end = found === -1 ? Math.max(at, pending.length - PASTE_END.length + 1) : found;
    paste = `${paste}${pending.slice(at, end)}`.slice(0, MAX_PASTE);
    if (found === -1) return end - at;
    emitPaste(paste);
    return end + PASTE_END.length - at;
  }

  function emitPaste(text: string): void {
    emit({ kind: 'paste', text: cleanControls(text.replace(/\r\n?/g, '\n')) });
    paste = undefined;
  }

  function wait(): void {
    clearTimeout(timer);
    if (paste !== undefined || (pending === '' && string === undefined)) return;
    timer = setTimeout(giveUp, isAmbiguous(pending) && string === undefined ? escapeDelay : SEQUENCE_DELAY);
  }

  function giveUp(): void {
    if (string === undefined && isAmbiguous(pending)) emitAmbiguous(pending);
    pending = '';
    string = undefined;
  }

  function emitAmbiguous(text: string): void {
    const last = text.at(-1)!;
    for (let escapes = last === '\x1b' ? text.length : text.length - 2; escapes > 0; escapes -= 1) {
      emit({ kind: 'key', name: 'escape' });
    }
    if (last !== '\x1b') emit({ kind: 'key', name: `alt+${last}` });
  }

  return {
    push(bytes) {
      pending += decoder.decode(bytes, { stream: true });
      readAll();
      wait();
    },
    end() {
      clearTimeout(timer);
      pending += decoder.decode();
      readAll();
      if (paste !== undefined) emitPaste(`${paste}${pending}`.slice(0, MAX_PASTE));
      else giveUp();
      pending = '';
    },
  };
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

const cleanControls = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');

/** The beginning of a sequence that is also what a key sends, or two. */
const isAmbiguous = (text: string): boolean => /^\x1b{1,2}[[O]?$|^\x1b[\]P_]$/.test(text);
