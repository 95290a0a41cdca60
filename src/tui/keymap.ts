import { COMMANDS, type CommandName } from './commands.ts';

/** A reader's own keys: those of a command, or none. */
export type OwnKeys = Readonly<Partial<Record<CommandName, readonly string[]>>>;

export interface Keymap {
  commandOf(key: string): CommandName | undefined;
  /** The keys of a command, as shown. */
  keysOf(command: CommandName): readonly string[];
}

/** The default keys with a reader's own in their place. A key given to one command is taken from every other. */
export function createKeymap(own: OwnKeys = {}): Keymap {
  const taken = new Set(Object.values(own).flat());
  const keys = new Map(
    COMMANDS.map(({ name, keys: usual }): [CommandName, readonly string[]] => [
      name,
      own[name] ?? usual.filter((key) => !taken.has(key)),
    ]),
  );
  const commands = new Map(
    [...keys].flatMap(([name, all]) => all.map((key): [string, CommandName] => [key, name])),
  );
  return { commandOf: (key) => commands.get(key), keysOf: (command) => keys.get(command) ?? [] };
}
