import { segments } from '../report/runs.ts';
import type { Typing } from './actions.ts';

/** A line that is typed, and the caret in it, counted in graphemes. */
export interface TypedLine {
  readonly text: string;
  readonly caret: number;
}

/** Most graphemes of a line. */
const MAX_LENGTH = 500;

export function edited({ text, caret }: TypedLine, typing: Typing): TypedLine {
  const all = [...segments(text)];
  const joined = (before: readonly string[], after: readonly string[]): TypedLine => ({
    text: [...before, ...after].join(''),
    // What was typed may have joined the character before it.
    caret: [...segments(before.join(''))].length,
  });
  const [before, after] = [all.slice(0, caret), all.slice(caret)];
  if (typing.kind === 'text') {
    const typed = [...segments(typing.text.replace(/\p{Cc}+/gu, ' '))];
    return joined([...before, ...typed].slice(0, MAX_LENGTH - after.length), after);
  }
  if (typing.kind !== 'edit') return { text, caret };
  switch (typing.what) {
    case 'backspace':
      return joined(before.slice(0, -1), after);
    case 'delete':
      return joined(before, after.slice(1));
    case 'left':
      return { text, caret: Math.max(0, caret - 1) };
    case 'right':
      return { text, caret: Math.min(all.length, caret + 1) };
    case 'home':
      return { text, caret: 0 };
    case 'end':
      return { text, caret: all.length };
    case 'clear':
      return joined([], after);
  }
}
