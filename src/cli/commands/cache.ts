import { MAX_BYTES } from '../../cache/cache.ts';
import { clear, type Holding, holdingOf } from '../../cache/entries.ts';
import { isCache, isEmptyPlace } from '../../cache/own-folder.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import { type Command, type ParsedArgs, type Program, UsageError } from '../program.ts';
import { cacheFolder } from '../user-folders.ts';

export const cacheCommand: Command = {
  name: 'cache',
  usage: 'cache path|size|clear',
  summary:
    'the comparisons that are kept: where, how much, and away with them; they hold wording of your drafts',
  options: GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  examples: [
    'clausediff cache size',
    'clausediff cache clear',
    'CLAUSEDIFF_NO_CACHE=1 clausediff history text.md',
  ],
  exitCodes: '0 done',
  run: runCache,
};

async function runCache({ env, stdout }: Program, { operands }: ParsedArgs): Promise<ExitCode> {
  const [action, ...more] = operands;
  if (action === undefined || !Object.hasOwn(ACTIONS, action) || more.length > 0)
    throw new UsageError('cache takes path, size or clear; see clausediff cache --help');
  stdout.write(`${ACTIONS[action as keyof typeof ACTIONS](cacheFolder(env))}\n`);
  return EXIT.same;
}

const ACTIONS = {
  path: (folder: string) => folder,
  size: (folder: string) => `${told(holdingOf(usable(folder)))} of ${MAX_BYTES / MIB} MiB at most`,
  clear: (folder: string) => `removed ${told(clear(usable(folder)))}`,
} as const;

/** @throws {UsageError} if something else is there */
function usable(folder: string): string {
  if (isCache(folder) || isEmptyPlace(folder)) return folder;
  throw new UsageError(
    `${folder}: is not used: clausediff did not make it, or others than you can write to it; look into it, and move it away`,
  );
}

const MIB = 1024 * 1024;

const told = ({ entries, bytes }: Holding): string =>
  `${entries} ${entries === 1 ? 'entry' : 'entries'}, ${(bytes / MIB).toFixed(1)} MiB`;
