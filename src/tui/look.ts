import type { Measure } from '../report/measure.ts';
import type { Keymap } from './keymap.ts';
import type { Painter } from './theme.ts';

/** What rows are made with. */
export interface Look {
  readonly measure: Measure;
  readonly painter: Painter;
  readonly keymap: Keymap;
}
