/** Git cannot give what was asked for: one line that says what, and what to do. */
export class GitError extends Error {
  override name = 'GitError';
}
