// Scores the digest of real pairs against what a careful reader would tell; every third pair was kept aside.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Prints a row for the pairs that were looked at, for those kept aside, and for all; says so if there is no folder. */
export function evaluateDigest(folder) {
  const scorer = join(folder, 'score.mjs');
  if (!existsSync(scorer)) {
    console.log(`No digests in ${folder}. Skipped.`);
    return;
  }
  const pairs = readdirSync(join(folder, 'pairs')).sort();
  const parts = {
    'looked at': pairs.filter((_, i) => i % 3 !== 2),
    'kept aside': pairs.filter((_, i) => i % 3 === 2),
    all: pairs,
  };
  const columns = [
    'must',
    'should',
    'top',
    'first',
    'noise',
    'findingsPerItem',
    'direction',
    'directionStrict',
  ];
  console.log(`| pairs | n | ${columns.join(' | ')} |`);
  console.log(`|---|---|${columns.map(() => '---').join('|')}|`);
  for (const [name, own] of Object.entries(parts)) {
    const { mean } = scored(scorer, join(folder, 'pairs'), own);
    console.log(`| ${[name, own.length, ...columns.map((column) => mean[column])].join(' | ')} |`);
  }
}

function scored(scorer, folder, pairs) {
  const chosen = mkdtempSync(join(tmpdir(), 'clausediff-digest-'));
  for (const pair of pairs) symlinkSync(join(folder, pair), join(chosen, pair));
  const command = `${process.execPath} ${PROGRAM} diff --format json {old} {new}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [scorer, '--cmd', command, '--json', chosen],
    { encoding: 'utf8' },
  );
  rmSync(chosen, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
