import { readFileSync } from 'node:fs';
import { compare } from '../../src/compare/compare.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { exactMeasure } from '../../src/report/measure.ts';
import type { Action } from '../../src/tui/actions.ts';
import { frameRows } from '../../src/tui/frame.ts';
import { createKeymap, type OwnKeys } from '../../src/tui/keymap.ts';
import type { Look } from '../../src/tui/look.ts';
import { reduce } from '../../src/tui/reduce.ts';
import { initialState, type Size, type State } from '../../src/tui/state.ts';
import { createPainter, STYLES } from '../../src/tui/theme.ts';
import { typingOf } from '../../src/tui/typing-of.ts';

export const measure = await exactMeasure();

/** Without colours, so that marks tell what changed. */
const lookWith = (keys: OwnKeys = {}): Look => ({
  measure,
  painter: createPainter(STYLES.dark, 'none'),
  keymap: createKeymap(keys),
});

/** A view without a terminal: drafts in, keys in, frames out. */
export class Viewer {
  state: State;
  readonly look: Look;
  readonly #texts: readonly (readonly [name: string, text: string])[];

  constructor(
    texts: readonly (readonly [name: string, text: string])[],
    { size = { columns: 100, rows: 30 }, keys = {} }: { size?: Size; keys?: OwnKeys } = {},
  ) {
    this.#texts = texts;
    this.look = lookWith(keys);
    this.state = initialState(size, new Map());
    const drafts = texts.map(([name]) => ({ name, note: '', file: undefined }));
    this.act({ type: 'opened', drafts });
  }

  /** What the effects do in the world: a pair that is wanted is compared. */
  act(action: Action): this {
    const before = this.state.pair;
    this.state = reduce(this.state, action, this.look);
    if (this.state.pair !== before) this.compare();
    return this;
  }

  compare(texts = this.#texts): this {
    const [older, newer] = this.state.pair.map((i) => {
      const [name, text] = texts[i] as readonly [string, string];
      return parseDraft(text, name);
    });
    return this.act({ type: 'compared', pair: this.state.pair, comparison: compare(older!, newer!) });
  }

  /** Keys as the key parser names them; while a line is typed, single characters type themselves. */
  press(...keys: readonly string[]): this {
    for (const name of keys) {
      if (this.state.dialog?.kind === 'prompt') {
        const text = name === 'space' ? ' ' : name.length === 1 ? name : undefined;
        const typing = typingOf(text === undefined ? { kind: 'key', name } : { kind: 'key', name, text });
        if (typing) this.act({ type: 'typed', typing });
        continue;
      }
      const command = this.look.keymap.commandOf(name);
      if (command) this.act({ type: 'command', name: command });
    }
    return this;
  }

  type(text: string): this {
    return this.press(
      ...text
        .replaceAll(' ', '\u0000')
        .split('')
        .map((char) => (char === '\u0000' ? 'space' : char)),
    );
  }

  resize(columns: number, rows: number): this {
    return this.act({ type: 'resized', size: { columns, rows } });
  }

  /** The screen, row by row, without what only looks. */
  get rows(): string[] {
    return frameRows(this.state, this.look).map((row) => row.runs.map(({ text }) => text).join(''));
  }

  get screen(): string {
    return this.rows.map((row) => row.trimEnd()).join('\n');
  }
}

export const draft = (n: number): readonly [string, string] => [
  `draft-${n}.md`,
  readFileSync(`drafts/draft-${n}.md`, 'utf8'),
];

export const demo = (...numbers: readonly number[]): readonly (readonly [string, string])[] =>
  numbers.map(draft);
