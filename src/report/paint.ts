import type { Run, Tone } from './runs.ts';

/** Turns rows of runs into lines for one kind of output. */
export interface Painter {
  /** Prepares runs for wrapping: without colour, marks are written around what is inserted or deleted. */
  mark(runs: readonly Run[]): readonly Run[];
  paint(row: readonly Run[]): string;
}

/** SGR parameters by meaning. Red and cyan differ for every kind of colour vision; strike and underline say it too. */
const SGR: Readonly<Record<Tone, string>> = {
  plain: '',
  insert: '36;4',
  delete: '31;9',
  heading: '1',
  strong: '1',
  quiet: '2',
};

/** Divides the blanks around marked words from the words: a mark lies on words. */
const trimmed = (runs: readonly Run[]): Run[] =>
  runs.flatMap(({ text, tone }) => {
    const core = text.trim();
    if (core === text || core === '' || (tone !== 'insert' && tone !== 'delete')) return { text, tone };
    const start = text.indexOf(core);
    const blank = (part: string): Run[] => (part === '' ? [] : [{ text: part, tone: 'plain' }]);
    return [...blank(text.slice(0, start)), { text: core, tone }, ...blank(text.slice(start + core.length))];
  });

export const colourPainter: Painter = {
  mark: trimmed,
  paint: (row) =>
    row
      .map(({ text, tone }) =>
        SGR[tone] === '' || text === '' ? text : `\u001b[${SGR[tone]}m${text}\u001b[0m`,
      )
      .join(''),
};

/** The marks of `git diff --word-diff`, with braces on both: square brackets mean open text in a draft. */
const MARKS: Partial<Record<Tone, readonly [open: string, close: string]>> = {
  insert: ['{+', '+}'],
  delete: ['{-', '-}'],
};

export const plainPainter: Painter = {
  mark: (runs) =>
    trimmed(runs).map(({ text, tone }) => {
      const [open, close] = MARKS[tone] ?? ['', ''];
      return { text: open + text + close, tone };
    }),
  paint: (row) => row.map(({ text }) => text).join(''),
};
