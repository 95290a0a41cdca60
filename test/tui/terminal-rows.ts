import type { Terminal } from '@xterm/headless';

/** What stands on a terminal, row by row, blanks at the ends left out. */
export function rowsOf({ buffer, rows, cols }: Terminal): string[] {
  const { active } = buffer;
  return Array.from({ length: rows }, (_, i) =>
    (active.getLine(active.viewportY + i)?.translateToString(true, 0, cols) ?? '').trimEnd(),
  );
}
