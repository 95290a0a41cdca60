// One family of `growth.mjs`, in a process of its own: sends the processor time of every step at every size,
// which does not depend on what else the machine does.
import { pathToFileURL } from 'node:url';
import { FAMILIES } from './families.mjs';

const [steps, family, smallest, doublings] = process.argv.slice(2);
const { compare, jsonReport, measureFor, parseDraft, plainPainter, shownTexts, textReport } = await import(
  pathToFileURL(steps)
);
const make = FAMILIES[family];

/** Something is changed, taken away and added, spread over the text. */
function edited(text) {
  const size = Math.ceil(text.length / 12);
  return Array.from({ length: 12 }, (_, i) => text.slice(i * size, (i + 1) * size))
    .map((part, i) =>
      i % 3 === 0 ? part.slice(9) : i % 3 === 1 ? part.replace(/ /, ' edited ') : `${part} changed `,
    )
    .join('');
}

/** The same parts in another order: paragraphs, or lines, or words, or letters. */
function shuffled(text) {
  const [between, parts] = ['\n\n', '\n', '\r', ' ', '']
    .map((by) => [by, text.split(by)])
    .find(([, found]) => found.length > 20) ?? ['', [text]];
  let seed = 7;
  for (let i = parts.length - 1; i > 0; i--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const k = Math.floor((seed / 2_147_483_648) * (i + 1));
    [parts[i], parts[k]] = [parts[k], parts[i]];
  }
  return parts.join(between);
}

const options = {
  all: true,
  only: [],
  directions: [],
  minRank: 0,
  neutral: true,
  context: 0,
  sideBySide: false,
  marks: new Map(),
  width: 80,
  painter: plainPainter,
};

function timed(step, size, work) {
  process.send({ step, size });
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  process.send({ step, size, time: (user + system) / 1000 });
  return result;
}

async function run(size, timed) {
  const text = make(size);
  const old = timed('parse', size, () => parseDraft(text, 'old'));
  for (const variant of [text, edited(text), shuffled(text)]) {
    const newer = timed('parse', size, () => parseDraft(variant, 'new'));
    const comparison = timed('compare', size, () => compare(old, newer));
    const measure = await measureFor([...shownTexts(old), ...shownTexts(newer)]);
    timed('print', size, () => textReport(comparison, { ...options, measure }) + jsonReport(comparison));
  }
}

// Once without a clock, so that the smallest sizes are not those of cold code.
for (let i = 0; i < 3; i++) await run(Number(smallest) / 2, (_step, _size, work) => work());
for (let i = 0; i <= Number(doublings); i++) await run(Number(smallest) * 2 ** i, timed);
process.disconnect();
