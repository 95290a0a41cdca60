// Measures how time grows with size, for every family of input: parsing, comparing with itself, with an edited and with
// a shuffled copy, printing.
//
//   npm run bench:growth -- [NAME…]      families whose name contains one of these; all otherwise

import { fork } from 'node:child_process';
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { FAMILIES } from './families.mjs';

/** Smallest size, in UTF-16 units, and how often it is doubled: 8 KB to 256 KB. */
const SMALLEST = 8192;
const DOUBLINGS = 5;
/** Largest exponent: n log n has 1.1 over these sizes, and the clock is not exact. */
const LIMIT = 1.3;
/** Shorter times are noise, in milliseconds. */
const FLOOR = 50;
/** What takes longer hangs, in milliseconds. */
const HANGS = Number(process.env.HANGS ?? 60_000);

/** Collecting garbage takes as long on a busy machine, and does not grow faster than the heap. */
const EXACT = ['--single-threaded-gc', '--max-semi-space-size=64'];

const steps = resolve('node_modules/.cache/growth/steps.mjs');
cpSync('src/wording/lexicon', 'node_modules/.cache/growth/lexicon', { recursive: true });
await build({
  entryPoints: ['test/bench/growth-steps.ts'],
  outfile: steps,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  define: { CLAUSEDIFF_VERSION: '"bench"', CLAUSEDIFF_BUILD: '"bench"' },
  loader: { '.json': 'json' },
});

const wanted = process.argv.slice(2);
const names = Object.keys(FAMILIES).filter(
  (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const faults = [];
for (const name of names) {
  const { times, trouble } = await measure(name);
  const rows = [...times].map(([step, sizes]) => {
    const points = [...sizes].map(([size, time]) => ({ size, time }));
    return { step, exponent: exponentOf(points), last: points.at(-1) };
  });
  const worst = rows.reduce((a, b) => ((b.exponent ?? 0) > (a?.exponent ?? 0) ? b : a), undefined);
  const total = rows.reduce((sum, { last }) => sum + last.time, 0);
  const bad = rows.filter(({ exponent }) => exponent > LIMIT);
  const line = [
    name.padEnd(44),
    worst?.exponent
      ? `${worst.exponent.toFixed(2)} ${worst.step}`.padEnd(24)
      : 'too quick to tell'.padEnd(24),
    `${total.toFixed(0).padStart(6)} ms`,
    trouble ?? '',
    bad
      .map(({ step, exponent, last }) => `${step} ${exponent.toFixed(2)} (${last.time.toFixed(0)} ms)`)
      .join(', '),
  ];
  console.log(line.join('  ').trimEnd());
  if (trouble !== undefined || bad.length > 0) faults.push(name);
}
console.log(
  faults.length === 0
    ? `${names.length} families, none above ${LIMIT}`
    : `above ${LIMIT}: ${faults.length} of ${names.length}: ${faults.join('; ')}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Times by step, in the order of the sizes; and what went wrong. */
function measure(name) {
  const times = new Map();
  const child = fork(new URL('./growth-child.mjs', import.meta.url), [steps, name, SMALLEST, DOUBLINGS], {
    execArgv: EXACT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let [at, errors, trouble] = ['start', '', undefined];
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const hangs = () => {
    trouble = `HANGS at ${at}`;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(hangs, HANGS);
  child.on('message', ({ step, size, time }) => {
    clearTimeout(timer);
    timer = setTimeout(hangs, HANGS);
    at = `${step} of ${size}`;
    if (time === undefined) return;
    const sizes = times.get(step) ?? new Map();
    times.set(step, sizes.set(size, (sizes.get(size) ?? 0) + time));
  });
  return new Promise((done) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code !== 0)
        trouble ??= `FAILS at ${at}: ${/^\w*Error.*$/m.exec(errors)?.[0] ?? errors.slice(-200)}`;
      done({ times, trouble });
    });
  });
}

/** The slope of log time over log size, where the times say something; undefined where fewer than three do. */
function exponentOf(points) {
  const told = points
    .filter(({ time }) => time >= FLOOR)
    .map(({ size, time }) => [Math.log(size), Math.log(time)]);
  if (told.length < 3) return undefined;
  const mean = (i) => told.reduce((sum, point) => sum + point[i], 0) / told.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    told.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) /
    told.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
  );
}
