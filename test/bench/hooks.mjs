// What hooks cost beside a bare commit, in one run: a commit without a draft, with one, with many. `npm run bench:hooks`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const MANY = 200;
const CLI = resolve('dist/cli.js');
const DRAFTS = ['draft-2.md', 'draft-3.md'].map((name) => resolve('drafts', name));
const SHORT = ['welcomes', 'takes note of'].map(
  (verb) => `1. The European Union ${verb} the plan of the Commission for the ports of the region.\n`,
);

const folder = mkdtempSync(join(tmpdir(), 'clausediff-bench-'));
const env = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_EDITOR: 'true' },
  ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b' },
};

function run(command, ...args) {
  const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
const git = (...args) => run('git', ...args);

/** What is staged, of the n-th round. */
const CASES = {
  'no draft': (n) => writeFileSync(join(folder, 'other.txt'), String(n)),
  'a short draft': (n) => writeFileSync(join(folder, 'short.md'), SHORT[n % 2]),
  'a draft of 4000 words': (n) => cpSync(DRAFTS[n % 2], join(folder, 'long.md')),
  [`${MANY} short drafts`]: (n) => {
    for (let i = 0; i < MANY; i++) writeFileSync(join(folder, 'many', `${i}.md`), SHORT[n % 2]);
  },
};
const HOOKS = {
  '--pre-commit': ['--pre-commit'],
  'all hooks of a commit': ['--pre-commit', '--commit-msg', '--trailers', '--post-commit'],
};

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

function timed(...args) {
  const start = process.hrtime.bigint();
  git(...args);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

try {
  git('init', '-q');
  mkdirSync(join(folder, 'many'));
  writeFileSync(join(folder, '.clausediffrc.yaml'), 'redLines: [at least]\nrules: {weaker: warning}\n');
  for (const stage of Object.values(CASES)) stage(1);
  git('add', '-A');
  git('commit', '-qm', 'Begin');
  for (const [name, stage] of Object.entries(CASES)) {
    for (const [hooks, options] of Object.entries(HOOKS)) {
      run(process.execPath, CLI, 'hook', 'install', ...options);
      const times = { bare: [], hooked: [] };
      const rounds = name.startsWith(String(MANY)) ? Math.min(ROUNDS, 3) : ROUNDS;
      for (let n = 0; n < 2 * rounds; n++) {
        stage(n);
        git('add', '-A');
        if (n % 4 < 2) times.bare.push(timed('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Bare'));
        else times.hooked.push(timed('commit', '-qm', 'Hooked'));
      }
      const [bare, hooked] = [median(times.bare), median(times.hooked)];
      console.log(
        `${name}, ${hooks}: ${hooked.toFixed(0)} ms, bare ${bare.toFixed(0)} ms: ${(hooked / bare).toFixed(1)} ×`,
      );
      run(process.execPath, CLI, 'hook', 'uninstall');
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
