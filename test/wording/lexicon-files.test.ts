import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/draft/tokens.ts';
import de from '../../src/wording/lexicon/de.json' with { type: 'json' };
import en from '../../src/wording/lexicon/en.json' with { type: 'json' };
import fr from '../../src/wording/lexicon/fr.json' with { type: 'json' };
import { wordKey } from '../../src/wording/lexicon.ts';
import {
  ACTOR_KINDS,
  type Guards,
  type LexiconData,
  type RankedData,
  TERM_CLASSES,
  TIME_UNITS,
} from '../../src/wording/lexicon-data.ts';

const FILES = { de, en, fr } as unknown as Readonly<Record<string, LexiconData>>;
const LISTS = Object.keys(TERM_CLASSES) as (keyof typeof TERM_CLASSES)[];
const RANKED = ['verbs', 'modals', 'times', 'ladders'] as const;
/** Lists whose forms compete for one word. */
const LAYERS: readonly { readonly layer: string; readonly lists: readonly (keyof typeof TERM_CLASSES)[] }[] =
  [
    { layer: 'stances', lists: ['verbs', 'modals'] },
    { layer: 'qualifiers', lists: ['hedges', 'scope', 'quantities', 'times', 'negations'] },
  ];
const EFFECTS = ['stronger', 'weaker', 'broader', 'narrower', 'changed', 'neutral'];
const LEADING_ARTICLE: Readonly<Record<string, RegExp>> = {
  de: /^(?:der|die|das|den|dem|des) /i,
  en: /^the /i,
  fr: /^(?:le|la|les|du) /i,
};
/** Phrases that are others without their first word: `le cas échéant`, `the need to`. */
const NO_ARTICLE = new Set([
  'the need to',
  'le cas échéant',
  "le temps qu'il faudra",
  'le plus rapidement possible',
  'le plus tôt possible',
  'le moment venu',
  'den Weg ebnen',
  'den Weg zu ebnen',
  'des Weiteren',
]);

describe.each(Object.entries(FILES))('the lexicon %s', (language, data) => {
  const entries = LISTS.flatMap((list) => data[list].map((entry) => ({ list, ...entry })));
  const ranked: RankedData[] = RANKED.flatMap((list) => [...data[list]]);
  const allForms = [...entries, ...data.formulas].flatMap(({ forms }) => forms);

  it('says which language it is', () => {
    expect(data.language).toBe(language);
    expect(data.name).not.toBe('');
  });

  it('knows all sources that it names', () => {
    const named = [...entries, ...data.formulas, ...data.shifts].flatMap(({ source }) => source);
    expect(named.filter((key) => !Object.hasOwn(data.sources, key))).toEqual([]);
    expect(
      [...entries, ...data.formulas, ...data.shifts].filter(({ source }) => source.length === 0),
    ).toEqual([]);
  });

  it('ranks from 0 to 100', () => {
    expect(ranked.filter(({ rank }) => !(rank >= 0 && rank <= 100))).toEqual([]);
    expect(data.actors.filter(({ weight = 0 }) => !(weight >= 0 && weight <= 100))).toEqual([]);
  });

  it.each(RANKED)('has more than one step on every scale of the %s', (list) => {
    const ranks = new Map<string, Set<number>>();
    for (const { scale, rank } of data[list]) ranks.set(scale, (ranks.get(scale) ?? new Set()).add(rank));
    // What the verbs and the modals say of a commitment is one scale.
    if (list === 'verbs') for (const { scale, rank } of data.modals) ranks.get(scale)?.add(rank);
    expect([...ranks].filter(([, steps]) => steps.size < 2).map(([scale]) => scale)).toEqual([]);
  });

  it.each(LISTS)('has no form twice in the %s', (list) => {
    const forms = data[list].flatMap((entry) => entry.forms.map((form) => identity(form, entry)));
    expect(repeated(forms)).toEqual([]);
  });

  it.each(LAYERS)('has no form in two lists of the layer of $layer', ({ lists }) => {
    const forms = lists.flatMap((list) =>
      data[list].flatMap((entry) => entry.forms.map((form) => identity(form, entry))),
    );
    expect(repeated(forms)).toEqual([]);
  });

  it('has no form twice in the formulas, nor in the equivalents', () => {
    expect(repeated(data.formulas.flatMap(({ forms }) => forms.map((form) => identity(form, {}))))).toEqual(
      [],
    );
    expect(
      repeated(data.equivalents.flatMap(({ forms }) => forms.map((form) => identity(form, { case: true })))),
    ).toEqual([]);
    expect(data.equivalents.filter(({ forms }) => forms.length < 2)).toEqual([]);
  });

  it('has actors of known kinds, each once, and shifts between them', () => {
    const ids = data.actors.map(({ id }) => id);
    expect(repeated(ids)).toEqual([]);
    expect(data.actors.filter(({ kind }) => !ACTOR_KINDS.includes(kind))).toEqual([]);
    expect(data.shifts.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.includes(id))).toEqual([]);
    expect(
      repeated(data.shifts.map(({ from, to }) => [from, to].sort().join(' '))).filter(
        (pair) => !isBothWays(data, pair),
      ),
    ).toEqual([]);
  });

  it('has the actors of the English one', () => {
    const english = new Set(FILES.en?.actors.map(({ id }) => id));
    expect(data.actors.map(({ id }) => id).filter((id) => !english.has(id))).toEqual([]);
  });

  it('has the scales of the English one', () => {
    const english = new Set(
      RANKED.flatMap((list) => FILES.en?.[list].map(({ scale }) => `${list} ${scale}`) ?? []),
    );
    const used = RANKED.flatMap((list) => data[list].map(({ scale }) => `${list} ${scale}`));
    expect(used.filter((scale) => !english.has(scale))).toEqual([]);
  });

  it('knows the effects of its terms', () => {
    const effects = [...data.hedges, ...data.scope, ...data.quantities, ...data.times, ...data.formulas].map(
      ({ effect }) => effect,
    );
    const directions = [...effects, ...data.shifts.map(({ direction }) => direction)];
    expect(directions.filter((effect) => !EFFECTS.includes(effect ?? 'none'))).toEqual([]);
  });

  it('has forms of words, without an article in front', () => {
    expect(entries.filter(({ forms }) => forms.length === 0)).toEqual([]);
    expect(allForms.filter((form) => tokenize(form).length === 0 || form !== form.trim())).toEqual([]);
    const article = LEADING_ARTICLE[language] as RegExp;
    expect(allForms.filter((form) => article.test(form) && !NO_ARTICLE.has(form))).toEqual([]);
  });

  it('has typewriter apostrophes', () => {
    expect(allForms.filter((form) => /[\u2018\u2019\u02bc]/.test(form))).toEqual([]);
  });

  it('has a calendar', () => {
    const { months, quarters, halves, seasons, start, deadline } = data.calendar;
    expect(months).toHaveLength(12);
    expect(months.filter((names) => names.length === 0)).toEqual([]);
    // The place in the list is the number of the part; halves take turns.
    expect([quarters.length, halves.length % 2]).toEqual([5, 0]);
    expect(Object.values(seasons).filter((month) => !(month >= 1 && month <= 12))).toEqual([]);
    expect(start.filter((word) => !deadline.includes(word))).toEqual([]);
  });

  it('names numbers and units as they are looked up', () => {
    const { words, magnitudes } = data.numbers;
    const names = [words, magnitudes, data.calendar.units].flatMap((table) => Object.keys(table));
    expect(names.filter((name) => wordKey(name) !== name)).toEqual([]);
    expect(Object.values(data.calendar.units).filter((unit) => !TIME_UNITS.includes(unit))).toEqual([]);
  });

  it('points to the places that the reader of references tells apart', () => {
    expect(Object.keys(data.references)).toEqual(Object.keys(FILES.en?.references ?? {}));
  });
});

/** Forms with different guards may stand in one list: `Parties` is not `parties`. */
function identity(form: string, { case: printed = false, notAfter = [], notBefore = [] }: Guards): string {
  const words = tokenize(form).map(({ key }) => (printed ? key : key.toLowerCase()));
  return [words.join(' '), printed, notAfter.join('|'), notBefore.join('|')].join(' / ');
}

const repeated = (texts: readonly string[]): string[] => texts.filter((text, i) => texts.indexOf(text) < i);

function isBothWays({ shifts }: LexiconData, pair: string): boolean {
  const found = shifts.filter(({ from, to }) => [from, to].sort().join(' ') === pair);
  return found.length === 2 && found[0]?.from !== found[1]?.from;
}
