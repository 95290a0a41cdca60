import { readFileSync } from 'node:fs';
import { compare } from '../src/compare/compare.ts';
import { parseDraft } from '../src/draft/parse-draft.ts';
import { exactMeasure } from '../src/report/measure.ts';
import { frameRows } from '../src/tui/frame.ts';
import { createKeymap } from '../src/tui/keymap.ts';
import { reduce } from '../src/tui/reduce.ts';
import { initialState } from '../src/tui/state.ts';
import { createPainter, STYLES } from '../src/tui/theme.ts';

const [cols, rows, ...keys] = process.argv.slice(2);
const look = {
  measure: await exactMeasure(),
  painter: createPainter(STYLES.dark, process.env.COL ? 'true' : 'none'),
  keymap: createKeymap(),
};
const read = (n: number) => parseDraft(readFileSync(`drafts/draft-${n}.md`, 'utf8'), `draft-${n}.md`);
let s = initialState({ columns: Number(cols), rows: Number(rows) }, new Map());
s = reduce(
  s,
  { type: 'opened', drafts: [2, 3].map((n) => ({ name: `draft-${n}.md`, note: '', file: undefined })) },
  look,
);
s = reduce(s, { type: 'compared', pair: [0, 1], comparison: compare(read(2), read(3)) }, look);
for (const key of keys) {
  if (key.startsWith('+')) {
    s = reduce(s, { type: 'typed', typing: { kind: 'text', text: key.slice(1) } }, look);
    continue;
  }
  if (key === 'submit') {
    s = reduce(s, { type: 'typed', typing: { kind: 'submit' } }, look);
    continue;
  }
  const name = look.keymap.commandOf(key);
  if (name) s = reduce(s, { type: 'command', name }, look);
}
for (const row of frameRows(s, look)) console.log(look.painter.paint(row));
