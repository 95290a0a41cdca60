import { describe, expect, it } from 'vitest';
import { decodeDraft } from '../../src/draft/decode.ts';
import { DraftError } from '../../src/draft/draft.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The message of the error that reading these bytes gives. */
function refusal(bytes: Uint8Array): string {
  try {
    return `read as ${JSON.stringify(decodeDraft(bytes, 'drafts/june.md').slice(0, 40))}`;
  } catch (error) {
    if (error instanceof DraftError) return error.message;
    throw error;
  }
}

describe('bytes that are a draft', () => {
  it('are decoded as UTF-8', () => {
    expect(decodeDraft(utf8('Ελλάδα, Європа, 理事会, 👍'), 'a.md')).toBe('Ελλάδα, Європа, 理事会, 👍');
  });

  it('lose a byte-order mark and nothing else', () => {
    expect(decodeDraft(utf8('\ufeff1. One.\r\n'), 'a.md')).toBe('1. One.\r\n');
  });

  it('may be none at all', () => {
    expect(decodeDraft(new Uint8Array(), 'a.md')).toBe('');
  });

  it('may be as many as 64 MiB', () => {
    const bytes = new Uint8Array(64 * 1024 * 1024).fill(0x61);
    expect(decodeDraft(bytes, 'a.md')).toHaveLength(bytes.length);
  });
});

describe('bytes that are no draft are refused in one line', () => {
  it.each([
    [
      'an invalid byte',
      [0x41, 0x0a, 0x42, 0x0a, 0xe9, 0x0a],
      /^drafts\/june\.md: line 3 is not valid UTF-8;.*UTF-8/,
    ],
    ['an invalid byte after CRLF', [0x41, 0x0d, 0x0a, 0xff], /^drafts\/june\.md: line 2 is not valid UTF-8/],
    ['a sequence that breaks off', [0x41, 0xc3], /^drafts\/june\.md: line 1 is not valid UTF-8/],
    [
      'an encoded surrogate',
      [0x0a, 0x0a, 0x0a, 0xed, 0xa0, 0x80],
      /^drafts\/june\.md: line 4 is not valid UTF-8/,
    ],
    ['a NUL', [0x41, 0x0a, 0x0d, 0x0a, 0x42, 0x00], /^drafts\/june\.md: line 3 holds a NUL byte/],
    ['UTF-16, little-endian', [0xff, 0xfe, 0x41, 0x00], /^drafts\/june\.md: .*UTF-16; convert it to UTF-8/],
    ['UTF-16, big-endian', [0xfe, 0xff, 0x00, 0x41], /^drafts\/june\.md: .*UTF-16; convert it to UTF-8/],
    ['a NUL', [0x41, 0x0a, 0x00], /^drafts\/june\.md: .*NUL.*binary/],
    ['UTF-16 without a byte-order mark', [0x41, 0x00, 0x42, 0x00], /^drafts\/june\.md: .*NUL.*binary/],
  ])('%s', (_, bytes, expected) => {
    const message = refusal(Uint8Array.from(bytes));
    expect(message).toMatch(expected);
    expect(message).not.toContain('\n');
  });

  it('more than 64 MiB', () => {
    const message = refusal(new Uint8Array(64 * 1024 * 1024 + 1).fill(0x61));
    expect(message).toMatch(/^drafts\/june\.md: .*limit of 64 MiB/);
    expect(message).not.toContain('\n');
  });
});
