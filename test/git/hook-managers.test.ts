import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, it } from 'vitest';
import { write } from './hooked.ts';
import { expectManaged, indented } from './managed.ts';

const HUSKY = resolve('node_modules/husky/bin.js');
const LEFTHOOK = createRequire(import.meta.url).resolve(
  `lefthook-${process.platform}-${process.arch}/bin/lefthook`,
);

function ran(folder: string, command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: '/dev/null' },
  });
  if (status !== 0) throw new Error(stderr);
}

describe('the printed lines make the real program call our hooks', () => {
  it('husky', () =>
    expectManaged({
      begin: ({ folder }) => ran(folder, process.execPath, HUSKY),
      configure: ({ folder }, printed) => {
        for (const line of indented(printed)) {
          const [, name = '', command = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
          write(folder, `${command}\n`, `.husky/${name}`);
        }
      },
    }));

  it('lefthook', () =>
    expectManaged({
      begin: ({ folder }) => {
        write(folder, 'pre-commit:\n  commands: {}\n', 'lefthook.yml');
        ran(folder, LEFTHOOK, 'install');
      },
      configure: ({ folder }, printed) => {
        write(
          folder,
          `${indented(printed)
            .map((line) => line.slice(2))
            .join('\n')}\n`,
          'lefthook.yml',
        );
        ran(folder, LEFTHOOK, 'install');
      },
    }));
});
