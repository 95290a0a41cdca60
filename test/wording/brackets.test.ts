import { describe, expect, it } from 'vitest';
import { type Bracket, bracketKey, bracketsIn, isGap, isSlot } from '../../src/wording/brackets.ts';

const found = (text: string): string[] =>
  bracketsIn(text).map(
    (bracket) =>
      `${bracket.text}|${text.slice(bracket.start, bracket.endExclusive)}${bracket.nested ? '|nested' : ''}`,
  );
const bracket = (text: string): Bracket => ({ start: 0, endExclusive: text.length + 2, text, nested: false });

describe('square brackets', () => {
  it.each([
    ['none here', []],
    ['a [b] c', ['b|[b]']],
    ['[a [b] c]', ['b|[b]|nested', 'a [b] c|[a [b] c]']],
    ['[a][b]', ['a|[a]', 'b|[b]']],
    ['a[^1] b[^note] [c]', ['c|[c]']],
    ['[a[^1] b]', ['a[^1] b|[a[^1] b]']],
    ['[^ a]', ['^ a|[^ a]']],
    ['a] b', []],
    ['a [b', ['b|[b']],
    ['[a [b', ['b|[b|nested', 'a [b|[a [b']],
    ['a [b] c] [d', ['b|[b]', 'd|[d']],
    ['[]', ['|[]']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('leave text out, or a slot open', () => {
    const texts = [
      '…',
      ' ... ',
      '... a',
      'p.m.',
      'pm',
      'p. m.',
      'TBC',
      'to be confirmed',
      'to be decided',
      'X',
    ];
    expect(texts.filter((text) => isGap(bracket(text)))).toEqual(['…', ' ... ']);
    const more = [
      ...texts,
      'xx',
      'XXX',
      'xxxx',
      'date',
      'dated',
      'a date',
      ' to be completed',
      'to be',
      'pmx',
    ];
    expect(more.filter((text) => isSlot(bracket(text)))).toEqual([
      ...['p.m.', 'pm', 'p. m.', 'TBC', 'to be confirmed', 'to be decided', 'X'],
      ...['xx', 'XXX', 'date', ' to be completed'],
    ]);
  });

  it('hold the same text whatever their case, blanks and inner brackets', () => {
    expect(bracketKey(' The  [Union]\nacts ')).toBe('the union acts');
    expect(bracketKey('the union')).not.toBe(bracketKey('the unions'));
  });
});
