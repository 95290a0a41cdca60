// Measures clausediff on a history of 500 commits, and what its hook adds to a commit, beside git alone in one run.
//
//   npm run bench:history
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMITS = 500;
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'clausediff-bench-'));
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  XDG_CACHE_HOME: join(folder, 'cache'),
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Ada'],
      [`GIT_${who}_EMAIL`, 'ada@example.org'],
    ]),
  ),
};

function run(command, ...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: folder, env, maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return performance.now() - start;
}

const words = 'support funding plan report security market border region council measure'.split(' ');
let draft = readFileSync(new URL('../../drafts/draft-5.md', import.meta.url), 'utf8').split('\n');
run('git', 'init', '-q');
for (let i = 0; i < COMMITS; i++) {
  draft = draft.map((line, at) =>
    at % 97 === (i * 31) % 97 ? line.replace(/\b(?:the|a|of)\b/, words[i % words.length]) : line,
  );
  if (i % 50 === 49) draft = [...draft, '', `New paragraph ${i} on the ${words[i % words.length]}.`];
  writeFileSync(join(folder, 'text.md'), `${draft.join('\n')}\nVersion ${i}.\n`);
  run('git', 'add', 'text.md');
  run('git', 'commit', '-qm', `Commit ${i}`);
}

const rows = [];
const ms = (time) => `${time.toFixed(0)} ms`;
const bare = run('git', 'log', '-p', '--word-diff', '--follow', '--', 'text.md');
rows.push([`git log -p --word-diff, ${COMMITS} commits`, ms(bare), '']);
for (const name of ['cold', 'warm']) {
  const time = run(process.execPath, cli, 'history', 'text.md');
  rows.push([`clausediff history, ${name}`, ms(time), `${(time / bare).toFixed(1)} × git log`]);
}

const commit = (text) => {
  writeFileSync(join(folder, 'text.md'), text);
  return run('git', 'commit', '-qam', 'Change');
};
const text = readFileSync(join(folder, 'text.md'), 'utf8');
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const without = median([1, 2, 3, 4, 5].map((i) => commit(`${text}Without ${i}.\n`)));
run(process.execPath, cli, 'hook', 'install', '--post-commit');
const withHook = median([1, 2, 3, 4, 5].map((i) => commit(`${text}With ${i}.\n`)));
rows.push(['a commit', ms(without), '']);
rows.push(['a commit with the post-commit hook', ms(withHook), `${(withHook / without).toFixed(1)} × bare`]);
rmSync(folder, { recursive: true });

const widths = [0, 1].map((i) => Math.max(...rows.map((row) => row[i].length)));
for (const [what, time, note] of rows)
  console.log(`${what.padEnd(widths[0])}  ${time.padStart(widths[1])}  ${note}`);
