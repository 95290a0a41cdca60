import { GROUPS } from './commands.ts';
import type { Look } from './look.ts';
import { BLANK, cut, row, run } from './rows.ts';
import type { ViewRow } from './theme.ts';

/** Columns of the keys. */
const KEYS = 20;

const NAMES: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  'shift+space': 'Shift-Space',
  tab: 'Tab',
  'shift+tab': 'Shift-Tab',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  home: 'Home',
  end: 'End',
  backspace: 'Backspace',
  f1: 'F1',
};

/** A key as readers know it: `Ctrl-D`, `Esc`, `↓`. */
export const keyName = (key: string): string =>
  NAMES[key] ?? key.replace(/^ctrl\+(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`);

/** The table of commands with the keys that they have now. */
export const helpRows = (width: number, { measure, keymap }: Look): readonly ViewRow[] =>
  GROUPS.flatMap(({ title, commands }) => [
    row(run(title, 'heading')),
    ...commands.map(({ name, summary }) => {
      const keys = keymap.keysOf(name).map(keyName).join('  ');
      return row(...cut([run(`  ${(keys || '–').padEnd(KEYS)} `, 'key'), run(summary)], width, measure));
    }),
    BLANK,
  ]);
