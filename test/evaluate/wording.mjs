// Scores the classes and directions of the wording cases: every second case was never looked at while writing rules.
import { existsSync, readFileSync } from 'node:fs';
import { compare, parseDraft } from '../../dist/index.js';

/** Prints one table from a file of cases, one JSON object a line; says so if there is none. */
export function evaluateWording(file) {
  if (!existsSync(file)) {
    console.log(`No wording cases at ${file}. Skipped.`);
    return;
  }
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  console.log(
    '| half | substantive cases | first class | any class | first direction | direction of that class | neutral cases | not flagged |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  const halves = {
    'looked at': cases.filter((_, i) => i % 2 === 0),
    'kept aside': cases.filter((_, i) => i % 2 === 1),
  };
  for (const [name, half] of Object.entries(halves))
    console.log(`| ${[name, ...scores(half)].join(' | ')} |`);
  for (const wrong of cases.filter((one) => !score(one).fine))
    console.log(`missed: ${wrong.id} (${wrong.class} ${wrong.direction})`);
}

function scores(cases) {
  const [substantive, neutral] = [true, false].map((kind) =>
    cases.filter((one) => one.substantive === kind).map(score),
  );
  const count = (list, name) => `${list.filter((one) => one[name]).length} of ${list.length}`;
  return [
    substantive.length,
    ...['firstClass', 'anyClass', 'firstDirection', 'direction'].map((name) => count(substantive, name)),
    neutral.length,
    count(neutral, 'fine'),
  ];
}

function score({ old, new: now, class: name, also = [], direction, substantive }) {
  const changes = compare(parseDraft(old), parseDraft(now))
    .links.flatMap((link) => link.changes)
    .filter((change) => change.substantive)
    .sort((a, b) => b.rank - a.rank);
  if (!substantive) return { fine: changes.length === 0 };
  const right = changes.filter((change) => [name, ...also].includes(change.class));
  const result = {
    firstClass: right.includes(changes[0]) && changes.length > 0,
    anyClass: right.length > 0,
    firstDirection: changes[0]?.direction === direction,
    direction: right.some((change) => change.direction === direction),
  };
  return { ...result, fine: result.anyClass && result.direction };
}
