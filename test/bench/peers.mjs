// What is installed of the tools that people use today, on the same pairs of drafts, in one table.
//
//   npm run bench -- peers [EVALUATION] [--seeds 1-2] [--intensity light,medium,heavy]
//
// EVALUATION holds a generator of revisions with known truth, a scorer, and what turns the output of each tool into an
// alignment; it is copied, since its tools are looked for beside it. Each tool gets the threshold that suits it best.
// PANDIFF_BIN names pandiff where it is not on the path.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = here('../../dist/cli.js');
const pandiff = process.env.PANDIFF_BIN ?? 'pandiff';
const lowdown = here('lowdown-critic.mjs');
const DIFF = here('../../node_modules/diff/libesm/index.js');
const DMP = here('../../node_modules/diff-match-patch/index.js');
const RUNS = 5;

const packageVersion = (name) =>
  JSON.parse(readFileSync(here(`../../node_modules/${name}/package.json`), 'utf8')).version;

const script = (body) => [process.execPath, ['--input-type=module', '-e', body, '{old}', '{new}']];
const READ =
  "import { readFileSync } from 'node:fs'; const [a, b] = process.argv.slice(1).map((f) => readFileSync(f, 'utf8'));";

/** Each: how the evaluation calls it, its version if it is here, and the whole process that is timed. */
const TOOLS = [
  {
    name: 'git --word-diff',
    baseline: 'git-word (histogram)',
    version: () => printed('git', ['--version'])?.replace(/^git version /, ''),
    command: ['git', ['diff', '--no-index', '--histogram', '--word-diff', '{old}', '{new}']],
  },
  {
    name: 'wdiff',
    baseline: 'wdiff',
    version: () => firstNumber(printed('wdiff', ['--version'])),
    command: ['wdiff', ['{old}', '{new}']],
  },
  {
    name: 'dwdiff',
    baseline: 'dwdiff',
    version: () => firstNumber(printed('dwdiff', ['--version'])),
    command: ['dwdiff', ['-P', '-A', 'best', '{old}', '{new}']],
  },
  {
    name: 'jsdiff `diffWords`',
    baseline: 'jsdiff diffWords',
    version: () => packageVersion('diff'),
    command: script(
      `${READ} const { diffWords } = await import(${JSON.stringify(DIFF)}); console.log(JSON.stringify(diffWords(a, b)));`,
    ),
  },
  {
    name: 'diff-match-patch',
    baseline: 'dmp semantic',
    version: () => packageVersion('diff-match-patch'),
    command: script(
      `${READ} const { default: D } = await import(${JSON.stringify(DMP)}); const d = new D(); const r = d.diff_main(a, b); d.diff_cleanupSemantic(r); console.log(JSON.stringify(r));`,
    ),
  },
  {
    name: 'lowdown-diff',
    baseline: 'pandiff',
    env: { PANDIFF_BIN: lowdown },
    version: () =>
      isThere('lowdown-diff') ? (firstNumber(printed('dpkg-query', ['-W', 'lowdown'])) ?? '') : undefined,
    command: ['lowdown-diff', ['-thtml', '{old}', '{new}']],
  },
  {
    name: 'pandiff',
    baseline: 'pandiff',
    env: { PANDIFF_BIN: pandiff },
    version: () => firstNumber(printed(pandiff, ['--version'])),
    command: [pandiff, ['{old}', '{new}']],
  },
  {
    name: 'wikidiff2',
    baseline: 'wikidiff2 no cutoff',
    version: () => firstNumber(printed('php', ['-r', "echo phpversion('wikidiff2') ?: '';"])),
    command: ['php', ['{kit}/adapters/wikidiff2.php', '{old}', '{new}', '1000000']],
  },
];

/** Prints the table; 2 if the evaluation is not there. */
export function benchPeers(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1-2' },
      intensity: { type: 'string', default: 'light,medium,heavy' },
    },
  });
  const evaluation = resolve(positionals[0] ?? process.env.CLAUSEDIFF_EVALUATION ?? '../shared/evaluation');
  if (!existsSync(join(evaluation, 'run.mjs'))) {
    console.error(`No evaluation at ${evaluation}: name its folder, or set CLAUSEDIFF_EVALUATION.`);
    return 2;
  }
  const kit = mkdtempSync(join(tmpdir(), 'clausediff-peers-'));
  try {
    cpSync(evaluation, kit, { recursive: true, filter: (path) => !path.includes('node_modules') });
    symlinkSync(here('../../node_modules'), join(kit, 'node_modules'));
    return print(kit, values);
  } finally {
    rmSync(kit, { recursive: true, force: true });
  }
}

function print(kit, { seeds, intensity }) {
  const scope = ['--seeds', seeds, '--intensity', intensity];
  const installed = TOOLS.map((tool) => ({ ...tool, version: tool.version() })).filter(
    (tool) => tool.version !== undefined,
  );
  const missing = TOOLS.filter((tool) => !installed.some(({ name }) => name === tool.name));
  const ours = evaluate(kit, [...scope, '--tools', 'none', '--cmd', ourCommand()], {});
  const pairs = timedPairs(kit);
  const rows = installed.map((tool) => {
    const results = evaluate(kit, [...scope, '--tools', tool.baseline], tool.env ?? {});
    return [`${tool.name} ${tool.version}`, ratio(tool, kit, pairs), ...figures(results)];
  });
  console.log(`${ours.length} pairs of drafts, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log(
    '| | time: clausediff / it | pairs F1 | hard pairs F1 | moves found | marked beyond the minimum | runs of marks |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const row of [[`clausediff ${version()}`, '1', ...figures(ours)], ...rows]) {
    console.log(`| ${row.join(' | ')} |`);
  }
  if (missing.length > 0) console.log(`\nNot installed: ${missing.map(({ name }) => name).join(', ')}.`);
  return 0;
}

const version = () => printed(process.execPath, [cli, '--version'])?.replace(/^\D*/, '');
const ourCommand = () => `clausediff=${process.execPath} ${here('../evaluate/alignment.mjs')} {old} {new}`;

function evaluate(kit, args, env) {
  const out = join(kit, 'results.json');
  const { status, stderr } = spawnSync(process.execPath, [join(kit, 'run.mjs'), ...args, '--out', out], {
    cwd: kit,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** Correspondences, moves and marks, over all pairs of drafts. */
function figures(results) {
  const failed = results.filter(({ err }) => err).length;
  const scores = results.map(({ s }) => s);
  const marks = scores.map(({ words }) => words).filter((words) => words.pairs > 0);
  const [found, moved] = moves(scores);
  return [
    mean(scores.map((s) => s.corr.f1)).toFixed(3),
    mean(scores.map((s) => s.hard.f1)).toFixed(3),
    `${found} of ${moved}`,
    `${percent(mean(marks.map((words) => words.markedVsMinimal)) - 1)}`,
    `${mean(marks.map((words) => words.runRatio)).toFixed(2)} × true${failed > 0 ? `; failed on ${failed}` : ''}`,
  ];
}

/** A clause that moved, edited or not, and is called moved. */
function moves(scores) {
  let found = 0;
  let all = 0;
  for (const { confusion } of scores) {
    for (const kind of ['moved', 'moved+edited']) {
      for (const [told, count] of Object.entries(confusion[kind] ?? {})) {
        all += count;
        if (told.startsWith('moved')) found += count;
      }
    }
  }
  return [found, all];
}

/** One pair of each intensity, as files. */
function timedPairs(kit) {
  const base = join(kit, 'bases', 'en-1-security.md');
  return ['light', 'medium', 'heavy'].map((intensity) => {
    const out = join(kit, `timed-${intensity}`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(kit, 'gen.mjs'), base, '--seed', '1', '--intensity', intensity, '--out', out],
      { cwd: kit, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return [join(out, 'old.md'), join(out, 'new.md')];
  });
}

/** Whole processes in turn on the same pairs; the geometric mean of the ratios of their medians. */
function ratio(tool, kit, pairs) {
  const logs = pairs.map(([older, newer]) => {
    const fill = (text) => text.replace('{old}', older).replace('{new}', newer).replace('{kit}', kit);
    const [program, args] = tool.command;
    const times = [[], []];
    for (let run = 0; run < RUNS; run++) {
      times[0].push(time(process.execPath, [cli, 'diff', older, newer]));
      times[1].push(time(program, args.map(fill)));
    }
    const [ours, its] = times.map((list) => list.toSorted((a, b) => a - b)[RUNS >> 1]);
    return Math.log(ours / its);
  });
  const times = Math.exp(mean(logs));
  return times < 10 ? times.toPrecision(2) : times.toFixed(0);
}

function time(program, args) {
  const start = performance.now();
  const { error } = spawnSync(program, args, { maxBuffer: 1 << 28 });
  if (error) throw error;
  return performance.now() - start;
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percent(share) {
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;
}

function printed(program, args) {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return error ? undefined : stdout.trim() || stderr.trim();
}

function isThere(program) {
  return spawnSync(program, ['/dev/null', '/dev/null']).error === undefined;
}

function firstNumber(text) {
  return text === undefined ? undefined : /\d+(?:\.\d+)+/.exec(text)?.[0];
}
