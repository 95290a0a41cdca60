import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the program keeps what a user made with it, after the XDG Base Directory Specification. */
export const stateFolder = (env: Env): string => folder(env, 'XDG_STATE_HOME', '.local/state');

/** Where a user's own configuration is. */
export const configFolder = (env: Env): string => folder(env, 'XDG_CONFIG_HOME', '.config');

/** Where the program keeps what it can compute again. */
export const cacheFolder = (env: Env): string => folder(env, 'XDG_CACHE_HOME', '.cache');

/** The specification has relative paths ignored. */
function folder(env: Env, variable: string, usual: string): string {
  const own = env[variable];
  return join(own && isAbsolute(own) ? own : join(env.HOME || homedir(), usual), 'clausediff');
}
