import { describe, expect, it } from 'vitest';
import { MIRRORED } from '../../src/wording/change.ts';
import { type Edit, readEdits } from '../../src/wording/edits.ts';
import { builtInLexicon } from '../../src/wording/languages.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { nameChanges } from '../../src/wording/name-changes.ts';

const changesOf = (old: string, now: string, language = 'en') =>
  nameChanges(readEdits(old, now), compileLexicon(builtInLexicon(language)!));

/** The substantive changes, most important first: `actor weaker: the Union → the Europeans`. */
const told = (old: string, now: string, language = 'en'): string[] =>
  changesOf(old, now, language)
    .filter(({ substantive }) => substantive)
    .map(({ class: name, direction, old: from, new: to }) => `${name} ${direction}: ${from} → ${to}`);

const MEANT: [old: string, now: string, expected: string[]][] = [
  // Who acts, and who is asked to.
  [
    'The European Union will help.',
    'The Europeans will help.',
    ['actor weaker: The European Union → The Europeans'],
  ],
  [
    'The European Union and its Member States will help.',
    'The European Union will help.',
    ['actor narrower: The European Union and its Member States → The European Union'],
  ],
  // An unrelated passive elsewhere in the clause explains nothing away.
  [
    'It calls on the Commission to act. The Commission is called on to report. The Council will pay for it.',
    'It calls on the Commission to act. The Commission is called on to report. It will be paid.',
    told('The Council will pay for it.', 'It will be paid.'),
  ],
  [
    'All Member States will pay.',
    'Member States will pay.',
    ['actor weaker: All Member States → Member States'],
  ],
  [
    'It invites the Commission to act.',
    'It invites the Council to act.',
    ['addressee changed: the Commission → the Council'],
  ],
  [
    'Damage done by Russia is great.',
    'Damage is great.',
    ['entity weaker: by Russia → ', 'scope narrower: done → '],
  ],
  // What the text does, on one scale and across scales.
  ['It welcomes the report.', 'It takes note of the report.', ['verb weaker: welcomes → takes note of']],
  [
    'It condemns the attack.',
    'It strongly condemns the attack.',
    ['verb stronger: condemns → strongly condemns'],
  ],
  ['They shall report.', 'They may report.', ['modality weaker: shall → may']],
  ['The Union stands ready to pay.', 'The Union will pay.', ['modality stronger: stands ready to → will']],
  // Conditions and times.
  ['The Union will pay.', 'The Union will pay, where appropriate.', ['hedge weaker:  → where appropriate']],
  [
    'They report by June 2025.',
    'They report by the end of 2025.',
    ['date weaker: by June 2025 → by the end of 2025'],
  ],
  ['They report by June 2025.', 'They report in due course.', ['date weaker: by June 2025 → in due course']],
  [
    'It acts within six months.',
    'It acts within twelve months.',
    ['date weaker: within six months → within twelve months'],
  ],
  // Amounts.
  [
    'It lends EUR 20 billion.',
    'It lends EUR 15 billion.',
    ['amount weaker: EUR 20 billion → EUR 15 billion'],
  ],
  ['It spends 2 % of it.', 'It spends at least 2 % of it.', ['amount stronger:  → at least']],
  // Denials, open text, references.
  ['It recognises this.', 'It does not recognise this.', ['negation weaker:  → does not recognise']],
  [
    'The Union will act now.',
    '[The Union will act now.]',
    ['bracket changed: The Union will act now. → [The Union will act now.]'],
  ],
  ['It acts by [p.m.].', 'It acts by June.', ['date stronger:  → by June', 'bracket changed: [p.m.] → ']],
  ['It is set out in Annex I.', 'It is set out in Annex II.', ['reference changed: Annex I → Annex II']],
  // How much is meant.
  [
    'It calls for pauses in the fighting.',
    'It calls for a ceasefire.',
    ['scope changed: pauses in the fighting → a ceasefire'],
  ],
  ['leave the territories occupied', 'leave territories occupied', ['scope narrower: the → ']],
  ['an exit from fossil fuels', 'an exit from unabated fossil fuels', ['scope narrower:  → unabated']],
  ['aid for roads and ports', 'aid for roads, rivers and ports', ['scope broader:  → rivers']],
];

describe('what a change means', () => {
  it.each(MEANT)('%s → %s', (old, now, expected) => expect(told(old, now)).toEqual(expected));

  it.each(MEANT)('%s → %s, mirrored', (old, now) => {
    const directions = (changes: ReturnType<typeof changesOf>) => changes.map(({ direction }) => direction);
    expect(directions(changesOf(now, old)).sort()).toEqual(
      directions(changesOf(old, now))
        .map((direction) => MIRRORED[direction])
        .sort(),
    );
  });

  it.each([
    ['fr', 'Le Conseil se félicite du plan.', 'Le Conseil prend note du plan.', 'verb weaker'],
    ['de', 'Der Rat begrüßt den Plan.', 'Der Rat nimmt Kenntnis von dem Plan.', 'verb weaker'],
    ['fr', 'Les États membres doivent agir.', 'Les États membres peuvent agir.', 'modality weaker'],
    ['de', 'Die Mitgliedstaaten müssen handeln.', 'Die Mitgliedstaaten können handeln.', 'modality weaker'],
  ])('in %s: %s → %s', (language, old, now, expected) => {
    expect(told(old, now, language)[0]).toContain(expected);
  });
});

describe('a change in a long clause', () => {
  const sentence = 'The Council is invited to report, and the Union welcomes the plan of the Member States. ';
  const unbroken = 'the Council and the Union welcome the plan of the Member States '.repeat(100);

  it.each([
    ['many sentences before and behind', sentence.repeat(60), sentence.repeat(60)],
    ['no sentence ever ending', unbroken, unbroken],
    ['brackets elsewhere', `[Text] ${sentence.repeat(60)}`, '[p.m.]'],
  ])('means what it means alone, with %s', (_, before, behind) => {
    const [old, now] = ['The Council welcomes the plan. ', 'The Council takes note of the plan. '];
    expect(told(before + old + behind, before + now + behind)).toEqual(told(old, now));
  });

  it('is told once for each place, however far apart', () => {
    const text = (verb: string) =>
      `The Council ${verb} the plan. ${sentence.repeat(60)}It ${verb} the report.`;
    expect(told(text('welcomes'), text('takes note of'))).toEqual([
      'verb weaker: welcomes → takes note of',
      'verb weaker: welcomes → takes note of',
    ]);
  });
});

describe('what says nothing new', () => {
  it.each([
    ['The European Union acts.', 'The EU acts.'],
    ['The High Representative reports.', 'The HR/VP reports.'],
    ['It met on 6 March 2025.', 'It met on March 6, 2025.'],
    ['It met on 14 and 15 December 2023.', 'It met on 14-15 December 2023.'],
    ['As agreed in June, it acted.', 'As agreed in June 2006, it acted.'],
    ['It lends EUR 150 billion.', 'It lends €150 billion.'],
    ['It counts 40 000 people.', 'It counts 40,000 people.'],
    ['It calls on Member States to act.', 'It calls upon Member States to act.'],
    ['The Council met. It agreed.', 'The Council met. The Council agreed.'],
    ['It returns to this issue.', 'It returns to the issue.'],
    ['Support for Kyiv goes on.', 'Support for Kiev goes on.'],
    ['It gives political, financial and military aid.', 'It gives military, political and financial aid.'],
    ['The European Council invites the Commission to act.', 'The Commission is invited to act.'],
    ['EUCO 18/25', 'EUCO 18/25 REV 1'],
  ])('%s → %s', (old, now) => {
    expect(told(old, now)).toEqual([]);
    expect(changesOf(old, now)).not.toEqual([]);
  });
});

describe('words that look like others', () => {
  it.each([
    ['The Energy Union grows.', 'The European Union grows.'],
    ['The Council of Europe met.', 'The European Council met.'],
    ['The Council met.', 'The European Council met.'],
  ])('%s is not %s', (old, now) => expect(told(old, now)).not.toEqual([]));

  it('the month is no permission', () => {
    expect(told('It met in May 2025.', 'It met in June 2025.')).toEqual([
      'date changed: in May 2025 → in June 2025',
    ]);
  });
});

it('of a clause as long as a book that changed all over, every change is listed and none is named', () => {
  const edits = Array.from({ length: 3_300 }, (): Edit[] => [
    { op: 'equal', old: 'It pays ', new: 'It pays ' },
    { op: 'replace', old: 'EUR 1 million', new: 'EUR 2 million' },
    { op: 'equal', old: ' – ', new: ' - ' },
  ]).flat();
  const changes = nameChanges(edits, compileLexicon(builtInLexicon('en')!));
  const unnamed = changes.filter(({ substantive }) => substantive);
  expect(unnamed).toHaveLength(3_300);
  expect(
    new Set(unnamed.map(({ class: name, rule, old, new: now }) => [name, rule, old, now].join(' | '))),
  ).toEqual(new Set(['wording | wording:unnamed | EUR 1 million | EUR 2 million']));
  expect(changes.filter(({ substantive }) => !substantive)).not.toEqual([]);
});
