import { describe, expect, it } from 'vitest';
import { builtInLexicon, LANGUAGES } from '../../src/wording/languages.ts';
import type { LexiconData } from '../../src/wording/lexicon-data.ts';
import { readLexicon } from '../../src/wording/lexicon-schema.ts';
import { mergeLexicon } from '../../src/wording/merge-lexicon.ts';

const base = builtInLexicon('en') as LexiconData;
const merged = (own: object, into = base): LexiconData =>
  mergeLexicon(into, readLexicon(JSON.stringify(own), 'own.json'));
const formsOf = (lemma: string, { verbs }: LexiconData): readonly string[] | undefined =>
  verbs.find((verb) => verb.lemma === lemma)?.forms;

describe('a merged lexicon', () => {
  it.each(LANGUAGES)('is the built-in one of %s if nothing is added', (language) => {
    const data = builtInLexicon(language) as LexiconData;
    expect(merged({}, data)).toEqual({ ...data, sources: { ...data.sources, user: 'own.json' } });
  });

  it('has what is added, and all else as the same objects', () => {
    const own = { lemma: 'note well', scale: 'approval', rank: 20, forms: ['notes well'] };
    const { verbs, sources } = merged({ verbs: [own] });
    expect(verbs.slice(0, -1).every((verb, i) => verb === base.verbs[i])).toBe(true);
    expect(verbs.at(-1)).toEqual({ ...own, source: ['user'] });
    expect(sources.user).toBe('own.json');
  });

  it('has the entry of the user for a lemma on a scale', () => {
    const own = { lemma: 'welcome', scale: 'approval', rank: 1, forms: ['welcomes'] };
    const { verbs } = merged({ verbs: [own] });
    expect(verbs.filter(({ lemma }) => lemma === 'welcome')).toEqual([{ ...own, source: ['user'] }]);
    expect(verbs).toHaveLength(base.verbs.length);
  });

  it('keeps the lemma on another scale, without the forms that were claimed', () => {
    const own = { lemma: 'welcome', scale: 'warmth', rank: 1, forms: ['Welcomes'] };
    const { verbs } = merged({ verbs: [own] });
    const [before, after] = verbs.filter(({ lemma }) => lemma === 'welcome');
    expect(before?.scale).toBe('approval');
    expect(before?.forms).not.toContain('welcomes');
    expect(before?.forms).toContain('welcomed');
    expect(after?.forms).toEqual(['Welcomes']);
  });

  it('takes a form away from another entry of the list, however it is spelt, and from no other list', () => {
    const own = { lemma: 'applaud', scale: 'approval', rank: 61, forms: ['recognizes'] };
    const after = merged({ verbs: [own] });
    expect(formsOf('recognise', base)).toContain('recognises');
    expect(formsOf('recognise', after)).not.toContain('recognises');
    expect(after.actors).toEqual(base.actors);
  });

  it('drops an entry that has no form left', () => {
    const truce = base.ladders.find(({ lemma }) => lemma === 'truce');
    const own = { lemma: 'my truce', scale: 'mine', rank: 1, forms: truce?.forms };
    expect(merged({ ladders: [own] }).ladders.map(({ lemma }) => lemma)).not.toContain('truce');
  });

  it('has the actor of the user for an id', () => {
    const own = { id: 'eu', lemma: 'the Union', kind: 'union', forms: ['Union'] };
    const { actors, shifts } = merged({ actors: [own] });
    expect(actors.filter(({ id }) => id === 'eu')).toEqual([{ ...own, source: ['user'] }]);
    expect(shifts).toEqual(base.shifts);
  });

  it('has the shift of the user for two actors', () => {
    const own = { from: 'eu', to: 'ms', direction: 'changed', why: 'we say so' };
    const { shifts } = merged({ shifts: [own] });
    expect(shifts.filter(({ from, to }) => from === 'eu' && to === 'ms')).toEqual([
      { ...own, source: ['user'] },
    ]);
    expect(shifts).toHaveLength(base.shifts.length);
  });

  it('has a shift to an actor of the user', () => {
    const quad = { id: 'quad', lemma: 'the Quad', kind: 'subset', forms: ['Quad'] };
    const shift = { from: 'eu', to: 'quad', direction: 'weaker', why: 'x' };
    expect(merged({ actors: [quad], shifts: [shift] }).shifts.at(-1)).toMatchObject(shift);
  });

  it('lacks what is removed, an actor with its shifts', () => {
    const { actors, verbs, formulas, shifts } = merged({
      remove: ['europeans', 'welcome', 'nothing-agreed'],
    });
    expect(actors.map(({ id }) => id)).not.toContain('europeans');
    expect(shifts.flatMap(({ from, to }) => [from, to])).not.toContain('europeans');
    expect(verbs.map(({ lemma }) => lemma)).not.toContain('welcome');
    expect(formulas.map(({ id }) => id)).not.toContain('nothing-agreed');
  });

  it('has what a file removes and adds again', () => {
    const own = { lemma: 'welcome', scale: 'mine', rank: 1, forms: ['welcomes'] };
    const { verbs } = merged({ remove: ['welcome'], verbs: [own] });
    expect(verbs.filter(({ lemma }) => lemma === 'welcome')).toHaveLength(1);
  });

  it('joins forms that equal each other', () => {
    const { equivalents } = merged({ equivalents: [{ kind: 'abbreviation', forms: ['the Union', 'UE'] }] });
    const groups = equivalents.filter(({ forms }) => forms.includes('the Union'));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.forms).toEqual(expect.arrayContaining(['UE', 'the EU', 'the European Union']));
  });

  it('of two files has what the later one says', () => {
    const verb = (rank: number) => ({ verbs: [{ lemma: 'nod', scale: 'approval', rank, forms: ['nods'] }] });
    const both = merged(verb(2), merged(verb(1)));
    expect(both.verbs.filter(({ lemma }) => lemma === 'nod').map(({ rank }) => rank)).toEqual([2]);
  });

  it('is not changed by a file for another language', () => {
    expect(merged({ language: 'fr', remove: ['saluer'] })).toBe(base);
  });

  it('leaves the built-in one as it was', () => {
    const before = JSON.stringify(base);
    merged({ remove: ['eu'], verbs: [{ lemma: 'a', scale: 'approval', rank: 1, forms: ['welcomes'] }] });
    expect(JSON.stringify(base)).toBe(before);
  });
});
