import { resolve } from 'node:path';
import type { Draft } from '../draft/draft.ts';
import { statOf } from '../util/stat-of.ts';
import { type ParsedArgs, type Program, UsageError } from './program.ts';
import { readDrafts } from './read-drafts.ts';

/** Successive drafts, and what each is called where phrases are told by draft. */
export interface NamedChain {
  readonly drafts: readonly Draft[];
  readonly names: readonly string[];
}

/**
 * The drafts that operands name; one file alone stands for its versions in git.
 *
 * @param args for `--order`
 * @throws one line: what, where, and what to do
 */
export async function readChain(
  program: Program,
  args: ParsedArgs,
  operands: readonly string[] = args.operands,
): Promise<NamedChain> {
  const { cwd } = program;
  const [file, revision, ...more] = operands;
  if (file === undefined) throw new UsageError('name a file that is in git, or two drafts or more');
  const isAlone =
    revision === undefined || (more.length === 0 && !isThere(revision, cwd) && isThere(file, cwd));
  if (!isAlone || statOf(resolve(cwd, file))?.isDirectory()) {
    const drafts = await readDrafts(program, args, operands);
    return { drafts, names: drafts.map(({ name }) => name) };
  }
  const { readVersions } = await import('./read-history.ts');
  const { drafts, commits } = readVersions(cwd, file, { range: revision });
  const names = commits.map(({ id, date, author }) => `${id.slice(0, 10)} ${date.slice(0, 10)} ${author}`);
  return { drafts, names };
}

const isThere = (name: string, cwd: string): boolean =>
  name === '-' || name.includes(':') || statOf(resolve(cwd, name)) !== undefined;
