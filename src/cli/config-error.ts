/** A configuration that cannot be used: one line that says what, where, and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
