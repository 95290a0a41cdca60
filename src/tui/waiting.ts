import type { Work } from './state.ts';

/** Milliseconds before a reader is told what is waited for, and between two such notes. */
const PATIENCE = 200;

/**
 * Tells, through `show`, what is waited for and since when; only the newest work is told.
 *
 * @returns a function that waits for a promise and gives its result
 */
export function createWaiting(
  show: (work: Work | undefined) => void,
): <T>(what: string, work: Promise<T>) => Promise<T> {
  let current: object | undefined;
  return async (what, work) => {
    const own = {};
    current = own;
    const start = performance.now();
    const timer = setInterval(() => {
      if (current === own) show({ what, elapsed: performance.now() - start });
    }, PATIENCE);
    try {
      return await work;
    } finally {
      clearInterval(timer);
      if (current === own) show(undefined);
    }
  };
}
