import type { TerminalEvent } from './keys.ts';

type Background = 'dark' | 'light';

/** Asks for the background colour; the attributes of the device, which every terminal knows, come after the answer. */
const QUESTION = '\u001b]11;?\u001b\\\u001b[c';
/** Milliseconds that a terminal has to answer. */
const TIMEOUT = 200;

export interface BackgroundQuestion {
  /** @returns whether the event was an answer, and so nothing for anybody else */
  handle(event: TerminalEvent): boolean;
  readonly answer: Promise<Background | undefined>;
}

export function askBackground(write: (text: string) => void): BackgroundQuestion {
  let resolve: (answer: Background | undefined) => void = () => {};
  const answer = new Promise<Background | undefined>((done) => {
    resolve = done;
  });
  setTimeout(() => resolve(undefined), TIMEOUT).unref();
  write(QUESTION);
  return {
    answer,
    handle: (event) => {
      if (event.kind !== 'reply') return false;
      if (event.text.startsWith(']11;')) resolve(readColour(event.text.slice(4)));
      else if (event.text.endsWith('c')) resolve(undefined);
      return true;
    },
  };
}

/** `rgb:rrrr/gggg/bbbb` with one to four digits each. */
function readColour(text: string): Background | undefined {
  const match = /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(text);
  if (!match) return undefined;
  const [red = 0, green = 0, blue = 0] = match
    .slice(1)
    .map((digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1));
  // Relative luminance after ITU-R BT.709.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? 'light' : 'dark';
}

/** `COLORFGBG=15;0`, as rxvt and Konsole set it; 7 and 9 to 15 are light. */
export function backgroundFromEnv(env: Readonly<Record<string, string | undefined>>): Background | undefined {
  const last = /(?:^|;)(\d{1,2})$/.exec(env.COLORFGBG ?? '')?.[1];
  if (last === undefined) return undefined;
  return Number(last) === 7 || Number(last) > 8 ? 'light' : 'dark';
}
