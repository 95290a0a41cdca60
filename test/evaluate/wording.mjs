// Scores the classes and directions of the wording cases, and whether anything is told in silence or noise told aloud.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, parseDraft } from '../../dist/index.js';

/** One JSON object a line; of each set every third case was never looked at while writing rules. */
const SETS = ['cases', 'cases-2', 'false-neutral'];

/** Prints one table from a folder of cases; says so if there is none. */
export function evaluateWording(folder) {
  const sets = SETS.filter((name) => existsSync(join(folder, `${name}.jsonl`)));
  if (sets.length === 0) {
    console.log(`No wording cases in ${folder}. Skipped.`);
    return;
  }
  console.log(
    '| set | part | cases | class | direction, strict | direction, lenient | silent | neutral | flagged |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const set of sets) {
    const cases = readFileSync(join(folder, `${set}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const parts = {
      'looked at': cases.filter((_, i) => i % 3 !== 2),
      'kept aside': cases.filter((_, i) => i % 3 === 2),
      ...Object.fromEntries(
        ['en', 'fr', 'de'].map((lang) => [lang, cases.filter((one) => (one.lang ?? 'en') === lang)]),
      ),
    };
    for (const [part, own] of Object.entries(parts))
      if (own.length > 0) console.log(`| ${[set, part, ...scores(own)].join(' | ')} |`);
  }
}

function scores(cases) {
  const substantive = cases.filter((one) => one.substantive).map(score);
  const neutral = cases.filter((one) => !one.substantive).map((one) => told(one).length > 0);
  const share = (name) => {
    const count = substantive.filter((one) => one[name]).length;
    return substantive.length > 0 ? `${((100 * count) / substantive.length).toFixed(1)} %` : '–';
  };
  return [
    substantive.length,
    share('class'),
    share('strict'),
    share('lenient'),
    substantive.filter((one) => one.silent).length,
    neutral.length,
    neutral.filter(Boolean).length,
  ];
}

/** The substantive changes of a pair of sentences, the most important first. */
const told = ({ old, new: now }) =>
  compare(parseDraft(old), parseDraft(now))
    .links.flatMap((link) => link.changes)
    .filter((change) => change.substantive)
    .sort((a, b) => b.rank - a.rank);

/** By the first change of a class that is right; by the first of all if none is. */
function score(one) {
  const changes = told(one);
  if (changes.length === 0) return { silent: true };
  const classes = [one.class, ...(one.also ?? [])];
  const right = changes.find((change) => classes.includes(change.class));
  const { direction } = right ?? changes[0];
  return {
    class: right !== undefined,
    strict: direction === one.direction,
    lenient: [one.direction, ...(one.alsoDirection ?? [])].includes(direction),
  };
}
