import type { TerminalEvent } from './keys.ts';

type Background = 'dark' | 'light';

/** Milliseconds to wait for a terminal that answers neither question. */
const PATIENCE = 200;

/** The background colour (OSC 11), and what every terminal answers: its kind, which comes after. */
const QUESTION = '\x1b]11;?\x1b\\\x1b[c';

/**
 * Asks the terminal for its background colour.
 *
 * @returns `handle`, which takes the events of the terminal and tells whether one was the answer; `answer` is undefined
 *   for a terminal that does not say
 */
export function askBackground(write: (text: string) => void): {
  handle(event: TerminalEvent): boolean;
  readonly answer: Promise<Background | undefined>;
} {
  let settle: (background: Background | undefined) => void = () => {};
  const answer = new Promise<Background | undefined>((resolve) => {
    settle = resolve;
  });
  setTimeout(() => settle(undefined), PATIENCE).unref();
  write(QUESTION);
  return {
    answer,
    handle(event) {
      if (event.kind !== 'reply') return false;
      const isColour = event.text.startsWith('11;');
      const isKind = /^\?[\d;]*c$/.test(event.text);
      if (isColour || isKind) settle(isColour ? readColour(event.text.slice(3)) : undefined);
      return isColour || isKind;
    },
  };
}

/** `rgb:ffff/ffff/ffff` or `rgba:…`, with one to four hexadecimal digits a channel. */
function readColour(text: string): Background | undefined {
  const match = /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(text);
  if (!match) return undefined;
  const [red, green, blue] = match
    .slice(1)
    .map((digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1));
  // Rec. 709
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.5 ? 'light' : 'dark';
}

/** Reads `COLORFGBG`, as rxvt and Konsole set it: `foreground;background`, numbers of the 16 colours. */
export function backgroundFromEnv(env: Readonly<Record<string, string | undefined>>): Background | undefined {
  const background = /;(\d{1,2})$/.exec(env.COLORFGBG ?? '')?.[1];
  if (background === undefined) return undefined;
  const LIGHT_GREY = 7;
  const DARK_GREY = 8;
  const colour = Number(background);
  return colour >= LIGHT_GREY && colour !== DARK_GREY ? 'light' : 'dark';
}
