import { basename } from 'node:path';

/** How editors are told a line; the others open the file at its start. */
const STYLES: readonly (readonly [names: RegExp, args: (file: string, line: number) => readonly string[]])[] =
  [
    [
      /^(?:vi|vim|nvim|view|nano|pico|emacs|emacsclient|micro|joe|jed|kak|ne|mg|gedit|less)$/,
      (file, line) => [`+${line}`, file],
    ],
    [/^(?:code|code-insiders|codium|vscodium|cursor)$/, (file, line) => ['--goto', `${file}:${line}`]],
    [/^(?:subl|hx|helix|zed|mate)$/, (file, line) => [`${file}:${line}`]],
    [/^(?:kate|kwrite)$/, (file, line) => ['--line', `${line}`, file]],
  ];

/**
 * The arguments that open a file at a line in an editor.
 *
 * @param editor the program and its own arguments
 * @param file an absolute path, which no editor takes for an option
 */
export function editorArgs([program = '', ...own]: readonly string[], file: string, line: number): string[] {
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, '');
  const style = STYLES.find(([names]) => names.test(name));
  return [...own, ...(style ? style[1](file, line) : [file])];
}
