import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFileOfGit } from './write-file-of-git.ts';

const BEGIN = '# clausediff begin: "clausediff git disable" takes this away';
/** Told in the first line, so that the file can be put back byte for byte. */
const NO_NEWLINE = ' (no newline before)';
const END = '# clausediff end';
const BLOCK = /# clausediff begin:[^\n]*\n(?:[^\n]*\n)*?# clausediff end\n/;

/** Puts our lines at the end of an attributes file, in the place of those that we put there before. */
export function addAttributes(path: string, lines: readonly string[]): void {
  const before = without(textOf(path));
  const isCut = before !== '' && !before.endsWith('\n');
  const block = [`${BEGIN}${isCut ? NO_NEWLINE : ''}`, ...lines, END, ''].join('\n');
  writeFileOfGit(path, `${before}${isCut ? '\n' : ''}${block}`);
}

/** Takes our lines away. A file that held nothing else goes with them. */
export function removeAttributes(path: string): void {
  const text = textOf(path);
  if (!BLOCK.test(text)) return;
  const rest = without(text);
  if (rest === '') rmSync(path);
  else writeFileOfGit(path, rest);
}

export const hasAttributes = (path: string): boolean => BLOCK.test(textOf(path));

function without(text: string): string {
  const [block] = BLOCK.exec(text) ?? [];
  if (block === undefined) return text;
  const [before = '', ...after] = text.split(block);
  const isCut = block.slice(0, block.indexOf('\n')).endsWith(NO_NEWLINE);
  return (isCut ? before.slice(0, -1) : before) + after.join(block);
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
