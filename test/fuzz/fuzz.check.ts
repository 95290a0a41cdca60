import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { chance } from '../chance.ts';
import { shrink } from './shrink.ts';
import { TARGETS, type Target } from './targets.ts';

/** How long in all, and from which seed; both from the environment. */
const SECONDS = Number(process.env.SECONDS ?? 120);
const SEED = Number(process.env.SEED ?? 20_250_306);
const ALL = TARGETS.reduce((sum, { weight = 1 }) => sum + weight, 0);
const FOUND = 'test/fuzz/found';
const counts: string[] = [];

it.each(TARGETS.map((target, i) => [target.name, target, i] as const))(
  '%s',
  async (name, target, i) => {
    const random = chance(SEED + i);
    const end = performance.now() + (1000 * SECONDS * (target.weight ?? 1)) / ALL;
    let count = 0;
    while (performance.now() < end) {
      const texts = target.make(random);
      const trouble = await failure(target, texts);
      if (trouble !== undefined) {
        const least = await shrunk(target, texts, trouble);
        mkdirSync(FOUND, { recursive: true });
        const file = `${FOUND}/${createHash('sha256').update(least.join('\0')).digest('hex').slice(0, 12)}.json`;
        writeFileSync(file, `${JSON.stringify({ target: name, texts: least }, null, 2)}\n`);
        expect.fail(`after ${count} runs, kept in ${file}: ${trouble}`);
      }
      count++;
    }
    counts.push(`${name}: ${count} runs, nothing found`);
  },
  2 * SECONDS * 1000 + 600_000,
);

afterAll(() => console.log(`${counts.join('\n')}\nseed ${SEED}, ${SECONDS} s`));

async function failure({ check }: Target, texts: readonly string[]): Promise<string | undefined> {
  try {
    await check(texts);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** What a failure is, whatever the draft: the beginning of its message. */
const kindOf = (trouble: string): string => trouble.slice(0, 60);

const shrunk = (target: Target, texts: readonly string[], trouble: string): Promise<readonly string[]> =>
  shrink(texts, async (candidate) => kindOf((await failure(target, candidate)) ?? '') === kindOf(trouble));
