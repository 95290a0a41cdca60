// Measures clausediff beside jsdiff and git in one run, and prints ratios: machines differ, ratios less.
//
//   npm run bench -- [CORPUS]      the folder with the large pair, or CLAUSEDIFF_CORPUS

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diffWords } from 'diff';
import { compare, parseDraft } from '../../dist/index.js';
import { benchView } from './view.mjs';

const LARGE = 'pairs/big-de-bgb-2013-one-change';
const corpus = resolve(process.argv[2] ?? process.env.CLAUSEDIFF_CORPUS ?? '../shared/corpus');
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'clausediff-bench-'));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

/** Median time of a function, in milliseconds. */
function time(runs, work) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Two commands in turn, so that both see the same machine. */
function timeProcesses(runs, first, second) {
  const times = [[], []];
  for (let i = 0; i < runs; i++) {
    [first, second].forEach((args, k) => {
      times[k].push(time(1, () => spawnSync(process.execPath, args, { maxBuffer: 1 << 28 })));
    });
  }
  return times.map(median);
}

const rows = [];
const row = (what, time, ratio) => rows.push([what, time, ratio]);

function pair(name, oldText, newText, runs) {
  const files = ['old.md', 'new.md'].map((file) => join(scratch, file));
  writeFileSync(files[0], oldText);
  writeFileSync(files[1], newText);
  let comparison;
  const ours = time(runs, () => {
    comparison = compare(parseDraft(oldText, 'old'), parseDraft(newText, 'new'));
  });
  const words = time(runs, () => diffWords(oldText, newText, { timeout: 60_000 }));
  const git = time(runs, () =>
    spawnSync('git', ['diff', '--no-index', '--word-diff', ...files], { maxBuffer: 1 << 28 }),
  );
  row(`${name}: parse and compare`, ms(ours), `${comparison.old.clauses} clauses`);
  row(`${name}: jsdiff diffWords`, ms(words), `ours / it ${(ours / words).toFixed(2)}`);
  row(`${name}: git diff --word-diff`, ms(git), `ours / it ${(ours / git).toFixed(2)}`);
}

const draft = (number) => readFileSync(new URL(`../../drafts/draft-${number}.md`, import.meta.url), 'utf8');

const samples = [2, 3].map((number) => new URL(`../../drafts/draft-${number}.md`, import.meta.url).pathname);
const [whole, bare] = timeProcesses(15, [cli, 'diff', ...samples], ['-e', '0']);
row(
  'clausediff diff of two sample drafts',
  ms(whole),
  `${(whole / bare).toFixed(2)} × node -e 0 (${ms(bare)})`,
);
const [version] = timeProcesses(15, [cli, '--version'], ['-e', '0']);
row('clausediff --version', ms(version), `${(version / bare).toFixed(2)} × node -e 0`);

/** Twenty pages: the sample drafts four times over, with other numbers of the year, so that clauses differ. */
const twentyPages = (number) =>
  [1, 2, 3, 4]
    .map((part) =>
      draft(number)
        .replace(/^---[\s\S]*?---/, '')
        .replaceAll('2025', `202${part}`),
    )
    .join('\n\n');
pair('20 pages', twentyPages(2), twentyPages(3), 9);

const large = join(corpus, LARGE);
if (existsSync(large)) {
  pair(
    '1.3 MB law',
    readFileSync(join(large, 'old.md'), 'utf8'),
    readFileSync(join(large, 'new.md'), 'utf8'),
    1,
  );
  const files = ['old.md', 'new.md'].map((file) => join(large, file));
  const start = performance.now();
  const script = `process.argv.splice(1, 0, 'clausediff'); process.on('exit', () => process.stderr.write('' + process.resourceUsage().maxRSS)); await import(${JSON.stringify(cli)})`;
  const { stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, '--', 'diff', '--stat', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  row(
    '1.3 MB law: whole process',
    ms(performance.now() - start),
    `${Math.round(Number(stderr) / 1024)} MiB at most`,
  );
  reports(files);
} else row('1.3 MB law', 'skipped', `no ${large}`);

for (const clauses of [1_000, 10_000, 50_000]) {
  const [oldText, newText] = [0, 1].map((version) => longText(clauses, version));
  const older = parseDraft(oldText, 'old');
  const parsed = time(1, () => parseDraft(newText, 'new'));
  const newer = parseDraft(newText, 'new');
  const compared = time(1, () => compare(older, newer));
  row(`${clauses} clauses: compare`, ms(compared), `${((1000 * compared) / clauses).toFixed(0)} µs a clause`);
  row(
    `${clauses} clauses: parse one draft`,
    ms(parsed),
    `${((1000 * parsed) / clauses).toFixed(0)} µs a clause`,
  );
}
rmSync(scratch, { recursive: true });

/** What writing a document takes beyond comparing, and how large it is. */
function reports(files) {
  const run = (...args) => {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    if (status === 2) throw new Error(stderr);
  };
  for (const ending of [
    'html',
    'docx',
    'md',
    'critic.md',
    'council.md',
    'council.docx',
    'csv',
    'json',
    'txt',
  ]) {
    const output = join(scratch, `report.${ending}`);
    const compared = time(1, () => run('diff', '--quiet', ...files));
    const whole = time(1, () => run('report', ...files, '-o', output));
    const size = `${(statSync(output).size / 1024).toFixed(0)} KiB`;
    row(
      `1.3 MB law: report.${ending}`,
      ms(whole - compared),
      `${((whole - compared) / compared).toFixed(2)} × comparing, ${size}`,
    );
  }
}

/** Numbered paragraphs of invented words, one in four of them edited in the second version, some moved or gone. */
function longText(clauses, version) {
  let seed = 42;
  const random = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const word = () => `w${Math.floor(random(60) * random(60) * random(12))}`;
  const texts = [];
  for (let i = 0; i < clauses; i++) {
    const words = Array.from({ length: 12 + random(30) }, word);
    const [fate, at] = [random(40), random(words.length)];
    if (version === 1 && fate < 10) words[at] = `new${i}`;
    if (version === 1 && fate === 10) continue;
    if (version === 1 && fate === 11 && texts.length > 9) texts.splice(texts.length - 9, 0, words.join(' '));
    else texts.push(words.join(' '));
  }
  return texts.map((text, i) => `${i % 900}. ${text}.`).join('\n\n');
}

rows.push(...(await benchView()));

const width = Math.max(...rows.map(([what]) => what.length));
const column = Math.max(...rows.map(([, time]) => time.length));
for (const [what, time, ratio] of rows)
  console.log(`${what.padEnd(width)}  ${time.padStart(column)}  ${ratio}`);
