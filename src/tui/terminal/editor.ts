import { basename, resolve } from 'node:path';

/** How an editor is told the line to stand on. */
type Place = (file: string, line: number) => string[];

const plusLine: Place = (file, line) => [`+${line}`, file];
const colonLine: Place = (file, line) => [`${file}:${line}`];
const gotoLine: Place = (file, line) => ['--goto', `${file}:${line}`];

const PLACES: ReadonlyMap<string, Place> = new Map([
  ...['vi', 'vim', 'nvim', 'view', 'nano', 'emacs', 'emacsclient', 'micro', 'kak', 'joe', 'ne'].map(
    (name) => [name, plusLine] as const,
  ),
  ...['code', 'code-insiders', 'codium', 'vscodium', 'cursor'].map((name) => [name, gotoLine] as const),
  ...['subl', 'hx', 'helix', 'zed'].map((name) => [name, colonLine] as const),
]);

/**
 * The arguments that open a file in an editor on a line.
 *
 * @param editor the program and its own arguments
 * @param line from 1
 */
export function editorArgs(editor: readonly string[], file: string, line: number): string[] {
  const [program = '', ...own] = editor;
  const name = basename(program.replaceAll('\\', '/')).replace(/\.(?:exe|cmd)$/i, '');
  // An absolute path is no option.
  const place = PLACES.get(name) ?? ((path) => [path]);
  return [...own, ...place(resolve(file), line)];
}
