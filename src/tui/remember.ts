/** Results kept: those of a state and of the one before, in two views. */
const KEPT = 4;

/** A pure function that gives its last results again where its arguments are the same. */
export function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  const kept: { readonly args: A; readonly result: R }[] = [];
  return (...args) => {
    const at = kept.findIndex(
      (entry) => entry.args.length === args.length && entry.args.every((arg, i) => arg === args[i]),
    );
    const [known = { args, result: compute(...args) }] = at < 0 ? [] : kept.splice(at, 1);
    kept.unshift(known);
    kept.length = Math.min(kept.length, KEPT);
    return known.result;
  };
}
