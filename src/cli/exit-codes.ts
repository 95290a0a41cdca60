/** The exit codes of `diff(1)`. */
export const EXIT = {
  /** No difference, or what was asked for is there. */
  same: 0,
  /** The drafts differ, if only in noise; or what was asked for is not there. */
  different: 1,
  /** The command line, a draft or a configuration cannot be used; one line on standard error says why. */
  trouble: 2,
  /** `hook run` alone: a rule is broken, and git is to be stopped. No other end of the program means that. */
  stopped: 10,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
