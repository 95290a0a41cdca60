import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setTrailers } from '../../src/git/trailers.ts';
import { runs } from '../runs.ts';

const OURS = 'Wording-Change: verb weaker "welcomes" -> "takes note of" (1)';
const RULES = { separators: ':', tokens: [] as string[] };

const set = (message: string, trailers: readonly string[] = [OURS], comment = '#'): string =>
  setTrailers(message, 'Wording-Change', trailers, comment, RULES);

/** What git makes of the same, with no repository and so no program that it could run. */
function byGit(message: string, ...config: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'git',
    [...config.flatMap((one) => ['-c', one]), 'interpret-trailers', '--no-divider', '--trailer', OURS],
    {
      cwd: '/',
      input: message,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Git also tidies the trailers of others, so only the place is held against its own. */
function placeOf(message: string) {
  const [before = '', after] = message.split(`${OURS}\n`);
  return { after, beginsBlock: /\n[ \t]*\n$/.test(before) };
}

const LINES = [
  ...[
    '',
    '',
    '',
    'Body of the message.',
    'Another line',
    '# a comment',
    '#',
    '\tdrafts/text.md',
    ' continued',
  ],
  ...['Signed-off-by: Ada <a@b>', 'Acked-by: Bea', 'Fixes : 3', 'x y: z', '(cherry picked from commit abc)'],
  ...[
    '---',
    'Conflicts:',
    'See https://example.org',
    '# ------------------------ >8 ------------------------',
  ],
  ...['Note# 4', '-: x', ':'],
];
const messages = fc
  .tuple(
    fc.constantFrom('Subject', 'Re: subject', '# first'),
    fc.array(fc.constantFrom(...LINES), { maxLength: 14 }),
  )
  .map(([first, lines]) => `${['Subject', first, ...lines].join('\n')}\n`);

describe('trailers', () => {
  it.each([
    ['as a rule', ':', []],
    ['with separators of one’s own', ':#', []],
    ['with a token that is configured', ':', ['note.key=Acked-by', 'fix.ifexists=add']],
  ])('stand where git puts them, %s', (_, separators, tokens) => {
    const config = [`trailer.separators=${separators}`, ...tokens.map((token) => `trailer.${token}`)];
    const names = tokens.flatMap((token) => [
      token.split('.')[0] as string,
      ...(token.includes('.key=') ? [token.split('=')[1] as string] : []),
    ]);
    fc.assert(
      fc.property(messages, (message) => {
        const ours = setTrailers(message, 'Wording-Change', [OURS], '#', { separators, tokens: names });
        expect(placeOf(ours)).toEqual(placeOf(byGit(message, ...config)));
      }),
      runs(150),
    );
  });

  it.each([
    ['after the subject', 'Subject\n', `Subject\n\n${OURS}\n`],
    ['beside others', 'Subject\n\nBody\n\nAcked-by: B\n', `Subject\n\nBody\n\nAcked-by: B\n${OURS}\n`],
    ['before comments', 'Subject\n\n# note\n', `Subject\n\n${OURS}\n\n# note\n`],
    ['without an end of line', 'Subject', `Subject\n\n${OURS}\n`],
    [
      'before what is cut off',
      'Subject\n# ------------------------ >8 ------------------------\ndiff --git\n',
      `Subject\n\n${OURS}\n# ------------------------ >8 ------------------------\ndiff --git\n`,
    ],
  ])('stand %s', (_, message, expected) => expect(set(message)).toBe(expected));

  it('obey the sign of comments', () => {
    expect(set('Subject\n\n// note\n', [OURS], '//')).toBe(`Subject\n\n${OURS}\n\n// note\n`);
    expect(set('Subject\n\n# text\n', [OURS], ';')).toBe(`Subject\n\n# text\n\n${OURS}\n`);
  });

  it.each(['', '\n\n', '# comment\n', '\n# comment\n#\n', 'Signed-off-by: Ada <a@b>\n'])(
    'do not make a message of the empty one %j, which git would not commit',
    (message) => expect(set(message)).toBe(message),
  );

  it('take the place of those that are there', () => {
    const old = 'Wording-Change: actor weaker "a" -> "b" (1)\n  and more\n';
    expect(set(`Subject\n\nAcked-by: B\n${old}wording-change: c\nAcked-by: D\n`)).toBe(
      `Subject\n\nAcked-by: B\nAcked-by: D\n${OURS}\n`,
    );
    expect(set(`Subject\n\n${old}`, [])).toBe('Subject\n');
    expect(set(`Subject\n\nBody\n\n${old}\n# note\n`, [])).toBe('Subject\n\nBody\n\n# note\n');
    expect(set(`Subject\n\n${old}\nBody\n`, [])).toBe(`Subject\n\n${old}\nBody\n`);
  });

  it('come to the same when they are set again', () =>
    fc.assert(
      fc.property(messages, (message) => {
        expect(set(set(message))).toBe(set(message));
      }),
      runs(500),
    ));
});
