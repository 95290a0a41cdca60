import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../../src/wording/date-figures.ts';
import { builtInLexicon } from '../../src/wording/languages.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { findValues, type Value } from '../../src/wording/values.ts';
import { readWords, textOf } from '../../src/wording/words.ts';

/**
 * How the times, references and quantities of a text are read. Each file is a language; under each text `·` is what is
 * read in it. `vitest -u` writes anew what is read.
 */
const FOLDER = 'test/wording/read';

/** The last day that is meant; `0000` is a year that is not said. */
function printedDay(day: number): string {
  const [year, rest] = [Math.floor((day - 1) / DAYS_A_YEAR), (day - 1) % DAYS_A_YEAR];
  const parts = [year, Math.floor(rest / DAYS_A_MONTH) + 1, (rest % DAYS_A_MONTH) + 1];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function told(value: Value): string {
  if (value.kind === 'amount') {
    return [value.value, value.unit, value.spelled ? '(in words)' : '']
      .filter((part) => part !== '')
      .join(' ');
  }
  if (value.kind === 'citation') return [value.to, ...value.targets].join(' ');
  if (value.relative) return `${value.role} ${value.day} days`;
  return `${value.role} ${printedDay(value.day)}, ${value.span} days${value.yearless ? ', no year' : ''}`;
}

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const lexicon = compileLexicon(builtInLexicon(file.slice(0, 2))!);

  it('reads what the file says', async () => {
    const written = readFileSync(`${FOLDER}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('·'))
      .flatMap((line, i) => {
        const words = readWords(line);
        const values = i === 0 ? [] : findValues(words, lexicon);
        return [line, ...values.map((value) => `· ${value.kind} "${textOf(words, value)}": ${told(value)}`)];
      });
    await expect(written.join('\n')).toMatchFileSnapshot(`read/${file}`);
  });
});
