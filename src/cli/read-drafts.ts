import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Draft } from '../draft/draft.ts';
import { oneLine } from '../report/visible.ts';
import { isMarkdown } from '../util/is-markdown.ts';
import { reasonOf } from '../util/reason-of.ts';
import { statOf } from '../util/stat-of.ts';
import { byName, byNumber, IN_ORDER, type Order, readOrder } from './order-drafts.ts';
import { type ParsedArgs, type Program, UsageError } from './program.ts';
import { readDraft } from './read-draft.ts';

/**
 * Reads successive drafts, the oldest first.
 *
 * @param args for `--order`
 * @throws {UsageError | DraftError} one line: what, where, and what to do
 */
export async function readDrafts(
  program: Program,
  args: ParsedArgs,
  operands: readonly string[],
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const name of draftNames(program, args, operands)) drafts.push(await readDraft(name, program.cwd));
  return drafts;
}

/**
 * The drafts that operands name, two at least. A folder stands for the Markdown files in it, in the order of the numbers
 * in their heads if all have one, otherwise of their names; which one it was is told on standard error.
 *
 * @throws {UsageError} one line: what, where, and what to do
 */
export function draftNames(
  { cwd, stderr }: Program,
  args: ParsedArgs,
  operands: readonly string[],
): readonly string[] {
  const wanted = readOrder(args.value('order'));
  const folders = operands.map((operand) => draftsIn(operand, cwd));
  const given = operands.flatMap((operand, i) => folders[i] ?? [operand]);
  if (given.length < 2)
    throw new UsageError(
      given.length === 0
        ? 'name two drafts or more, or a folder of drafts'
        : `${given[0]}: is one draft; name two or more, or see its versions in git: clausediff view --history ${given[0]}`,
    );
  if (given.filter((name) => name === '-').length > 1)
    throw new UsageError('only one draft can come from standard input');
  const isFolder = folders.some((names) => names !== undefined);
  if (!isFolder && wanted === undefined) return given;
  const { names, order } = ordered(given, wanted, cwd);
  const how = order === 'given' ? 'as given' : `by ${order}`;
  stderr.write(`clausediff: drafts ${how}: ${listed(names)}\n`);
  return names;
}

/** Names told one by one; of more only the first ones and the last one. */
const MAX_NAMES = 6;

function listed(names: readonly string[]): string {
  const shown =
    names.length <= MAX_NAMES
      ? names
      : [...names.slice(0, MAX_NAMES - 2), '…', `${names.at(-1)} (${names.length})`];
  return shown.map(oneLine).join(', ');
}

function ordered(
  given: readonly string[],
  wanted: Order | undefined,
  cwd: string,
): { readonly names: readonly string[]; readonly order: Order } {
  if (wanted === 'given') return { names: given, order: 'given' };
  if (wanted === 'name') return { names: byName(given), order: 'name' };
  const names = byNumber(given, cwd);
  if (names) return { names, order: 'number' };
  if (wanted === undefined) return { names: given, order: 'name' };
  throw new UsageError(
    'not all drafts have a number of one document, such as 7775/25 REV 1, and each another; use --order name',
  );
}

function draftsIn(operand: string, cwd: string): string[] | undefined {
  if (operand === '-') return undefined;
  const folder = resolve(cwd, operand);
  if (!statOf(folder)?.isDirectory()) return undefined;
  const names = namesIn(operand, folder).filter(
    (name) => isMarkdown(name) && !/^(?:\.|readme\.)/i.test(name),
  );
  if (names.length === 0) throw new UsageError(`${operand}: holds no Markdown files; name the drafts`);
  return names.sort(IN_ORDER.compare).map((name) => join(operand, name));
}

function namesIn(operand: string, folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new UsageError(`${operand}: ${reasonOf(cause as NodeJS.ErrnoException)}`, { cause });
  }
}
