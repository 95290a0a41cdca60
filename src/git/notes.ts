import { readBlobs } from './blobs.ts';
import { git, tryGit } from './run-git.ts';

/** Where the wording changes of commits are kept. */
const NOTES_REF = 'refs/notes/clausediff';

/** The notes of all commits, by the commit. */
export function readNotes(cwd: string): Map<string, string> {
  const { ok, stdout } = tryGit(cwd, ['notes', '--ref', NOTES_REF, 'list']);
  if (!ok) return new Map();
  const entries = stdout
    .toString()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [line.split(' ') as [blob: string, commit: string]]));
  const texts = readBlobs(
    cwd,
    entries.map(([blob]) => blob),
  );
  return new Map(entries.map(([, commit], i) => [commit, texts[i]?.toString() ?? '']));
}

/** Writes a note on a commit, in the place of one that is there; the commit stays as it is. */
export function writeNote(cwd: string, commit: string, text: string): void {
  git(cwd, ['notes', '--ref', NOTES_REF, 'add', '-f', '-F', '-', commit], text);
}
