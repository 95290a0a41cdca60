import { describe, expect, it } from 'vitest';
import { LexiconError } from '../../src/wording/lexicon-error.ts';
import { readLexicon } from '../../src/wording/lexicon-schema.ts';
import { countEntries } from '../../src/wording/own-lexicon.ts';

const OWN = `language: en
actors:
  - id: quad
    lemma: the Quad
    kind: subset
    forms: [Quad, Quad countries]
shifts:
  - {from: eu, to: quad, direction: weaker, why: no institution}
verbs:
  - lemma: take careful note
    scale: approval
    rank: 20
    forms:
      - takes careful note of
equivalents:
  - kind: style
    forms: [per cent, percent]
`;

const messageOf = (text: string): string => {
  try {
    readLexicon(text, 'own.yaml');
  } catch (error) {
    if (error instanceof LexiconError) return error.message;
    throw error;
  }
  return 'valid';
};

/** One verb that is right but for what is said here. */
const verb = (...lines: readonly string[]): string =>
  ['verbs:', '  - lemma: note well', ...lines.map((line) => `    ${line}`), ''].join('\n');
const RIGHT = ['scale: approval', 'rank: 20', 'forms: [notes well]'];

describe('a lexicon file that is right', () => {
  it('is read, and its entries are known from the file', () => {
    const own = readLexicon(OWN, 'own.yaml');
    expect(own.name).toBe('own.yaml');
    expect(own.verbs?.[0]).toEqual({
      lemma: 'take careful note',
      scale: 'approval',
      rank: 20,
      forms: ['takes careful note of'],
      source: ['user'],
    });
    expect(own.sources).toEqual({ user: 'own.yaml' });
    expect(countEntries(own)).toBe(4);
  });

  it('may be JSON, with tabs, and have Windows line ends', () => {
    const json = JSON.stringify(
      { hedges: [{ lemma: 'in time', forms: ['in time'], effect: 'weaker' }] },
      null,
      '\t',
    );
    expect(readLexicon(json.replaceAll('\n', '\r\n'), 'own.json').hedges).toHaveLength(1);
  });

  it('may name sources of its own and those that are built in', () => {
    const text = `${verb(...RIGHT, 'source: [X, J]')}sources: {X: A handbook}\n`;
    expect(readLexicon(text, 'own.yaml').verbs?.[0]?.source).toEqual(['X', 'J']);
  });

  it('may have aliases', () => {
    const text = `verbs:\n  - &a {lemma: x, scale: s, rank: 1, forms: [x]}\n  - <<: *a\n`;
    expect(messageOf(text)).toBe(
      'own.yaml: line 3: verbs[1]: unknown key "<<"; it takes lemma, forms, effect, case, notAfter, notBefore, source, note, scale, rank',
    );
    expect(messageOf('hedges: &a\n  - {lemma: x, effect: weaker, forms: [x]}\nscope: *a\n')).toBe('valid');
  });
});

describe('a lexicon file that is wrong', () => {
  it.each([
    [
      'a rank in words',
      verb('scale: approval', 'rank: high', 'forms: [x]'),
      'line 4: verbs[0].rank: expected a number from 0 to 100, not "high"',
    ],
    [
      'a rank above 100',
      verb('scale: approval', 'rank: 101', 'forms: [x]'),
      'line 4: verbs[0].rank: expected a number from 0 to 100, not 101',
    ],
    [
      'a rank below 0',
      verb('scale: approval', 'rank: -1', 'forms: [x]'),
      'line 4: verbs[0].rank: expected a number from 0 to 100, not -1',
    ],
    [
      'a rank that is no number',
      verb('scale: approval', 'rank: .nan', 'forms: [x]'),
      'line 4: verbs[0].rank: expected a number from 0 to 100, not NaN',
    ],
    ['a missing rank', verb('scale: approval', 'forms: [x]'), 'line 2: verbs[0]: "rank" is missing'],
    [
      'no forms',
      verb('scale: approval', 'rank: 20', 'forms: []'),
      'line 5: verbs[0].forms: expected a list of one or more forms, not an empty list',
    ],
    [
      'one form for a list',
      verb('scale: approval', 'rank: 20', 'forms: notes well'),
      'line 5: verbs[0].forms: expected a list of one or more forms, not "notes well"',
    ],
    [
      'an empty form',
      verb('scale: approval', 'rank: 20', 'forms: [x, " "]'),
      'line 5: verbs[0].forms[1]: expected a form in words, not " "',
    ],
    [
      'a form that is any number',
      verb('scale: approval', 'rank: 20', 'forms:', '  - x', '  - "{n}"'),
      'line 7: verbs[0].forms[1]: expected a form in words, not "{n}"',
    ],
    [
      'a number as a form',
      verb('scale: approval', 'rank: 20', 'forms: [2030]'),
      'line 5: verbs[0].forms[0]: expected a form in words, not 2030',
    ],
    [
      'nothing as a lemma',
      'verbs:\n  - lemma:\n    scale: s\n    rank: 1\n    forms: [x]\n',
      'line 2: verbs[0].lemma: expected text, not nothing',
    ],
    [
      'a bad direction',
      'shifts:\n  - from: eu\n    to: ms\n    direction: worse\n    why: x\n',
      'line 4: shifts[0].direction: expected one of stronger, weaker, broader, narrower, changed, not "worse"',
    ],
    [
      'a hedge without effect',
      'hedges:\n\n  - lemma: x\n    forms: [x]\n',
      'line 3: hedges[0]: "effect" is missing',
    ],
    [
      'a bad kind of actor',
      'actors:\n  - {id: a, lemma: a, kind: club, forms: [a]}\n',
      'line 2: actors[0].kind: expected one of union, union+states, states, subset, vague, institution, persons, office, third, not "club"',
    ],
    [
      'one form that equals nothing',
      'equivalents:\n  - {kind: style, forms: [a]}\n',
      'line 2: equivalents[0].forms: expected a list of 2 or more forms, not a list',
    ],
    [
      'a language without a lexicon',
      'language: es\n',
      'line 1: language: expected one of en, fr, de, not "es"',
    ],
    [
      'an unknown list',
      'verbs: []\nadverbs: []\n',
      'line 2: unknown key "adverbs"; it takes language, remove, actors, shifts,',
    ],
    [
      'a misspelt key rather than the missing one',
      verb('scale: approval', 'rank: 20', 'form: [x]'),
      'line 5: verbs[0]: unknown key "form"; it takes lemma, forms,',
    ],
    [
      'an entry that is no mapping',
      'verbs:\n  - welcome\n',
      'line 2: verbs[0]: expected a mapping with lemma,',
    ],
    ['a list that is none', 'verbs: welcome\n', 'line 1: verbs: expected a list of entries, not "welcome"'],
    ['an empty file', '', 'line 1: expected a mapping with language,'],
    ['a list at the top', '- a\n', 'line 1: expected a mapping with language,'],
    [
      'a list of sources',
      'sources: [a]\n',
      'line 1: sources: expected a mapping of keys to titles, not a list',
    ],
    ['a source without a title', 'sources:\n  A: x\n  B:\n', 'line 3: sources.B: expected text, not nothing'],
    [
      'the first of several by line',
      'verbs:\n  - {lemma: x, scale: s, rank: a, forms: [x]}\nactors: 5\n',
      'line 2: verbs[0].rank:',
    ],
    [
      'a shift of an unknown actor',
      'shifts:\n  - from: eu\n    to: quod\n    direction: weaker\n    why: x\n',
      'line 3: shifts[0].to: no actor has the id "quod", neither in this file nor in the built-in lexicon',
    ],
    [
      'an unknown source',
      verb(...RIGHT, 'source: [J, handbook]'),
      'line 6: verbs[0].source[1]: "handbook" is no source of the built-in lexicon; add its title under sources',
    ],
    [
      'a removal of nothing',
      'language: fr\nremove:\n  - saluer\n  - welcome\n',
      'line 4: remove[1]: the built-in lexicon has no entry "welcome"; name a lemma or an id',
    ],
    [
      'a key twice',
      'verbs: []\nverbs: []\n',
      'line 2: not readable as YAML or JSON: Map keys must be unique',
    ],
    [
      'a tab as indentation',
      'verbs:\n\t- x\n',
      'line 2: not readable as YAML or JSON: Tabs are not allowed as indentation',
    ],
    ['an open bracket', '{"verbs": [\n', 'line 2: not readable as YAML or JSON:'],
    [
      'two documents',
      'verbs: []\n---\nverbs: []\n',
      'line 2: not readable as YAML or JSON: Source contains multiple documents',
    ],
    ['an alias without an anchor', 'verbs: *a\n', 'line 1: not readable as YAML or JSON: Unresolved alias'],
    ['50,000 nested lists', '['.repeat(50_000), 'line 1: not readable as YAML or JSON:'],
  ])('%s', (_, text, message) => {
    const told = messageOf(text);
    expect(told.startsWith(`own.yaml: ${message}`), told).toBe(true);
    expect(told).not.toContain('\n');
  });

  it('with aliases that would fill the memory', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [to, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'])
      lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    expect(messageOf(`${lines.join('\n')}\n`)).toMatch(/^own\.yaml: line 1: .*alias count/);
  });

  it('quotes a long value in part', () => {
    expect(messageOf(`language: ${'x'.repeat(500)}\n`).length).toBeLessThan(150);
  });
});
