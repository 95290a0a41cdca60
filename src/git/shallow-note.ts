import { git } from './run-git.ts';

/** That a clone holds only a part of its history, and how to get the rest; undefined if it holds all. */
export const shallowNote = (cwd: string): string | undefined =>
  git(cwd, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true'
    ? 'this clone is shallow: its history is cut off; git fetch --unshallow brings the rest'
    : undefined;
