import { resolve } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { linkedClause } from '../compare/compare.ts';
import type { Lineage } from '../compare/lineage.ts';
import type { CompareOptions } from '../compare/options.ts';
import type { Draft } from '../draft/draft.ts';
import { statOf } from '../util/stat-of.ts';
import { compareCached } from './compare-chain.ts';
import { type ParsedArgs, type Program, UsageError } from './program.ts';
import { readDrafts } from './read-drafts.ts';

/** Drafts, each behind all that it was made from, and what each is called where phrases are told by draft. */
export interface NamedDrafts {
  readonly drafts: readonly Draft[];
  readonly names: readonly string[];
  /** Which was made from which. */
  readonly steps: readonly DraftStep[];
}

interface DraftStep {
  readonly from: number;
  readonly to: number;
  readonly copied: boolean;
}

/**
 * The drafts that operands name; one file alone stands for its versions in git.
 *
 * @param args for `--order`
 * @param withCopies whether to look in git for text that came from other drafts
 * @throws one line: what, where, and what to do
 */
export async function readLineage(
  program: Program,
  args: ParsedArgs,
  operands: readonly string[],
  withCopies: boolean,
): Promise<NamedDrafts> {
  const { cwd } = program;
  const [file, revision, ...more] = operands;
  if (file === undefined) throw new UsageError('name a file that is in git, or two drafts or more');
  const isAlone =
    revision === undefined || (more.length === 0 && !isThere(revision, cwd) && isThere(file, cwd));
  if (isAlone && !statOf(resolve(cwd, file))?.isDirectory())
    return readFromGit(program, file, revision, withCopies);
  const drafts = await readDrafts(program, args, operands);
  const steps = drafts.slice(1).map((_, from) => ({ from, to: from + 1, copied: false }));
  return { drafts, names: drafts.map(({ name }) => name), steps };
}

const isThere = (name: string, cwd: string): boolean =>
  name === '-' || name.includes(':') || statOf(resolve(cwd, name)) !== undefined;

/** Git is loaded only where it is asked for. */
async function readFromGit(
  { cwd, stderr }: Program,
  file: string,
  revision: string | undefined,
  withCopies: boolean,
): Promise<NamedDrafts> {
  const { resolveRange } = await import('../git/revision-range.ts');
  const { shallowNote } = await import('../git/shallow-note.ts');
  const { versionGraph } = await import('../git/version-graph.ts');
  const { readVersions, refuseDeleted, SHORT } = await import('./file-versions.ts');
  const versions = versionGraph(cwd, file, resolveRange(cwd, { range: revision }).tip, withCopies);
  refuseDeleted(file, versions);
  const note = shallowNote(cwd);
  if (note !== undefined) stderr.write(`clausediff: ${note}\n`);
  return {
    drafts: readVersions(cwd, versions),
    names: versions.map(({ id, date, author }) => `${id.slice(0, SHORT)} ${date.slice(0, 10)} ${author}`),
    steps: versions.flatMap(({ parents, copied }, to) => [
      ...parents.map((from) => ({ from, to, copied: false })),
      ...copied.map((from) => ({ from, to, copied: true })),
    ]),
  };
}

/** Compares each draft with those that it was made from; what the cache knows is not compared again. */
export function compareLineage(
  { drafts, steps }: NamedDrafts,
  options: CompareOptions,
  cache: Cache,
): Lineage {
  return {
    drafts: drafts.map(({ clauses }) => clauses.map(linkedClause)),
    steps: steps.map((step) => ({
      ...step,
      comparison: compareCached(drafts[step.from]!, drafts[step.to]!, options, cache),
    })),
  };
}
