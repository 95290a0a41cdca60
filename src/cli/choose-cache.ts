import { createHash } from 'node:crypto';
import { type Cache, NO_CACHE, openCache } from '../cache/cache.ts';
import type { CompareOptions } from '../compare/options.ts';
import type { RecordOrigin } from '../report/record.ts';
import type { Option, ParsedArgs, Program } from './program.ts';
import { cacheFolder } from './user-folders.ts';

/** Digest of the program's source. */
declare const CLAUSEDIFF_BUILD: string;

export const CACHE_OPTION: Option = {
  name: 'no-cache',
  summary: 'compute everything anew, and keep nothing',
};

/** What this program with these words makes. */
export const originOf = (options: CompareOptions): RecordOrigin => ({
  build: CLAUSEDIFF_BUILD,
  words: createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16),
});

/** The user's own cache; none with `--no-cache` or `CLAUSEDIFF_NO_CACHE`. */
export const chooseCache = ({ env }: Program, args: ParsedArgs): Cache =>
  args.has('no-cache') || env.CLAUSEDIFF_NO_CACHE ? NO_CACHE : openCache(cacheFolder(env), CLAUSEDIFF_BUILD);
