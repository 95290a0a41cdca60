import { describe, expect, it, vi } from 'vitest';
import { askBackground, backgroundFromEnv } from '../../../src/tui/terminal/background.ts';

describe('the background of the terminal', () => {
  const ask = (...replies: string[]) => {
    const asked: string[] = [];
    const { handle, answer } = askBackground((text) => asked.push(text));
    const handled = replies.map((text) => handle({ kind: 'reply', text }));
    return { asked, handled, answer };
  };

  it.each([
    ['11;rgb:ffff/ffff/dddd', 'light'],
    ['11;rgb:0000/0000/0000', 'dark'],
    ['11;rgb:f/f/f', 'light'],
    ['11;rgb:28/2c/34', 'dark'],
    ['11;rgb:000/fff/000', 'light'],
    ['11;rgb:0000/0000/ffff', 'dark'],
    ['11;rgba:fdfd/f6f6/e3e3/ffff', 'light'],
    ['11;nonsense', undefined],
    ['11;rgb:fffff/0/0', undefined],
  ])('reads %s as %s', async (reply, background) => {
    const { asked, handled, answer } = ask(reply, '?62;22c');
    expect(await answer).toBe(background);
    expect({ asked, handled }).toEqual({ asked: ['\x1b]11;?\x1b\\\x1b[c'], handled: [true, true] });
  });

  it('is unknown to a terminal that tells its kind only', async () => {
    expect(await ask('?1;2c').answer).toBeUndefined();
  });

  it('is unknown when the terminal does not answer in time', async () => {
    vi.useFakeTimers();
    const { answer } = ask();
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    expect(await answer).toBeUndefined();
  });

  it('leaves other events alone', () => {
    const { handle } = askBackground(() => {});
    expect(handle({ kind: 'reply', text: '10;rgb:0/0/0' })).toBe(false);
    expect(handle({ kind: 'key', name: 'j', text: 'j' })).toBe(false);
  });

  it.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;7', 'light'],
    ['15;8', 'dark'],
    ['15;default', undefined],
    ['', undefined],
  ])('is told by COLORFGBG %j: %s', (COLORFGBG, background) => {
    expect(backgroundFromEnv({ COLORFGBG })).toBe(background);
  });

  it('is not told without COLORFGBG', () => {
    expect(backgroundFromEnv({})).toBeUndefined();
  });
});
