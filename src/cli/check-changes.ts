import { dirname, resolve } from 'node:path';
import { compare } from '../compare/compare.ts';
import { countRedLine } from '../compare/red-lines.ts';
import { breachesOf, levelOf } from '../compare/rules.ts';
import type { Draft } from '../draft/draft.ts';
import { parseDraft } from '../draft/parse-draft.ts';
import type { DraftChanges, GoneFile } from '../git/staged.ts';
import type { Check } from './check-files.ts';
import { type Config, wordsOf } from './config.ts';
import { readVersions } from './read-versions.ts';

/** How a check reads the drafts of a repository. */
interface Reading {
  /** The top of the work tree. */
  readonly top: string;
  readonly loadConfig: (folder: string) => Promise<Config>;
  /** Instead of the configuration's. */
  readonly language?: string | undefined;
}

/** Holds what a commit or a push does to the drafts against the rules, each draft against those of its own folder. */
export async function checkChanges(
  check: Check,
  { changed, gone, unmerged }: DraftChanges,
  { top, loadConfig, language }: Reading,
): Promise<void> {
  const configs = new Map<string, Config>();
  for (const path of [...changed, ...gone].map(({ path }) => path).concat(unmerged))
    configs.set(path, await loadConfig(dirname(resolve(top, path))));
  const configOf = ({ path }: { readonly path: string }): Config => configs.get(path) as Config;
  for (const path of unmerged) check.fail(new Error(`${path}: in conflict; resolve it and stage it`));

  const watched = gone.filter((file) => {
    const { redLines, rules } = configOf(file);
    return redLines.length > 0 && levelOf('red-line', rules) !== 'off';
  });
  const gains = new Map(watched.flatMap((file) => configOf(file).redLines.map((phrase) => [phrase, 0])));

  // A new draft has nothing to be compared with; it is only read for the red lines that another one lost.
  const read = gains.size > 0 ? changed : changed.filter(({ before }) => before !== undefined);
  for (const { file, older, newer } of readVersions(top, read, check.fail)) {
    for (const [phrase, gained] of gains)
      gains.set(
        phrase,
        gained + Math.max(0, countRedLine(newer, phrase) - (older ? countRedLine(older, phrase) : 0)),
      );
    if (older === undefined) continue;
    const config = configOf(file);
    guarded(check, file.path, () =>
      check.report(file.path, breachesOf(compare(older, newer, wordsOf(config, language)), config.rules)),
    );
  }

  for (const { file, older } of readVersions(top, watched, check.fail))
    guarded(check, file.path, () => reportGone(check, file, older, configOf(file), gains));
}

/** Only the red lines of a draft that is gone are asked for, and those count as kept that another draft took over. */
function reportGone(
  check: Check,
  { path, fate }: GoneFile,
  older: Draft,
  config: Config,
  gains: Map<string, number>,
): void {
  const lost = breachesOf(compare(older, parseDraft('', path), wordsOf(config)), config.rules, ['red-line']);
  const untaken = lost.filter(({ change }) => {
    const gained = gains.get(change.old) ?? 0;
    gains.set(change.old, gained - 1);
    return gained <= 0;
  });
  check.report(`${path} (${fate})`, untaken);
}

/** An error of ours in one draft leaves the others checked. */
function guarded(check: Check, path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    check.fail(new Error(`${path}: ${(error as Error).message}`, { cause: error }));
  }
}
