import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestEntry } from '../../src/compare/digest/digest.ts';
import { type Comparison, compare, parseDraft } from '../../src/index.ts';
import { MIRRORED } from '../../src/wording/change.ts';
import { demoDraft } from '../report/reports.ts';
import { runs } from '../runs.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const compared = (old: string, newer: string): Comparison =>
  compare(parseDraft(old, 'old'), parseDraft(newer, 'new'));
/** What is told, in order, without what is routine. */
const said = (old: string, newer: string): string[] =>
  compared(old, newer)
    .digest.filter(({ routine }) => !routine)
    .map(({ say }) => say);
const changed = (old: string, newer: string): string[] => said(numbered(old), numbered(newer));

const PLAN = 'The Council welcomes the plan of the Commission for the ports of the region.';
const GRAIN = 'Member States will report on their stocks of grain by June 2025.';
const BANK = 'The Bank is invited to lend more to the small towns of the region.';
const VISIT = 'The President will visit the capitals of the region in the spring.';

describe('one change in the eye of a reader is one finding', () => {
  it.each([
    [
      'a replaced verb',
      'The Council welcomes the report.',
      'The Council takes note of the report.',
      ['Weakens: welcomes → takes note of'],
    ],
    [
      'an addition with a date, an amount and a name in it',
      'The Council recalls its decisions on the matter.',
      'The Council recalls its decisions on the matter, including the grant of EUR 7 million of 4 April 2025 to the Republic of Moldova for its ports.',
      ['Widens'],
    ],
    [
      'two words around a small one',
      'Persons arrested or detained are to be released.',
      'Persons unlawfully or arbitrarily arrested or detained are to be released.',
      ['unlawfully or arbitrarily'],
    ],
    [
      'one of two alternatives',
      'The Commission [shall][should] report to the Council.',
      'The Commission should report to the Council.',
      ['Settles: [shall][should] → should (of two the weaker was chosen)'],
    ],
    [
      'a closed bracket',
      'The mission will have [an executive mandate] in the region.',
      'The mission will have an executive mandate in the region.',
      ['Closes: [an executive mandate]'],
    ],
    [
      'a condition',
      'Aid will be given.',
      'Aid will be given where appropriate.',
      ['Adds a condition: where appropriate'],
    ],
    [
      'a deadline',
      'The Commission will report by June 2025.',
      'The Commission will report by October 2025.',
      ['Weakens: June 2025 → October 2025'],
    ],
    [
      '"and" for "or"',
      'Measures must be necessary and proportionate.',
      'Measures must be necessary or proportionate.',
      ['Widens: and → or'],
    ],
  ])('%s', (_, old, newer, wanted) => {
    const found = changed(old, newer);
    expect(found, found.join(' | ')).toHaveLength(wanted.length);
    if (wanted[0] !== 'Widens') for (const [i, text] of wanted.entries()) expect(found[i]).toContain(text);
  });

  it('a rename, however often, with the places that are left', () => {
    const rename = (text: string): string => text.replace('the Board', 'the Council of Members');
    const texts = ['Rules are made by the Board.', 'Fees are set by the Board.', 'Appeals go to the Board.'];
    const [first] = said(
      numbered(...texts, 'Seats in the Board are free.'),
      numbered(...texts.map(rename), 'Seats in the Board are free.'),
    );
    expect(first).toMatch(/Board → .*Council of Members, 3 times; still .*Board in 4/);
  });

  it('a clause that came with its points, and one that went', () => {
    const points = `${numbered(PLAN)}\n2. It decides as follows:\n\n   a) ports are opened;\n\n   b) fees are dropped.\n`;
    expect(said(numbered(PLAN), points)).toEqual(['New 2: It decides as follows: (with 2 more)']);
    expect(said(points, numbered(PLAN))).toEqual(['Gone, was 2: It decides as follows: (with 2 more)']);
  });

  it('a clause that was put into another one is told by what became of it', () => {
    const old = numbered(
      'The Council calls upon the Government to release all persons detained since the elections and recalls the principle of the independence of courts.',
      VISIT,
    );
    const newer = numbered(
      'The Council demands that the Government release all persons detained since the elections without delay.',
      'The Council recalls the principle of the independence of courts.',
      VISIT,
    );
    expect(said(old, newer).join('\n')).toMatch(/calls upon → .*demands that/);
  });
});

describe('the order', () => {
  it('has what is decided and demanded before small words, and what is routine at the end', () => {
    const head = (number: string): string => `Document ${number}/25\n\n`;
    const { digest } = compared(
      head('1001') + numbered(PLAN, GRAIN, BANK, VISIT),
      head('1002') +
        numbered(
          PLAN.replace('welcomes', 'rejects'),
          GRAIN,
          BANK.replace('small towns', 'little towns'),
          VISIT,
        ),
    );
    expect(digest.map(({ routine }) => routine)).toEqual(digest.map(({ routine }) => routine).toSorted());
    expect(digest[0]!.say).toContain('welcomes → rejects');
    expect(digest.filter(({ routine }) => routine).map(({ say }) => say)).toEqual([
      expect.stringContaining('1002'),
    ]);
  });
});

const OPERATIONS: Readonly<Record<string, string>> = {
  ...{
    added: 'dropped',
    dropped: 'added',
    split: 'merged',
    merged: 'split',
    opened: 'closed',
    closed: 'opened',
  },
};

const forth = ({ op, class: name, direction, old, new: now, rank, routine }: DigestEntry): string =>
  [op, name, direction, old, now, rank, routine].join(' | ');
const back = (entry: DigestEntry): string =>
  forth({
    ...entry,
    op: (OPERATIONS[entry.op] ?? entry.op) as DigestEntry['op'],
    direction: MIRRORED[entry.direction],
    old: entry.new,
    new: entry.old,
  });

describe('the laws of the digest', () => {
  it.each([1, 2, 3, 4])('swapping draft %i and the next one mirrors it, ranks and all', (n) => {
    const [a, b] = [demoDraft(n), demoDraft(n + 1)];
    expect(compared(b, a).digest.map(back).sort()).toEqual(compared(a, b).digest.map(forth).sort());
  });

  it.each([1, 2, 3, 4])('the words of an entry between draft %i and the next one stand at its place', (n) => {
    const { digest, links } = compared(demoDraft(n), demoDraft(n + 1));
    for (const { places, old, new: now, whole } of digest) {
      const [place] = places;
      if (whole || places.length > 1 || !place) continue;
      const link = links.find(({ id }) => id === place.link)!;
      const text = (side: 'old' | 'new'): string => link[side].map((clause) => clause.text).join('\n');
      if (place.old) expect(text('old').slice(...place.old)).toBe(old);
      if (place.new) expect(text('new').slice(...place.new)).toBe(now);
    }
  });

  it('a draft against itself has none, and the same drafts have the same one', () => {
    const [a, b] = [demoDraft(2), demoDraft(3)];
    expect(compared(a, a).digest).toEqual([]);
    expect(compared(a, b).digest).toEqual(compared(a, b).digest);
  });

  it('every word of a written pair that changed is in an entry of its clause', () => {
    const words = fc.constantFrom(
      ...'ports grain towns loans visits plans reports courts fees rules'.split(' '),
    );
    const sentence = fc.array(words, { minLength: 4, maxLength: 9 }).map((all) => `The ${all.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        (a, b) => {
          const { digest, links } = compared(numbered(...a), numbered(...b));
          const told = new Set(digest.flatMap((entry) => entry.links));
          for (const { id, changes, kind } of links)
            if (kind === 'inserted' || kind === 'deleted' || changes.some(({ substantive }) => substantive))
              expect(told).toContain(id);
        },
      ),
      runs(200),
    );
  });
});

it('holds a digest in every fixture, with a sentence for each entry', () => {
  const draft = (name: string, side: string): string => readFileSync(`fixtures/${name}/${side}.md`, 'utf8');
  const { digest } = compared(
    draft('actor-of-the-commitment', 'old'),
    draft('actor-of-the-commitment', 'new'),
  );
  expect(digest.length).toBeGreaterThan(0);
  for (const { say } of digest) expect(say).toMatch(/\S/);
});
