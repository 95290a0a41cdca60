/** The exit codes of `diff(1)`. */
export const EXIT = {
  /** No difference, or nothing was asked. */
  same: 0,
  /** The drafts differ, if only in noise. */
  different: 1,
  /** The command line or a draft cannot be used; one line on standard error says why. */
  trouble: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
