import { unwatchFile, watchFile } from 'node:fs';

/** Milliseconds between two looks. Looking at the file finds also what an editor puts in its place. */
const INTERVAL = 400;

/** Calls back with the position of each file whose content may have changed. Gives what ends it. */
export function watchFiles(
  files: readonly (string | undefined)[],
  onChange: (index: number) => void,
): () => void {
  const watched = files.flatMap((file, index) => {
    if (file === undefined) return [];
    const listener = (
      now: { mtimeMs: number; size: number },
      before: { mtimeMs: number; size: number },
    ): void => {
      const isThere = now.mtimeMs > 0;
      if (isThere && (now.mtimeMs !== before.mtimeMs || now.size !== before.size)) onChange(index);
    };
    watchFile(file, { interval: INTERVAL, persistent: false }, listener);
    return [{ file, listener }];
  });
  return () => {
    for (const { file, listener } of watched) unwatchFile(file, listener);
  };
}
