// Runs the shared evaluation against the built program and prints one table.
//
//   npm run evaluate -- FOLDER [--seeds 1-5] [--intensity light,medium,heavy,reflow]
//   CLAUSEDIFF_EVALUATION=FOLDER npm run evaluate
//
// FOLDER holds the evaluation: a generator of revisions with known truth, real revisions, and a scorer (run.mjs).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { evaluateDigest } from './digest.mjs';
import { evaluateWording } from './wording.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1-5' },
    intensity: { type: 'string', default: 'light,medium,heavy,reflow' },
  },
});
const folder = resolve(positionals[0] ?? process.env.CLAUSEDIFF_EVALUATION ?? '../shared/evaluation');
const runner = join(folder, 'run.mjs');
if (!existsSync(runner)) {
  console.log(`No evaluation at ${folder}: name its folder, or set CLAUSEDIFF_EVALUATION. Skipped.`);
  process.exit(0);
}

const adapter = fileURLToPath(new URL('alignment.mjs', import.meta.url));
const command = `clausediff=${process.execPath} ${adapter} {old} {new}`;
const scratch = mkdtempSync(join(tmpdir(), 'clausediff-evaluate-'));

const mean = (numbers) => {
  const known = numbers.filter((number) => typeof number === 'number' && !Number.isNaN(number));
  return known.length > 0 ? known.reduce((sum, number) => sum + number, 0) / known.length : undefined;
};
const figure = (number, digits = 3) => (number === undefined ? '–' : number.toFixed(digits));

function run(...args) {
  const out = join(scratch, 'results.json');
  const { status, stderr } = spawnSync(
    process.execPath,
    [runner, ...args, '--tools', 'none', '--cmd', command, '--out', out],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(out, 'utf8'));
}

const generated = run('--seeds', values.seeds, '--intensity', values.intensity);
const real = run('--cases', 'real');
rmSync(scratch, { recursive: true });

const groups = new Map();
for (const result of generated) addTo(result.intensity, result);
for (const result of real)
  addTo(`real ${result.lang === 'de' ? result.base : result.base.replace(/^.*-/, 'un-')}`, result);

function addTo(name, result) {
  groups.set(name, [...(groups.get(name) ?? []), result]);
}

const columns = [
  ['F1', (s) => s.corr.f1, 4],
  ['hard F1', (s) => s.hard.f1],
  ['inserted F1', (s) => s.inserted.f1],
  ['deleted F1', (s) => s.deleted.f1],
  ['kind accuracy', (s) => s.kindAccuracy],
  ['kind macro-F1', (s) => s.kindMacro],
  ['mark F1', (s) => (s.words.pairs > 0 ? s.words.markF1 : undefined)],
  ['runs/true', (s) => (s.words.pairs > 0 ? s.words.runRatio : undefined), 2],
  ['exact', (s) => (s.words.pairs > 0 ? s.words.exactShare : undefined), 2],
  ['false marks', (s) => s.words.falseMarks, 1],
];
console.log(`| cases | n | min F1 | ${columns.map(([name]) => name).join(' | ')} | failed |`);
console.log(`|---|---|---|${columns.map(() => '---').join('|')}|---|`);
for (const [name, results] of groups) {
  const scores = results.map(({ s }) => s);
  const cells = columns.map(([, read, digits]) => figure(mean(scores.map(read)), digits));
  const worst = figure(Math.min(...scores.map((s) => s.corr.f1)));
  const failed = results.filter(({ err }) => err).length;
  console.log(`| ${name} | ${results.length} | ${worst} | ${cells.join(' | ')} | ${failed} |`);
}
if ([...groups.values()].flat().some(({ err }) => err)) process.exitCode = 1;

console.log();
evaluateWording(join(folder, '..', 'wording'));

console.log();
evaluateDigest(join(folder, '..', 'digest'));
