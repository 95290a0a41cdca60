/** How often a property is tried; `RUNS=0.1` a tenth as often, as mutation testing does. */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: Math.ceil(count * Number(process.env.RUNS ?? 1)),
});
