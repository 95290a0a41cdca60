import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../../tui/commands.ts';
import type { OwnKeys } from '../../tui/keymap.ts';
import type { ViewSettings } from '../../tui/run-view.tsx';
import { isAttribute, STYLES, type Style, type Styles } from '../../tui/theme.ts';
import { ConfigError } from '../config-error.ts';
import { readOwnText } from '../read-own-text.ts';
import { configFolder } from '../user-folders.ts';

const NAMES = ['config.yaml', 'config.yml', 'config.json'];

export interface UserSettings extends ViewSettings {
  readonly screenReader: boolean;
}

const NONE: UserSettings = { keys: {}, theme: {}, background: undefined, mouse: false, screenReader: false };

/**
 * What a reader set for the view in a file of their own. A repository's configuration has no say here: it could put a
 * command under a key.
 *
 * @throws {ConfigError} one line: the file, the line, the key, what is wrong
 */
export async function readUserSettings(
  env: Readonly<Record<string, string | undefined>>,
): Promise<UserSettings> {
  const path = NAMES.map((name) => join(configFolder(env), name)).find((name) => existsSync(name));
  if (path === undefined) return NONE;
  const v = await import('valibot');
  const { closed, expected, readYaml } = await import('../../wording/checked-yaml.ts');
  let text: string;
  try {
    text = readOwnText(path);
  } catch (cause) {
    throw new ConfigError(`${path}: ${(cause as Error).message}`, { cause });
  }
  const key = v.union(
    [v.string(), v.array(v.string()), v.literal(false)],
    expected('a key, a list of keys, or false'),
  );
  const style = v.pipe(
    v.string(expected('a style such as "#79c0ff underline"')),
    v.check(
      (value) => styleOf(value) !== undefined,
      expected('a style such as "#79c0ff underline" or "bold on #21405f"'),
    ),
  );
  const optional = <T extends Parameters<typeof v.exactOptional>[0]>(schema: T) => v.exactOptional(schema);
  const flag = optional(v.boolean(expected('true or false')));
  const schema = closed({
    keys: optional(
      closed(
        entries(
          COMMANDS.map(({ name }) => name),
          optional(key),
        ),
      ),
    ),
    theme: optional(closed(entries(Object.keys(STYLES.dark), optional(style)))),
    background: optional(v.picklist(['dark', 'light'], expected('dark or light'))),
    mouse: flag,
    screenReader: flag,
  });
  const { value } = readYaml(text, path, schema, ConfigError);
  const {
    keys = {},
    theme = {},
    background,
    mouse = false,
    screenReader = false,
  } = value as {
    keys?: Record<string, string | string[] | false>;
    theme?: Record<string, string>;
    background?: 'dark' | 'light';
    mouse?: boolean;
    screenReader?: boolean;
  };
  return {
    keys: Object.fromEntries(
      Object.entries(keys).map(([name, own]) => [name as CommandName, own === false ? [] : [own].flat()]),
    ) as OwnKeys,
    theme: Object.fromEntries(
      Object.entries(theme).map(([name, own]) => [name, styleOf(own)]),
    ) as Partial<Styles>,
    background,
    mouse,
    screenReader,
  };
}

const entries = <T>(names: readonly string[], schema: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, schema]));

const COLOUR = /^#[\da-f]{6}$/i;

/** Reads `#rrggbb`, `on #rrggbb` for the colour behind, and attributes. */
function styleOf(text: string): Style | undefined {
  let style: Style = {};
  let isBehind = false;
  for (const word of text.trim().split(/\s+/)) {
    if (word === 'on') isBehind = true;
    else if (COLOUR.test(word)) {
      style = isBehind ? { ...style, behind: word } : { ...style, colour: word };
      isBehind = false;
    } else if (isAttribute(word)) style = { ...style, attributes: [...(style.attributes ?? []), word] };
    else return undefined;
  }
  return isBehind ? undefined : style;
}
