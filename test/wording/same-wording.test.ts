import { describe, expect, it } from 'vitest';
import { builtInLexicon, compare, parseDraft } from '../../src/index.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { isSameWording } from '../../src/wording/same-wording.ts';

const lexicon = (language: string) => compileLexicon(builtInLexicon(language)!);

describe('two wordings are the same', () => {
  it.each([
    ['en', 'takes note of', 'took note of'],
    ['en', 'calls on', 'calls upon'],
    ['en', 'the European Union', 'the EU'],
    ['en', 'candidate country', 'candidate countries'],
    ['fr', 'prend note', 'prenant note'],
    ['de', 'nimmt zur Kenntnis', 'nahm zur Kenntnis'],
  ])('%s: %s / %s', (language, one, other) => {
    expect(isSameWording(one, other, lexicon(language))).toBe(true);
    expect(isSameWording(other, one, lexicon(language))).toBe(true);
  });
});

describe('two wordings are not the same, though of one entry', () => {
  it.each([
    ['en', 'strongly urges', 'urges'],
    ['en', 'reaffirms its commitment', 'recalls its commitment'],
    ['en', 'all stakeholders', 'relevant stakeholders'],
    ['en', 'quarterly', 'annually'],
    ['en', 'provided that', 'unless'],
    ['en', 'candidate countries', 'potential candidates'],
  ])('%s: %s / %s', (language, one, other) => {
    expect(isSameWording(one, other, lexicon(language))).toBe(false);
    expect(isSameWording(other, one, lexicon(language))).toBe(false);
  });
});

describe.each(['en', 'fr', 'de'])('the lexicon %s', (language) => {
  const data = builtInLexicon(language)!;
  const compiled = lexicon(language);
  const lists = ['actors', 'verbs', 'modals', 'hedges', 'scope', 'quantities', 'times', 'ladders'] as const;
  const pairs = lists.flatMap((list) =>
    data[list].flatMap(({ forms }) =>
      forms.flatMap((one, i) => forms.slice(i + 1).map((other): [string, string] => [one, other])),
    ),
  );
  const undeclared = pairs.filter(
    ([one, other]) => !one.includes('{n}') && !other.includes('{n}') && !isSameWording(one, other, compiled),
  );

  it('has no form that is exchanged for another in silence, unless that is declared', () => {
    const silent = undeclared.filter(([one, other]) => {
      const draft = (form: string) => parseDraft(`1. Vraiment la Kommission ${form} Bericht rapport report.`);
      const { links } = compare(draft(one), draft(other), { language });
      return links.every(({ changes }) => changes.every(({ substantive }) => !substantive));
    });
    expect(silent).toEqual([]);
  });
});
