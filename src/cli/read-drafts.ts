import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Draft } from '../draft/draft.ts';
import { UsageError } from './program.ts';
import { readDraft } from './read-draft.ts';

/**
 * Reads successive drafts, the oldest first. A folder stands for the Markdown files in it, in the order of their names,
 * numbers in them counted as numbers.
 *
 * @throws {UsageError | DraftError} one line: what, where, and what to do
 */
export async function readDrafts(operands: readonly string[], cwd: string): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const name of draftNames(operands, cwd)) drafts.push(await readDraft(name, cwd));
  return drafts;
}

/**
 * The drafts that operands name, two at least, with folders written out.
 *
 * @throws {UsageError} one line: what, where, and what to do
 */
export function draftNames(operands: readonly string[], cwd: string): string[] {
  const names = operands.flatMap((operand) => draftsIn(operand, cwd) ?? [operand]);
  if (names.length < 2)
    throw new UsageError(
      names.length === 0
        ? 'name two drafts or more, or a folder of drafts'
        : `${names[0]}: is one draft; name two or more`,
    );
  if (names.filter((name) => name === '-').length > 1)
    throw new UsageError('only one draft can come from standard input');
  return names;
}

function draftsIn(operand: string, cwd: string): string[] | undefined {
  if (operand === '-') return undefined;
  const folder = resolve(cwd, operand);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const names = readdirSync(folder).filter(
    (name) => /\.(?:md|markdown)$/i.test(name) && !/^(?:\.|readme\.)/i.test(name),
  );
  if (names.length === 0) throw new UsageError(`${operand}: holds no Markdown files; name the drafts`);
  return names.sort(IN_ORDER.compare).map((name) => join(operand, name));
}

const IN_ORDER = new Intl.Collator('en', { numeric: true });
