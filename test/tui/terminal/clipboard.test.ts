import { describe, expect, it } from 'vitest';
import { clipboardSequence, MAX_CLIPBOARD } from '../../../src/tui/terminal/clipboard.ts';

describe('the clipboard', () => {
  it('gets text of any script', () => {
    expect(clipboardSequence('é日', {})).toBe('\x1b]52;c;w6nml6U=\x07');
  });

  it('is reached through tmux', () => {
    expect(clipboardSequence('a', { TMUX: '/tmp/tmux,1,0' })).toBe('\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\');
  });

  it('refuses what terminals ignore', () => {
    expect(clipboardSequence('x'.repeat(MAX_CLIPBOARD), {}).length).toBeLessThan(100_000);
    expect(() => clipboardSequence('x'.repeat(MAX_CLIPBOARD + 1), {})).toThrow(RangeError);
  });
});
