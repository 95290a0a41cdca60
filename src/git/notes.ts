import { git } from './run-git.ts';

/** Where the wording changes of commits are kept. */
const NOTES_REF = 'refs/notes/clausediff';

/** Writes a note on a commit, in the place of one that is there; the commit stays as it is. */
export function writeNote(cwd: string, commit: string, text: string): void {
  git(cwd, ['notes', '--ref', NOTES_REF, 'add', '-f', '-F', '-', commit], text);
}
