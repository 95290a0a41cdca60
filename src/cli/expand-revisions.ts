import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Option, type ParsedArgs, type Program, UsageError } from './program.ts';

export const STAGED_OPTION: Option = {
  name: 'staged',
  summary: 'one FILE: its version in HEAD, and the one that is staged',
};

/**
 * The drafts that operands name, with git's ways of naming two versions of a file written out: `A..B FILE` is
 * `A:./FILE` and `B:./FILE` (HEAD where a side is left out, `A...B` from where both parted), and with `--staged` `FILE`
 * is its version in HEAD and the one that is staged. Through a rename the older name is used for the older version.
 *
 * @throws {UsageError} if what is named makes no sense
 */
export async function expandRevisions({ cwd }: Program, args: ParsedArgs): Promise<readonly string[]> {
  const { operands } = args;
  if (args.has('staged')) {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0) throw new UsageError('--staged takes one file');
    return versionsOf(cwd, file, 'HEAD', '');
  }
  const [range, file, ...more] = operands;
  const [, from, dots, to] = /^((?:(?!\.\.).)*)(\.\.\.?)(.*)$/.exec(range ?? '') ?? [];
  if (dots === undefined || file === undefined || more.length > 0 || /[/\\]/.test(dots)) return operands;
  if (range === undefined || range.startsWith('.') || existsSync(resolve(cwd, range)) || range.includes(':'))
    return operands;
  const [older, newer] = [from || 'HEAD', to || 'HEAD'];
  if (dots === '..') return versionsOf(cwd, file, older, newer);
  const { mergeBase } = await import('../git/revision-range.ts');
  return versionsOf(cwd, file, mergeBase(cwd, older, newer), newer);
}

/** @param newer a revision, or empty for what is staged */
async function versionsOf(cwd: string, file: string, older: string, newer: string): Promise<string[]> {
  const { nameInRevision, pathInRevision } = await import('../git/renames.ts');
  const before = nameInRevision(cwd, file, older, newer);
  return [`${older}:${before}`, `${newer}:${pathInRevision(cwd, file)}`];
}
