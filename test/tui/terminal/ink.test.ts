import { createElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Screen } from '../../../src/tui/terminal/screen.ts';
import { FakeTerminal } from './fake-terminal.ts';

// Ink draws nothing where this is set, and looks when it is imported.
delete process.env.CI;
const { Box, render, Text } = await import('ink');

const rows = (count: number, first: number) =>
  createElement(
    Box,
    { flexDirection: 'column', height: count },
    Array.from({ length: count }, (_, i) => createElement(Text, { key: i }, `row ${first + i}`)),
  );

describe('Ink on the screen', () => {
  it('draws at full height without clearing, follows a resize, and leaves nothing behind', async () => {
    const terminal = new FakeTerminal(20, 10);
    const screen = new Screen(terminal);
    const shown = async () => (await terminal.show()).map((row) => row.replace(/^\{.*?\}/, '').trimEnd());
    const expected = (count: number, first: number) =>
      Array.from({ length: count }, (_, i) => `row ${first + i}`);

    const app = render(rows(10, 0), {
      stdout: screen as unknown as NodeJS.WriteStream,
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
    });
    await vi.waitFor(async () => expect(await shown()).toEqual(expected(10, 0)));
    app.rerender(rows(10, 1));
    await vi.waitFor(async () => expect(await shown()).toEqual(expected(10, 1)));
    terminal.resize(15, 6);
    app.rerender(rows(6, 1));
    await vi.waitFor(async () => expect(await shown()).toEqual(expected(6, 1)));
    app.unmount();
    await app.waitUntilExit();
    screen.close();
    expect(await shown()).toEqual(expected(6, 1));
    expect(terminal.writes.join('')).not.toMatch(/\x1b\[[23]J|\x1b\[\?25/);
    expect(terminal.listenerCount('resize')).toBe(0);
  });
});
