import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { seenText } from '../../src/draft/seen-text.ts';

/** What the clauses of a draft say, and in brackets what they do not say although it is there. */
const said = (source: string): string[] =>
  parseDraft(source).clauses.map((clause) => {
    const { text, unseen } = seenText(clause);
    return [text, ...unseen.map((one) => `[${one.type}: ${one.text}]`)].join(' ').trim();
  });

describe('what is struck out', () => {
  it.each([
    ['All shall ~~not~~ act.', 'All shall act. [delete: not]'],
    ['All shall act ~~now~~.', 'All shall act. [delete: now]'],
    ['All shall~~, if so wished,~~ act.', 'All shall act. [delete: ~~, if so wished,~~]'],
    ['All shall <del>not</del> act.', 'All shall act. [delete: not]'],
    ['All shall <S class="x">not *ever*</S> act.', 'All shall act. [delete: not ever]'],
    ['All shall <strike>not</strike> act.', 'All shall act. [delete: not]'],
    ['All <span style="text-decoration: line-through">not</span> act.', 'All act. [delete: not]'],
    ['All shall {--not --}act.', 'All shall act. [delete: {--not --}]'],
    ['All {++shall ++}act{>>why?<<}.', 'All shall act.'],
    ['All {~~may~>shall~~} act.', 'All shall act. [delete: {may~>shall}]'],
    ['All <ins>shall</ins> act.', 'All shall act.'],
    ['~~All act.~~', '[delete: All act.]'],
    ['<del>All</del> <del>act</del>.', '. [delete: All] [delete: act]'],
    ['<del>All act.', '[delete: All act.]'],
    ['<div><del>All</del> act.</div>', 'act. [delete: All]'],
  ])('%s', (source, expected) => {
    expect(said(source)).toEqual([expected]);
  });

  it.each([
    'About ~30 of ~40.',
    'A {brace} and -- dashes.',
    '{--never ended',
    'a ~~ b ~~ c',
    'a `~~b~~` c',
    '```\n{--a--} ~~b~~\n```',
  ])('is nothing in %s', (source) => {
    const [clause] = parseDraft(source).clauses;
    expect(seenText(clause!)).toEqual({ text: clause!.text, unseen: [] });
  });
});

describe('what a reader of the page does not see', () => {
  it.each([
    '<span hidden>not</span>',
    '<span HIDDEN="">not</span>',
    "<span style='display:none'>not</span>",
    '<span style="color:red; Display : NONE !important">not</span>',
    '<b style=visibility:hidden>not</b>',
    '<i style="opacity: 0.0">not</i>',
    '<i style="font-size:0px">not</i>',
    '<i style="color:#ffffff">not</i>',
    '<i style="color: rgb(255, 255, 255)">not</i>',
    '<i style="color: transparent">not</i>',
    '<i style="color:#123;background:#123">not</i>',
    '<i style="position:absolute;left:-9999px">not</i>',
    '<i style="overflow:hidden;height:0">not</i>',
    '<font color=white>not</font>',
    '<template>not</template>',
    '<span hidden><b>not</b></span>',
    '<span hidden><span>n</span>ot</span>',
  ])('%s', (markup) => {
    expect(said(`All shall ${markup} act.`)).toEqual(['All shall act. [hidden: not]']);
  });

  it.each([
    '<span aria-hidden="true">not</span>',
    '<span data-hidden>not</span>',
    '<span title="hidden">not</span>',
    '<span style="color:#fff;background:#000">not</span>',
    '<span style="opacity:0.5;font-size:10px;left:-1px">not</span>',
    '<b>not</b>',
    '<br hidden>not',
    '</span>not',
  ])('not %s', (markup) => {
    expect(said(`All shall ${markup} act.`)).toEqual(['All shall not act.']);
  });

  it('reaches over blocks, rows and points', () => {
    const source = `<div hidden>\n\nOne.\n\n- two\n\n| a | b |\n| - | - |\n| c | d |\n\n</div>\n\nThree.\n`;
    expect(said(source)).toEqual([
      '[hidden: One.]',
      '[hidden: two]',
      '[hidden: a | b]',
      '[hidden: c | d]',
      'Three.',
    ]);
    expect(said('<div>\n\nOne.\n\n</div>\n\nTwo.\n')).toEqual(['One.', 'Two.']);
    expect(said('<p hidden>One.\n\nTwo.\n')).toEqual(['[hidden: One.]', 'Two.']);
  });
});

it('any text is read in a time that grows with its length', () => {
  for (const part of [
    '{--',
    '~~',
    '<del>',
    '{~~a',
    '~~ ',
    '<span hidden',
    '</del>',
    '<b></i>',
    '<b hidden>',
    '<del></b>',
    '`a`{--b--}',
  ])
    expect(said(part.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
});
