import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyParser, type TerminalEvent } from '../../../src/tui/terminal/keys.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function eventsOf(...chunks: readonly (string | Uint8Array)[]): TerminalEvent[] {
  const events: TerminalEvent[] = [];
  const parser = createKeyParser((event) => events.push(event));
  for (const chunk of chunks) parser.push(typeof chunk === 'string' ? bytesOf(chunk) : chunk);
  parser.end();
  return events;
}

/** Keys by name, texts they type in quotes, other events in words. */
function tell(event: TerminalEvent): string {
  switch (event.kind) {
    case 'key':
      return event.text === undefined ? event.name : `${event.name} "${event.text}"`;
    case 'mouse':
      return `${event.action} ${event.x},${event.y}`;
    case 'focus':
      return event.focused ? 'focus' : 'blur';
    default:
      return `${event.kind} ${JSON.stringify(event.text)}`;
  }
}

const TABLE: readonly (readonly [input: string, events: string[]])[] = [
  ['j', ['j "j"']],
  ['jG}', ['j "j"', 'G "G"', '} "}"']],
  [' ', ['space " "']],
  ['é日😀', ['é "é"', '日 "日"', '😀 "😀"']],
  ['e\u0301', ['e "e"', '\u0301 "\u0301"']],
  ['\r', ['enter']],
  ['\n', ['enter']],
  ['\t', ['tab']],
  ['\x1b[Z', ['shift+tab']],
  ['\x7f\x08', ['backspace', 'backspace']],
  ['\x1b[3~', ['delete']],
  ['\0', ['ctrl+space']],
  ['\x04', ['ctrl+d']],
  ['ab\x03', ['a "a"', 'b "b"', 'ctrl+c']],
  ['\x1c\x1f', ['ctrl+\\', 'ctrl+_']],
  ['\x1b', ['escape']],
  ['\x1b\x1b', ['escape', 'escape']],
  ['\x1bx\x1bX', ['alt+x', 'alt+X']],
  ['\x1b\r\x1b\x7f', ['alt+enter', 'alt+backspace']],
  ['\x1b\x04', ['ctrl+alt+d']],
  ['\x1b[', ['alt+[']],
  ['\x1bO', ['alt+O']],
  ['\x1b]', ['alt+]']],
  ['\x1b\x1b[', ['escape', 'alt+[']],
  ['\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
  ['\x1bOA\x1bOB\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
  [
    '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1bOH\x1bOF',
    ['home', 'end', 'home', 'end', 'home', 'end', 'home', 'end'],
  ],
  ['\x1b[5~\x1b[6~\x1b[2~', ['pageup', 'pagedown', 'insert']],
  ['\x1bOP\x1bOS\x1b[11~\x1b[15~\x1b[17~\x1b[24~\x1b[[A', ['f1', 'f4', 'f1', 'f5', 'f6', 'f12', 'f1']],
  ['\x1b[1;2A\x1b[1;5D\x1b[1;3C\x1b[1;6B', ['shift+up', 'ctrl+left', 'alt+right', 'ctrl+shift+down']],
  ['\x1b[5;5~\x1b[1;2P\x1bO5D', ['ctrl+pageup', 'shift+f1', 'ctrl+left']],
  ['\x1b\x1b[A\x1b\x1bOB', ['alt+up', 'alt+down']],
  ['\x1b[106u\x1b[106;2u\x1b[106:74;2u', ['j "j"', 'J "J"', 'J "J"']],
  ['\x1b[97;5u\x1b[100;6u\x1b[120;3u', ['ctrl+a', 'ctrl+shift+d', 'alt+x']],
  [
    '\x1b[27u\x1b[13;2u\x1b[9;2u\x1b[127u\x1b[32;5u',
    ['escape', 'shift+enter', 'shift+tab', 'backspace', 'ctrl+space'],
  ],
  ['\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u', ['a "a"', 'a "a"']],
  ['\x1b[57358u', []],
  ['\x1b[27;5;105~\x1b[27;2;13~\x1b[27;6;68~', ['ctrl+i', 'shift+enter', 'ctrl+shift+d']],
  ['\x1b[<0;1;1M\x1b[<0;1;1m\x1b[<32;10;5M', ['press 0,0', 'release 0,0', 'drag 9,4']],
  ['\x1b[<64;10;5M\x1b[<65;223;5M\x1b[<68;2;2M', ['wheel-up 9,4', 'wheel-down 222,4', 'wheel-up 1,1']],
  ['\x1b[<2;1;1M\x1b[<35;1;1M\x1b[<66;1;1M', []],
  ['\x1b[<0;0;0M', ['press 0,0']],
  ['\x1b[M !!j', ['j "j"']],
  ['\x1b[I\x1b[O', ['focus', 'blur']],
  ['\x1b[200~a\rb\r\nc\td\x1b[201~j', ['paste "a\\nb\\nc\\td"', 'j "j"']],
  ['\x1b[200~\x1b[A\x03\x1b[31m\x1b[201~', ['paste "[A[31m"']],
  ['\x1b[200~\x1b[201~', ['paste ""']],
  ['\x1b[200~not ended', ['paste "not ended"']],
  ['\x1b]11;rgb:ffff/ffff/dddd\x1b\\j', ['reply "11;rgb:ffff/ffff/dddd"', 'j "j"']],
  ['\x1b]11;rgb:ff/ff/dd\x07j', ['reply "11;rgb:ff/ff/dd"', 'j "j"']],
  ['\x1b[?62;22c\x1b[>0;276;0c', ['reply "?62;22c"', 'reply ">0;276;0c"']],
  ['\x1b[?2026;2$y', ['reply "?2026;2$y"']],
  ['\x1bP1$r0m\x1b\\j\x1b_Gi=1;OK\x1b\\k', ['j "j"', 'k "k"']],
  ['\x1b]11;cut\x1b[Aj', ['up', 'j "j"']],
  ['\x1b]11;cut\x18j', ['j "j"']],
  ['\x1b[99;99X\x1b[12 qj', ['j "j"']],
  ['\x1b[1;\x03', ['ctrl+c']],
  ['\x1b[1;5', []],
  ['\u0085\u009b', []],
];

describe('the keys of a terminal', () => {
  it.each(TABLE.map(([input, events]) => [JSON.stringify(input), input, events] as const))(
    'reads %s',
    (_, input, events) => {
      expect(eventsOf(input).map(tell)).toEqual(events);
    },
  );

  it('reads the same from chunks cut anywhere', () => {
    const inputs = TABLE.map(([input]) => bytesOf(input));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...inputs), fc.uint8Array({ maxLength: 6 })), { maxLength: 12 }),
        fc.array(fc.nat(60), { maxLength: 12 }),
        (parts, cuts) => {
          const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
          const places = [
            0,
            ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b),
            whole.length,
          ];
          const chunks = places.slice(1).map((place, i) => whole.subarray(places[i], place));
          expect(eventsOf(...chunks)).toEqual(eventsOf(whole));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('makes no control character a text, of any bytes', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom('\x1b', '\x1b[', '\x1b]', '\x1b[200~', '\x1b[201~', '\x1b[<0;', '\x1b[27;5;', '\x1bP')
        .map(bytesOf),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (chunks) => {
        for (const event of eventsOf(...chunks)) {
          if (event.kind === 'key') {
            expect(`${event.name}${event.text ?? ''}`).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
          }
          if (event.kind === 'paste' || event.kind === 'reply') {
            expect(event.text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('drops an answer that does not end, and what a paste has too much', () => {
    const flood = 'x'.repeat(64 * 1024);
    expect(eventsOf('\x1b]11;', ...Array(64).fill(flood), '\x07', 'j').map(tell)).toEqual(['j "j"']);
    const [paste, key] = eventsOf('\x1b[200~', ...Array(64).fill(flood), '\x1b[201~', 'j');
    expect(paste).toMatchObject({ kind: 'paste', text: 'x'.repeat(1024 * 1024) });
    expect(key).toMatchObject({ name: 'j' });
  });
});

describe('a key that may be the start of another', () => {
  const next = async (bytes: string): Promise<string> =>
    new Promise((resolve) => {
      createKeyParser((event) => resolve(tell(event)), { escapeDelay: 1 }).push(bytesOf(bytes));
    });

  it('is an Escape after the delay', async () => {
    expect(await next('\x1b')).toBe('escape');
    expect(await next('\x1b[')).toBe('alt+[');
  });

  it('waits longer for the rest of what cannot be keys', async () => {
    const events: TerminalEvent[] = [];
    const parser = createKeyParser((event) => events.push(event), { escapeDelay: 1 });
    parser.push(bytesOf('\x1b[<64;1'));
    await next('\x1b');
    parser.push(bytesOf('0;5M'));
    expect(events.map(tell)).toEqual(['wheel-up 9,4']);
  });
});
