import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUserSettings } from '../../src/cli/view/user-settings.ts';
import { inFolder } from './run.ts';

const settingsOf = (text: string, name = 'config.yaml') =>
  inFolder({}, (folder) => {
    mkdirSync(join(folder, 'clausediff'));
    writeFileSync(join(folder, 'clausediff', name), text);
    return readUserSettings({ XDG_CONFIG_HOME: folder });
  });

describe('the settings of a reader', () => {
  it('are the usual ones where there are none', async () => {
    expect(await readUserSettings({ HOME: '/nowhere' })).toEqual({
      keys: {},
      theme: {},
      background: undefined,
      mouse: false,
      screenReader: false,
    });
  });

  it('name keys, looks, and the rest', async () => {
    const text = `
keys: { quit: Q, down: [j, ctrl+n], help: false }
theme: { insert: "#112233 bold underline", bar: "on #445566", match: "reverse" }
background: light
mouse: true
screenReader: true
`;
    expect(await settingsOf(text)).toEqual({
      keys: { quit: ['Q'], down: ['j', 'ctrl+n'], help: [] },
      theme: {
        insert: { colour: '#112233', attributes: ['bold', 'underline'] },
        bar: { behind: '#445566' },
        match: { attributes: ['reverse'] },
      },
      background: 'light',
      mouse: true,
      screenReader: true,
    });
    expect((await settingsOf('{"mouse": true}', 'config.json')).mouse).toBe(true);
  });

  it.each([
    ['keys: { fly: Q }', /config\.yaml: line 1: keys: unknown key "fly"; it takes down, up/],
    ['keys: { quit: 5 }', /line 1: keys\.quit: expected a key, a list of keys, or false, not 5/],
    ['theme: { insert: blue }', /line 1: theme\.insert: expected a style such as/],
    ['theme: { insert: "#112233 on" }', /line 1: theme\.insert: expected a style such as/],
    ['theme: { colour1: "#112233" }', /line 1: theme: unknown key "colour1"/],
    ['background: grey', /line 1: background: expected dark or light, not "grey"/],
    ['mouse: 1', /line 1: mouse: expected true or false, not 1/],
    ['run: rm', /line 1: unknown key "run"; it takes keys, theme, background, mouse, screenReader/],
  ])('%s is refused', async (text, message) => {
    await expect(settingsOf(text)).rejects.toThrow(message);
  });
});
