/** A pure function that gives its last result again while its arguments are the same. */
export function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (!last || last.args.length !== args.length || last.args.some((arg, i) => arg !== args[i]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}
