import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';
import { runs } from '../runs.ts';
import { edit, type Section, sections, write } from './draft-arbitrary.ts';
import { expectLaws, expectNoSubstance, saysSomething } from './laws.ts';

const DRAFTS = readdirSync('drafts')
  .filter((name) => name.startsWith('draft-'))
  .sort()
  .map((name) => readFileSync(`drafts/${name}`, 'utf8'));
const FIXTURES = readdirSync('fixtures').map((name) => ({
  name,
  old: readFileSync(`fixtures/${name}/old.md`, 'utf8'),
  new: readFileSync(`fixtures/${name}/new.md`, 'utf8'),
}));
const TEXTS = [...DRAFTS, ...FIXTURES.flatMap((fixture) => [fixture.old, fixture.new])];

const RUNS = runs(150);

describe('on generated drafts and edits', () => {
  it('loses nothing, hides nothing, mirrors and repeats itself', () => {
    fc.assert(
      fc.property(sections, fc.array(edit, { maxLength: 5 }), (parts, edits) => {
        const edited = edits.reduce<readonly Section[]>((now, change) => change(now), parts);
        expectLaws(write(parts), write(edited));
      }),
      RUNS,
    );
  });

  it('holds for two drafts that have nothing to do with each other', () => {
    fc.assert(
      fc.property(sections, sections, (a, b) => expectLaws(write(a), write(b))),
      RUNS,
    );
  });

  it('holds where labels come and go', () => {
    const unlabelled = (text: string, lines: readonly number[]): string => {
      const all = text.split('\n');
      for (const line of lines)
        all[line % all.length] = (all[line % all.length] as string).replace(/^\s*(?:\d+\.|[a-z]\)) /, '');
      return all.join('\n');
    };
    const labels = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sections, fc.array(edit, { maxLength: 3 }), labels, (parts, edits, lines) => {
        const edited = edits.reduce<readonly Section[]>((now, change) => change(now), parts);
        expectLaws(write(parts), unlabelled(write(edited), lines));
      }),
      RUNS,
    );
  });

  it('holds for any strings, Markdown or not', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'a',
            'b)',
            '1.',
            '- ',
            '\n',
            '\n\n',
            '    ',
            '# ',
            '> ',
            '|',
            '*',
            '[^1]',
            '[^1]: ',
            '[',
            ']',
            '`',
            '\\',
            '&amp;',
            '<b>',
            '* * *',
            'LIMITE EN',
            '3',
            '\r\n',
            'o o o',
            '\u00ad',
            '\u202e',
            '\u200b',
            '\u200d',
            'shаll',
            'shall',
            '~~',
            '<del>',
            '</del>',
            '<i hidden>',
            '</i>',
            '```\n',
            '  \n',
            '\\\n',
            '{--',
            '--}',
            '[x](y)',
            '§ 5',
            'Article 2',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, anything, (a, b) => expectLaws(a, b)),
      runs(500),
    );
  });
});

describe('on the drafts and fixtures of the project', () => {
  it.each(FIXTURES)('holds for fixture $name', ({ old, new: now }) => expectLaws(old, now));

  it.each(DRAFTS.slice(1).map((text, i) => [i + 1, i + 2, DRAFTS[i] as string, text] as const))(
    'holds for draft %i against draft %i',
    (_, __, old, now) => expectLaws(old, now),
  );

  it('holds for the first draft against the last', () =>
    expectLaws(DRAFTS[0] as string, DRAFTS.at(-1) as string));
});

describe('same in, nothing out', () => {
  it('finds no change between a draft and itself', () => {
    for (const text of TEXTS) expect(saysSomething(compare(parseDraft(text), parseDraft(text)))).toBe(false);
    fc.assert(
      fc.property(
        sections,
        (parts) => !saysSomething(compare(parseDraft(write(parts)), parseDraft(write(parts)))),
      ),
      RUNS,
    );
  });

  it('finds nothing at all in CRLF, CR or a byte-order mark', () => {
    for (const text of TEXTS) {
      for (const other of [text.replace(/\r?\n/g, '\r\n'), text.replace(/\r?\n/g, '\r'), `\ufeff${text}`]) {
        expect(saysSomething(compare(parseDraft(text), parseDraft(other)))).toBe(false);
      }
    }
  });
});

describe('form is no substance', () => {
  const conclusions = DRAFTS.at(-1) as string;

  it('sees through another wrapping', () => {
    // A wrapper that joins page furniture with the sentence around it makes text of it.
    const wrapped = TEXTS.filter((text) => !text.includes('LIMITE') && !text.includes('15381/06'));
    for (const text of wrapped) expectNoSubstance(text, rewrap(text, 50));
  });

  it('sees through blanks at the ends of lines', () => {
    for (const text of TEXTS) expectNoSubstance(text, text.replace(/(\S)\n/g, '$1 \n'));
  });

  it('sees through other list markers', () => {
    const list = (marker: string): string =>
      `Points:\n\n${marker} first point of the list;\n\n${marker} second point of the list.\n`;
    for (const marker of ['-', '*', '+', '–', '•']) expectNoSubstance(list('-'), list(marker));
    expectNoSubstance(conclusions, conclusions.replace(/^(\s*)([a-z])\) /gm, '$1($2) '));
  });

  it('sees through other quotation marks, hyphens and blanks', () => {
    const other = conclusions
      .replace(/’/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/\u2011/g, '-')
      .replace(/(\d) (\w)/g, '$1\u00a0$2');
    expectNoSubstance(conclusions, other);
  });
});

/** Breaks paragraphs at about `width` columns; lines that Markdown reads by their beginning stay. */
function rewrap(text: string, width: number): string {
  return text
    .split(/(\r?\n\r?\n)/)
    .map((block) => {
      if (/^\s*$|^\s*(?:#|\||---|>|\[\^|[-*+–] |o o o)|\|/m.test(block)) return block;
      const indent = /^\s*/.exec(block)?.[0] ?? '';
      const lines: string[] = [];
      for (const word of block.trim().split(/\s+/)) {
        const last = lines.at(-1);
        const startsLikeLabel = /^(?:\(?\w{1,3}[.)]|[-–—•*+#>|§]|\d)/u.test(word);
        if (last !== undefined && (last.length + word.length < width || startsLikeLabel))
          lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return indent + lines.join(`\n${indent}`);
    })
    .join('');
}
