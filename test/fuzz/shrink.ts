/** Tries at most, so that a slow failure is told too. */
const MAX_TRIES = 3000;

/**
 * A shorter list of texts that still fails, after Zeller's delta debugging: parts of ever smaller size are left out.
 *
 * @param fails whether texts fail in the same way
 */
export async function shrink(
  texts: readonly string[],
  fails: (texts: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  const best = [...texts];
  let tries = 0;
  for (let i = 0; i < best.length; i++) {
    for (let size = Math.ceil((best[i] as string).length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < (best[i] as string).length && tries < MAX_TRIES; ) {
        const text = best[i] as string;
        const candidate = best.with(i, text.slice(0, at) + text.slice(at + size));
        tries++;
        if (await fails(candidate)) best[i] = candidate[i] as string;
        else at += size;
      }
    }
  }
  return best;
}
