import type { Comparison, LinkedClause } from './comparison.ts';

/** Drafts that were made from one another: a chain, or the versions of a file with their branches and merges. */
export interface Lineage {
  /** The clauses of each draft; it stands behind all that it was made from. */
  readonly drafts: readonly (readonly LinkedClause[])[];
  /** In the order of the drafts to which they lead, and for one draft the nearest first. */
  readonly steps: readonly LineageStep[];
}

export interface LineageStep {
  /** Positions of the drafts. */
  readonly from: number;
  readonly to: number;
  /** Whether only passages were copied from there. */
  readonly copied: boolean;
  readonly comparison: Comparison;
}

/** The steps that lead to each draft. */
export function stepsTo({ drafts, steps }: Lineage): LineageStep[][] {
  const found: LineageStep[][] = drafts.map(() => []);
  for (const step of steps) found[step.to]?.push(step);
  return found;
}
