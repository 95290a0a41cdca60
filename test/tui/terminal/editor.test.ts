import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorArgs } from '../../../src/tui/terminal/editor.ts';
import { splitCommand } from '../../../src/tui/terminal/split-command.ts';

describe('the command of an editor', () => {
  it.each([
    ['vim', ['vim']],
    ['  code  --wait ', ['code', '--wait']],
    ['"/path with space/ed" -f', ['/path with space/ed', '-f']],
    ["'/it is/ed' a'b c'd", ['/it is/ed', 'ab cd']],
    ['/path\\ with\\ space/ed', ['/path with space/ed']],
    ['ed "" \'\'', ['ed', '', '']],
    ['ed "a \\"b\\" \\\\ \\n $HOME"', ['ed', 'a "b" \\ \\n $HOME']],
    ["ed '\\' *", ['ed', '\\', '*']],
    ['ed "not ended', ['ed', 'not ended']],
    ['ed "not ended\\', ['ed', 'not ended\\']],
    ['ed \\', ['ed', '']],
    ['', []],
  ])('splits %s', (line, words) => {
    expect(splitCommand(line)).toEqual(words);
  });
});

describe('the arguments of an editor', () => {
  const file = resolve('a.md');

  it.each([
    [['vim'], ['+12', file]],
    [
      ['/usr/bin/nvim', '-R'],
      ['-R', '+12', file],
    ],
    [['nano'], ['+12', file]],
    [
      ['code', '--wait'],
      ['--wait', '--goto', `${file}:12`],
    ],
    [['C:\\Tools\\Code.exe'], [file]],
    [['C:\\Tools\\code.cmd'], ['--goto', `${file}:12`]],
    [['subl'], [`${file}:12`]],
    [['hx'], [`${file}:12`]],
    [['gedit'], [file]],
  ])('of %j name the line if it can', (editor, args) => {
    expect(editorArgs(editor, 'a.md', 12)).toEqual(args);
  });

  it('make no option of a file', () => {
    expect(editorArgs(['ed'], '-x.md', 1)).toEqual([resolve('-x.md')]);
  });
});
