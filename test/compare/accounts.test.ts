import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';

const between = (old: string, now: string, redLines: string[] = []) =>
  compare(parseDraft(old), parseDraft(now), { redLines });
const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');

describe('the ledger', () => {
  const OLD = numbered(
    'The Covered Code stays free for all who use it.',
    'Copies of the Covered Code carry this notice on each page.',
    'Changes of the Covered Code are marked by those who make them.',
    'Sellers of the Covered Code name the people who wrote it.',
  );

  it('tells a rename once, with the places left', () => {
    const now = OLD.replaceAll('Covered Code', 'Covered Work').replace(
      'Sellers of the Covered Work',
      'Sellers of the Covered Code',
    );
    const [entry] = between(OLD, now).ledger;
    expect(entry).toMatchObject({
      old: 'Covered Code',
      new: 'Covered Work',
      count: 3,
      leftCount: 1,
      already: 0,
    });
    expect(entry?.left).toMatchObject([{ path: '4', lines: [7, 7] }]);
  });

  it('does not take the new wording for the old one that is part of it', () => {
    const old = numbered('It condemns the attacks on the towns.', 'It condemns the attacks on the ports.');
    const now = old.replace('condemns', 'strongly condemns');
    const [entry] = between(old, now).ledger;
    expect(entry).toMatchObject({ new: 'strongly condemns', leftCount: 1, already: 0 });
    expect(entry?.left).toMatchObject([{ path: '2' }]);
    expect(between(now, old).ledger[0]).toMatchObject({ new: 'condemns', leftCount: 0, already: 1 });
  });

  it('tells once that many clauses went to another section', () => {
    const section = (heading: string, ...texts: string[]) => `# ${heading}\n\n${numbered(...texts)}\n`;
    const moved = ['Grain goes by rail.', 'Tolls on barges are waived until June.', 'Silos are insured.'];
    const trade = ['The ports of the coast stay open.', 'Pilots are hired at once.'];
    const rules = ['The Council meets in May.', 'Its members vote by show of hands.'];
    const old = section('I. TRADE', ...trade, ...moved) + section('II. RULES', ...rules);
    const now = section('I. TRADE', ...trade) + section('II. RULES', ...rules, ...moved);
    expect(between(old, now).ledger).toMatchObject([{ old: 'I.', new: 'II.', count: 3 }]);
  });

  it('does not hide one other change among the renames', () => {
    const now = OLD.replaceAll('Covered Code', 'Covered Work').replace('stays free', 'may stay free');
    const changes = between(OLD, now).links.flatMap((link) => link.changes);
    expect(changes.filter((change) => change.class === 'modality')).toHaveLength(1);
  });
});

describe('references', () => {
  const OLD = numbered(
    'It agrees on the aims of the plan.',
    'It will return to paragraph 1 at its next meeting.',
  );

  it('are stale where only the number of their target changed', () => {
    const now = numbered(
      'New things come first in this text.',
      'It agrees on the aims of the plan.',
      'It will return to paragraph 1 at its next meeting.',
    );
    const { references, links } = between(OLD, now);
    expect(references).toMatchObject([{ text: 'paragraph 1', was: '1', now: '2', stale: true }]);
    expect(links.flatMap((link) => link.changes).map(({ rule }) => rule)).toContain('reference:stale');
  });

  it('are noise where they follow the renumbering', () => {
    const now = numbered(
      'New things come first in this text.',
      'It agrees on the aims of the plan.',
      'It will return to paragraph 2 at its next meeting.',
    );
    const { references } = between(OLD, now);
    expect(references).toMatchObject([{ text: 'paragraph 2', was: '1', now: '2', stale: false }]);
  });

  it('are stale where their target is gone', () => {
    const now = '2. It will return to paragraph 1 at its next meeting.\n';
    expect(between(OLD, now).references).toMatchObject([{ was: '1', now: '', stale: true }]);
  });
});

describe('the account of brackets', () => {
  it('agrees with the text', () => {
    const old = `${numbered('It acts [soon] and [with [all] means].[^1]', 'It pays [p.m.] euros […].')}\n[^1]: A note.`;
    const now = `${numbered('It acts soon and [with all means].[^1]', 'It pays 5 euros [and more].')}\n[^1]: A note.`;
    const { brackets } = between(old, now);
    expect([brackets.before, brackets.open, brackets.nested]).toEqual([4, 2, 0]);
    expect(brackets.closed.map(({ old: text, how }) => [text, how])).toContainEqual(['soon', 'as-is']);
  });
});

describe('what happens to whole clauses', () => {
  it('says what a new clause brings, the formula first', () => {
    const now = numbered(
      'It met in Brussels on that day.',
      'The text was supported by 26 Heads of State or Government.',
    );
    const [first, second] = between(numbered('It met in Brussels on that day.'), now).links.flatMap(
      (link) => link.changes,
    );
    expect(first).toMatchObject({ class: 'actor', direction: 'weaker', rank: 100 });
    expect(second).toMatchObject({ class: 'scope', direction: 'broader' });
  });

  it('says that a paragraph lost its number', () => {
    const rules = between(
      '1. It agrees on the aims of the plan.\n',
      'It agrees on the aims of the plan.\n',
    ).links.flatMap(({ changes }) => changes.map(({ rule }) => rule));
    expect(rules).toContain('scope:number-lost');
  });

  it('puts red lines before all else', () => {
    const [first] = between('It welcomes robust guarantees.', 'It notes guarantees.', ['robust guarantees'])
      .links[0]!.changes;
    expect(first).toMatchObject({ rule: 'wording:red-line:robust guarantees', rank: 99 });
  });
});
