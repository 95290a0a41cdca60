import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeyParser, type TerminalEvent } from '../../src/tui/terminal/keys.ts';

function read(...chunks: readonly (string | Uint8Array)[]): TerminalEvent[] {
  const events: TerminalEvent[] = [];
  const parser = createKeyParser((event) => events.push(event));
  for (const chunk of chunks) parser.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  parser.end();
  return events;
}

const key = (name: string, text?: string): TerminalEvent =>
  text === undefined ? { kind: 'key', name } : { kind: 'key', name, text };

/** What terminals send, and what it means. */
const SEQUENCES: readonly (readonly [bytes: string, ...events: TerminalEvent[]])[] = [
  ['j', key('j', 'j')],
  ['G', key('G', 'G')],
  [' ', key('space', ' ')],
  ['é', key('é', 'é')],
  ['e\u0301', key('e\u0301', 'e\u0301')],
  ['👩‍👩‍👧‍👦', key('👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦')],
  ['漢字', key('漢', '漢'), key('字', '字')],
  ['jjj', key('j', 'j'), key('j', 'j'), key('j', 'j')],
  ['\r', key('enter')],
  ['\t', key('tab')],
  ['\x7f', key('backspace')],
  ['\b', key('backspace')],
  ['\x03', key('ctrl+c')],
  ['\x04\x15', key('ctrl+d'), key('ctrl+u')],
  ['\0', key('ctrl+space')],
  ['\x1f', key('ctrl+_')],
  ['\x1b', key('escape')],
  ['\x1b\x1b', key('escape'), key('escape')],
  ['\x1bx', key('alt+x')],
  ['\x1b[A\x1b[B', key('up'), key('down')],
  ['\x1bOC\x1bOD', key('right'), key('left')],
  ['\x1b[1;5D', key('ctrl+left')],
  ['\x1b[1;2A', key('shift+up')],
  ['\x1b[5~\x1b[6~', key('pageup'), key('pagedown')],
  ['\x1b[H\x1b[4~\x1b[3~', key('home'), key('end'), key('delete')],
  ['\x1bOP\x1b[15~\x1b[[B', key('f1'), key('f5'), key('f2')],
  ['\x1b[Z', key('shift+tab')],
  ['\x1b[97;5u', key('ctrl+a')],
  ['\x1b[32;2u', key('shift+space')],
  ['\x1b[106u', key('j', 'j')],
  ['\x1b[106;1:3u'],
  ['\x1b[27;5;100~', key('ctrl+d')],
  ['\x1b[57441;2u'],
  ['\x1b[<64;10;5M', { kind: 'mouse', action: 'wheel-up', x: 9, y: 4 }],
  ['\x1b[<65;10;5M', { kind: 'mouse', action: 'wheel-down', x: 9, y: 4 }],
  ['\x1b[<0;1;1M', { kind: 'mouse', action: 'press', x: 0, y: 0 }],
  ['\x1b[<0;1;1m', { kind: 'mouse', action: 'release', x: 0, y: 0 }],
  ['\x1b[<32;3;4M', { kind: 'mouse', action: 'drag', x: 2, y: 3 }],
  ['\x1b[200~q\x1b[A\x03\x1b[201~', { kind: 'paste', text: 'q\x1b[A\x03' }],
  ['\x1b[I\x1b[O', { kind: 'focus', focused: true }, { kind: 'focus', focused: false }],
  ['\x1b]11;rgb:ffff/ffff/ffff\x1b\\', { kind: 'reply', text: ']11;rgb:ffff/ffff/ffff' }],
  ['\x1b]11;rgb:00/00/00\x07', { kind: 'reply', text: ']11;rgb:00/00/00' }],
  ['\x1b[?62;22c', { kind: 'reply', text: '[?62;22c' }],
  ['\x1b[?2026;2$y', { kind: 'reply', text: '[?2026;2$y' }],
  ['\x1b[99;99X'],
];

describe('keys', () => {
  it.each(SEQUENCES)('%j', (...[bytes, ...events]) => {
    expect(read(bytes as string)).toEqual(events);
  });

  it('are the same however the bytes are cut', () => {
    // An Escape that is followed by something is the start of it, so it stands last.
    // A letter is a key at once; an accent that comes later on its own is another.
    const whole = SEQUENCES.filter(([bytes]) => !/^\u001b+$|^e\u0301$/.test(bytes));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...whole), { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        (sequences, sizes) => {
          const bytes = Buffer.from(sequences.map(([text]) => text).join('.'));
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value as number;
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(read(...chunks)).toEqual(read(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never type a control character, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 6 }), (chunks) => {
        for (const event of read(...chunks))
          if (event.kind === 'key' && event.text !== undefined) expect(event.text).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not wait for ever for the end of a sequence', () => {
    expect(read(`\x1b]${'x'.repeat(10_000)}`, 'j').at(-1)).toEqual(key('j', 'j'));
  });

  it('take the start of a paste that is far too long, and no key from the rest', () => {
    const events = read(
      '\x1b[200~',
      ...Array.from({ length: 30 }, () => 'q'.repeat(100_000)),
      'q\x1b[20',
      '1~j',
    );
    expect(events.map((event) => (event.kind === 'paste' ? event.text.length : event))).toEqual([
      1024 * 1024,
      key('j', 'j'),
    ]);
  });
});

describe('Escape', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is a key once nothing follows', () => {
    const events: TerminalEvent[] = [];
    const parser = createKeyParser((event) => events.push(event), { escapeDelay: 40 });
    parser.push(Buffer.from('\x1b'));
    expect(events).toEqual([]);
    vi.advanceTimersByTime(39);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(events).toEqual([key('escape')]);
    parser.push(Buffer.from('[A'));
    expect(events.slice(1).map((event) => (event.kind === 'key' ? event.text : ''))).toEqual(['[', 'A']);
  });

  it('is the start of what follows in time', () => {
    const events: TerminalEvent[] = [];
    const parser = createKeyParser((event) => events.push(event), { escapeDelay: 40 });
    parser.push(Buffer.from('\x1b'));
    vi.advanceTimersByTime(20);
    parser.push(Buffer.from('[A'));
    expect(events).toEqual([key('up')]);
  });
});
