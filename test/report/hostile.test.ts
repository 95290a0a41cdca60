import { describe, expect, it } from 'vitest';
import { OBEYED } from '../cli/cases.ts';
import { inFolder, runBinary, runMain } from '../cli/run.ts';
import { SGR } from './samples.ts';

/** None of them is a colour that the program itself writes. */
const ATTACKS = {
  'a colour': '\u001b[35mred\u001b[39m',
  'clearing the screen': '\u001b[2J\u001b[H',
  'the bell': 'ding\u0007\u0007',
  'the clipboard (OSC 52)': '\u001b]52;c;aGFja2Vk\u0007',
  'a link (OSC 8)': '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\',
  'a title, by C1': '\u009d0;title\u009c',
  'a colour, by C1': '\u009b31m',
  'a device query': '\u001b[6n\u001bP+q544e\u001b\\',
  'backspaces and carriage returns': 'shall\b\b\b\b\bmay\rwill',
  deletions: 'yes\u007f\u007f\u007fno',
  'a next line': 'one\u0085two',
  'a bidi override': '\u202Eevil\u202C',
  'bidi embeddings and isolates': '\u202a\u202b\u202d\u2066\u2067\u2068\u2069',
  'a form feed and a vertical tab': 'a\u000cb\u000bc',
  'shift out': '\u000e\u000f',
  'numeric entities': '&#27;[31m&#x9b;31m&#7;&#x202E;&#x2066;&#8238;',
} as const;

const FORMS = [
  ['--all', '--color=never'],
  ['--all', '--color=always'],
  ['--all', '--side-by-side'],
  ['--all', '--width=24'],
  ['--stat'],
  ['--format=json'],
].map((options) => ({ form: options.join(' '), options }));

/** A draft that holds `attack` wherever a draft can hold text, and `word`, which differs between the two drafts. */
const draft = (attack: string, word: string): string => `---
title: Title ${attack} ${word}
author: ${attack} ${word}
---

# ${attack} Heading ${attack} ${word}

## II${attack}. ${attack} ${word}

1. ${attack} The Council ${attack} ${word} the plan.${attack}

2.${attack} The Council ${word}s.

${attack}3. A paragraph ${word}.

   a)${attack} a point, ${word}; *${attack}* **${word}** \`${attack}\`

   (${attack}) another ${word}[^${attack}] [link ${attack}](https://example.eu/${attack}${word} "${attack}")

Article 5${attack}

Article ${attack}6 ${word}

- ${attack}
- ${word} ${attack}

> quoted ${attack} ${word}

| ${attack} | ${word} |
| --- | --- |
| ${word} | ${attack} |

\`\`\`${attack}
${attack} ${word}
\`\`\`

<div>${attack}${word}</div>

<!-- ${attack} ${word} -->

[^1]: A note ${attack} ${word}

[${attack}]: https://example.eu/${attack}${word}

LIMITE ${attack} ${word}
`;

function expectHarmless(stdout: string, stderr: string): void {
  expect(stdout.replace(SGR, '')).not.toMatch(OBEYED);
  expect(stderr).not.toMatch(OBEYED);
}

describe.each(Object.entries(ATTACKS))('%s', (_, attack) => {
  it.each(FORMS)('is not passed on from a draft: $form', ({ options }) =>
    inFolder(
      { files: { 'old.md': draft(attack, 'welcome'), 'new.md': draft(attack, 'note'), 'none.md': '' } },
      async (folder) => {
        for (const [old, newer] of [
          ['old.md', 'new.md'],
          ['old.md', 'old.md'],
          ['none.md', 'new.md'],
          ['old.md', 'none.md'],
        ] as const) {
          const { code, stdout, stderr } = await runMain(['diff', ...options, old, newer], folder);
          expect(code).toBe(old === newer ? 0 : 1);
          expect(stdout).not.toBe('');
          expectHarmless(stdout, stderr);
        }
      },
    ),
  );

  it('is not passed on from what is shown by default', () =>
    inFolder({ files: { 'old.md': '', 'new.md': draft(attack, 'note') } }, async (folder) => {
      const { code, stdout, stderr } = await runMain(['diff', 'old.md', 'new.md'], folder);
      expect(code).toBe(1);
      expectHarmless(stdout, stderr);
    }));

  it.each(FORMS)('is not passed on from a file name: $form', ({ options }) => {
    const names = [`old ${attack}`.replaceAll('/', '_'), `new ${attack}`.replaceAll('/', '_')] as const;
    return inFolder({ files: { [names[0]]: '1. One.\n', [names[1]]: '1. Two.\n' } }, async (folder) => {
      const { code, stdout, stderr } = await runMain(['diff', ...options, ...names], folder);
      expect(code).toBe(1);
      expectHarmless(stdout, stderr);
    });
  });

  it('is not passed on in a message about a draft that cannot be read', () => {
    const name = `bad ${attack}`.replaceAll('/', '_');
    return inFolder({ files: { [name]: Uint8Array.of(65, 0), 'old.md': '' } }, async (folder) => {
      for (const operand of [name, `no ${attack}`]) {
        const { code, stdout, stderr } = await runMain(['diff', 'old.md', operand], folder);
        expect([code, stdout]).toEqual([2, '']);
        expectHarmless(stdout, stderr);
        expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
      }
    });
  });
});

it('is not passed on by the binary either, all at once', () =>
  inFolder(
    { files: { 'old.md': draft(Object.values(ATTACKS).join(' '), 'welcome'), 'new.md': '' } },
    (folder) => {
      for (const { options } of FORMS) {
        const { code, stdout, stderr } = runBinary(['diff', ...options, 'old.md', 'new.md'], folder);
        expect(code).toBe(1);
        expectHarmless(stdout, stderr);
      }
    },
  ));

it('shows what it does not pass on', () =>
  inFolder(
    { files: { 'old.md': '', 'new.md': '1. a\u001bb\u0007c\u007fd\u202ee\u009bf\n' } },
    async (folder) => {
      const { stdout } = await runMain(['diff', 'old.md', 'new.md'], folder);
      expect(stdout).toContain('{+a␛b␇c␡d⟨U+202E⟩e⟨U+009B⟩f+}');
    },
  ));

describe('a flood of characters without a width', () => {
  it.each([
    ['zero-width joiners', '\u200d'],
    ['zero-width non-joiners', '\u200c'],
    ['variation selectors', '\ufe0f'],
    ['combining marks', '\u0301\u0302'],
    ['zero-width blanks', '\u200b'],
    ['word joiners', '\u2060'],
    ['byte-order marks', '\ufeff'],
    ['direction marks', '\u200e\u200f'],
    ['soft hyphens', '\u00ad'],
    ['tags', '\u{e0041}'],
  ])('is shown or cut short: %s', async (_, hidden) => {
    const flood = hidden.repeat(500);
    await inFolder(
      { files: { 'old.md': `1. A wel${flood}come text.\n`, 'new.md': `1. A wel${flood}come note.\n` } },
      async (folder) => {
        for (const options of [['--all'], ['--all', '--side-by-side'], ['--stat']]) {
          const { stdout } = await runMain(['diff', ...options, 'old.md', 'new.md'], folder);
          expect(stdout).not.toMatch(/[\p{Cf}\p{M}]{10}/u);
        }
      },
    );
  });
});
