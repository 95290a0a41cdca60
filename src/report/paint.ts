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

export const colourPainter: Painter = {
  mark: (runs) => runs,
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
    runs.map(({ text, tone }) => {
      const [open, close] = MARKS[tone] ?? ['', ''];
      if (open === '') return { text, tone };
      const core = text.trim();
      const start = text.indexOf(core);
      return { text: text.slice(0, start) + open + core + close + text.slice(start + core.length), tone };
    }),
  paint: (row) => row.map(({ text }) => text).join(''),
};
