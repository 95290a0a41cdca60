/** Texts that are remembered at most, twice: those of two drafts of a long law. */
const MAX_TEXTS = 10_000;
/** Longer texts are not remembered, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/**
 * A reading of clauses' texts that remembers what it read last: successive drafts share most of their clauses, and a
 * chain reads each draft twice.
 *
 * @param read depends on the text alone
 */
export function recall<T>(read: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older: ReadonlyMap<string, T> = new Map();
  return (text) => {
    if (text.length > MAX_LENGTH) return read(text);
    const newest = recent.get(text);
    if (newest !== undefined) return newest;
    const found = older.get(text) ?? read(text);
    if (recent.size >= MAX_TEXTS) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, found);
    return found;
  };
}
