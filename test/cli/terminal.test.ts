import { describe, expect, it } from 'vitest';
import { inFolder, runMain, type Terminal } from './run.ts';

const OLD = `1. ${'The Council welcomes the plan and invites the Commission to report on it. '.repeat(4)}\n`;
const FILES = { 'old.md': OLD, 'new.md': OLD.replace('welcomes', 'notes') };

async function print(
  terminal: Terminal,
  env: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<string> {
  const { stdout } = await inFolder({ files: FILES }, (folder) =>
    runMain(['diff', ...options, 'old.md', 'new.md'], folder, env, terminal),
  );
  return stdout;
}

describe('colour on a terminal', () => {
  it.each([
    { env: {}, options: [], coloured: true },
    { env: { TERM: 'xterm' }, options: [], coloured: true },
    { env: { TERM: 'dumb' }, options: [], coloured: false },
    { env: { NO_COLOR: '1' }, options: [], coloured: false },
    { env: { NO_COLOR: '' }, options: [], coloured: true },
    { env: { NO_COLOR: '1', GIT_PAGER_IN_USE: 'true' }, options: [], coloured: false },
    { env: { FORCE_COLOR: '0' }, options: [], coloured: false },
    { env: { FORCE_COLOR: 'false' }, options: [], coloured: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, options: [], coloured: true },
    { env: { FORCE_COLOR: '1' }, options: ['--color', 'never'], coloured: false },
    { env: { NO_COLOR: '1', TERM: 'dumb' }, options: ['--color', 'always'], coloured: true },
    { env: { NO_COLOR: '1' }, options: ['--color', 'auto'], coloured: false },
    { env: {}, options: ['--color', 'auto'], coloured: true },
  ])('$env $options: $coloured', async ({ env, options, coloured }) => {
    const text = await print({ isTTY: true, columns: 80 }, env, ...options);
    expect(text.includes('\u001b[31;9mwelcomes\u001b[0m\u001b[36;4mnotes\u001b[0m')).toBe(coloured);
    expect(text.includes('{-welcomes-}{+notes+}')).toBe(!coloured);
  });

  it('is not asked for by a terminal on the other side', async () => {
    expect(await print({ isTTY: false, columns: 80 }, {})).toContain('{-welcomes-}');
  });
});

describe('the width', () => {
  const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
  /** The text has words of at most 12 columns, so a full line misses the width by less than that. */
  const expectWidth = (text: string, width: number): void => {
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(widest(text)).toBeGreaterThan(width - 24);
  };

  it.each([50, 100, 150])("is the terminal's: %i columns", async (columns) => {
    expectWidth(await print({ isTTY: true, columns }, { NO_COLOR: '1' }), columns);
  });

  it('is what the option says, whatever the terminal and COLUMNS say', async () => {
    const text = await print(
      { isTTY: true, columns: 120 },
      { NO_COLOR: '1', COLUMNS: '150' },
      '--width',
      '60',
    );
    expectWidth(text, 60);
  });

  it.each(['', 'wide', '0', '-7', '12.5'])('is 80 without a terminal if COLUMNS is "%s"', async (COLUMNS) => {
    expectWidth(await print({}, { COLUMNS }), 80);
  });

  it('is never too small to print anything', async () => {
    expectWidth(await print({ isTTY: true, columns: 3 }, { NO_COLOR: '1' }), 24);
  });
});
