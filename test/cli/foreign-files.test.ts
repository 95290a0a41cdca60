import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/wording/lexicon-schema.ts';
import { inRepository } from '../git/repository.ts';
import { BINARY, inFolder, type Outcome, runBinary } from './run.ts';

const DRAFT = '1. It welcomes the plan.\n';
const FILES = { 'a.md': DRAFT, 'b.md': DRAFT };
const LEXICON = 'hedges:\n  - {lemma: in time, forms: [in time], effect: weaker}\n';

function expectOneLine({ code, stdout, stderr }: Outcome, pattern: RegExp): void {
  expect(stderr).toMatch(/^clausediff: [^\n]+\n$/);
  expect(stderr).toMatch(pattern);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
}

/** What never ends, never begins, or is no file on a disk; each made in a folder, or there already. */
const STRANGE: readonly (readonly [name: string, path: string, reason: RegExp])[] = [
  ['an endless device', '/dev/zero', /is a device, not a file/],
  ['a device of chance', '/dev/urandom', /is a device, not a file/],
  ['a pipe without a writer', 'pipe', /is a pipe, not a file/],
  ['a file that the system makes up', '/proc/self/status', /is made up by the system/],
  ['what other programs are told', '/proc/self/environ', /is made up by the system/],
  ['memory', '/proc/self/mem', /./],
  ['a folder', 'folder', /is a folder/],
  ['a link in a circle', 'circle', /circle/],
  ['a link to a device', 'linked', /is a device, not a file/],
];

const inStrangeFolder = (work: (folder: string) => void): Promise<void> =>
  inFolder({ files: FILES, folders: ['folder'] }, (folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('circle', join(folder, 'circle'));
    symlinkSync('/dev/zero', join(folder, 'linked'));
    work(folder);
  });

describe.each(STRANGE)('%s ends with one line at once', (_, path, reason) => {
  it.each([
    ['diff', path, 'b.md'],
    ['diff', 'a.md', path],
    ['check', 'a.md', path],
  ])('as a draft: %s %s %s', (...args) =>
    inStrangeFolder((folder) => expectOneLine(runBinary(args, folder), reason)),
  );

  it('as a draft of a chain', () =>
    inStrangeFolder((folder) => {
      const none = /holds no Markdown files/;
      const chain = ['blame', 'a.md', 'b.md', path];
      expectOneLine(runBinary(chain, folder), path === 'folder' ? none : reason);
      // It has no number in its head, either.
      const byNumber = [...chain, '--order', 'number'];
      expectOneLine(runBinary(byNumber, folder), path === 'folder' ? none : /not all drafts have a number/);
    }));

  it('as a lexicon', () =>
    inStrangeFolder((folder) => {
      expectOneLine(runBinary(['lexicon', '--validate', path], folder), reason);
      writeFileSync(join(folder, '.clausediffrc.yaml'), `lexicon: ${path}\n`);
      expectOneLine(runBinary(['diff', 'a.md', 'b.md'], folder), reason);
    }));

  it('as a configuration', () =>
    inStrangeFolder((folder) => {
      symlinkSync(path, join(folder, '.clausediffrc.yaml'));
      const outcome = runBinary(['diff', 'a.md', 'b.md'], folder);
      // One that leads nowhere is none.
      if (path === 'circle') expect(outcome).toMatchObject({ code: 0, stderr: '' });
      else expectOneLine(outcome, reason);
    }));
});

describe('what is longer than its limit', () => {
  it.each(['.clausediffrc.yaml', 'own.yaml'])('%s ends with one line', (name) =>
    inFolder({ files: { ...FILES, '.clausediffrc.yaml': 'lexicon: own.yaml\n' } }, (folder) => {
      writeFileSync(join(folder, name), `# ${'x'.repeat(5 * 1024 * 1024)}`);
      expectOneLine(runBinary(['diff', 'a.md', 'b.md'], folder), /6 MiB is more than the limit of 4 MiB/);
    }),
  );

  it('a draft ends with one line, from a file, from git and from standard input', () =>
    inRepository(({ folder, git }) => {
      const long = Buffer.alloc(65 * 1024 * 1024, 'text ');
      writeFileSync(join(folder, 'long.md'), long);
      writeFileSync(join(folder, 'b.md'), DRAFT);
      const id = git('hash-object', '-w', 'long.md');
      const limit = /65 MiB is more than the limit of 64 MiB; compare it in parts/;
      expectOneLine(runBinary(['diff', 'long.md', 'b.md'], folder), limit);
      git('update-index', '--add', '--cacheinfo', `100644,${id},other.md`);
      expectOneLine(runBinary(['diff', ':other.md', 'b.md'], folder), limit);
      expectOneLine(
        runBinary(['diff', '-', 'b.md'], folder, { stdin: long }),
        /standard input: more than the limit of 64 MiB/,
      );
    }));

  it('an endless draft needs little memory', () =>
    inFolder({ files: FILES }, (folder) => {
      const memory = (command: string): number => {
        const { stderr } = spawnSync('sh', ['-c', command], {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, NODE: process.execPath, BINARY, NODE_OPTIONS: TELL_MEMORY },
        });
        return Number(/ (\d+) KiB at most/.exec(stderr)?.[1]);
      };
      const usual = memory('"$NODE" "$BINARY" --version');
      for (const command of [
        'diff /dev/zero a.md',
        'diff - a.md </dev/zero',
        'diff /dev/stdin a.md </dev/zero',
      ])
        expect(memory(`"$NODE" "$BINARY" ${command}`) - usual, command).toBeLessThan(64 * 1024);
    }));
});

/** Has Node say, as it ends, how much memory it took. */
const TELL_MEMORY = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => console.error(" %i KiB at most", process.resourceUsage().maxRSS))',
)}`;

describe('what a shell gives as a file', () => {
  it.each([
    ['a pipe of its own', 'diff <(cat a.md; sleep 0.2; echo "2. New.") b.md'],
    ['two of them', 'diff <(cat a.md) <(echo "1. New.")'],
    ['standard input by name', 'diff /dev/stdin b.md < <(sleep 0.2; echo "1. New.")'],
    ['standard input that is slow', 'diff - b.md < <(sleep 0.5; echo "1. New.")'],
    ['a file as standard input', 'diff - b.md <c.md'],
    ['nothing', 'diff /dev/null b.md'],
  ])('is read: %s', (_, command) =>
    inFolder({ files: { ...FILES, 'c.md': '1. New.\n' } }, (folder) => {
      const { status, stderr } = spawnSync('bash', ['--norc', '-c', `"$NODE" "$BINARY" ${command}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NODE: process.execPath, BINARY },
      });
      expect(stderr).toBe('');
      expect(status).toBe(1);
    }),
  );
});

describe('in a repository', () => {
  const inside = (work: (folder: string, outside: string) => void): Promise<void> =>
    inFolder({ files: { 'secret.md': 'root:$6$secret:19000:0\n', 'own.yaml': LEXICON } }, (outside) =>
      inRepository(({ folder }) => {
        for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
        mkdirSync(join(folder, 'words'));
        writeFileSync(join(folder, 'words/own.yaml'), LEXICON);
        work(folder, outside);
      }),
    );
  const OUT = /leads out of the repository/;

  it('a draft may be a link inside it, and not one out of it', () =>
    inside((folder, outside) => {
      symlinkSync('a.md', join(folder, 'inner.md'));
      expect(runBinary(['diff', 'inner.md', 'b.md'], folder).code).toBe(0);
      symlinkSync(join(outside, 'secret.md'), join(folder, 'outer.md'));
      symlinkSync(outside, join(folder, 'drafts'));
      for (const name of ['outer.md', './outer.md', 'drafts/secret.md', join(folder, 'outer.md')])
        expectOneLine(runBinary(['diff', name, 'b.md'], folder), OUT);
      expectOneLine(runBinary(['report', 'a.md', 'drafts/secret.md'], folder), OUT);
    }));

  it('the repository is not left through a link to another one', () =>
    inside((folder, outside) => {
      mkdirSync(join(outside, '.git'));
      symlinkSync(outside, join(folder, 'drafts'));
      expectOneLine(runBinary(['diff', 'drafts/secret.md', 'b.md'], folder), OUT);
    }));

  it('a file elsewhere that the user names is read', () =>
    inside((folder, outside) => {
      expect(runBinary(['diff', join(outside, 'secret.md'), 'b.md'], folder).code).toBe(1);
    }));

  it('a configuration cannot be a link out of it', () =>
    inside((folder, outside) => {
      symlinkSync(join(outside, 'own.yaml'), join(folder, '.clausediffrc.yaml'));
      expectOneLine(runBinary(['diff', 'a.md', 'b.md'], folder), OUT);
    }));

  it.each([
    ['words/own.yaml', 0],
    ['words/../words/own.yaml', 0],
    ['inner.yaml', 0],
    ['outer.yaml', 2],
    ['OUTSIDE/own.yaml', 2],
    ['../../../../../../../../../etc/passwd', 2],
  ])('a configuration names the lexicon %s: %s', (path, expected) =>
    inside((folder, outside) => {
      symlinkSync('words/own.yaml', join(folder, 'inner.yaml'));
      symlinkSync(join(outside, 'own.yaml'), join(folder, 'outer.yaml'));
      writeFileSync(join(folder, '.clausediffrc.yaml'), `lexicon: ${path.replace('OUTSIDE', outside)}\n`);
      const outcome = runBinary(['diff', 'a.md', 'b.md'], folder);
      if (expected === 0) expect(outcome).toMatchObject({ code: 0, stderr: '' });
      else expectOneLine(outcome, OUT);
    }),
  );
});

describe('a file that is no lexicon', () => {
  const SECRET = 'Xy7secretQ9';
  const messageOf = (text: string): string => {
    try {
      readLexicon(text, 'own.yaml');
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it.each([
    ['a list of passwords', `root:$6$${SECRET}:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\n`],
    ['a key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${SECRET}\n-----END OPENSSH PRIVATE KEY-----\n`],
    ['settings', `[http]\n\textraheader = AUTHORIZATION: basic ${SECRET}\n`],
    ['variables', `TOKEN=${SECRET}\n`],
    ['another mapping', `token: ${SECRET}\n`],
    ['a mapping whose key is the secret', `${SECRET}: 1\n`],
    ['JSON', `{"token": "${SECRET}"}`],
    ['a text', SECRET],
    ['a number', '314159265358979'],
    ['a tag', `!${SECRET} a`],
    ['an alias', `a: *${SECRET}`],
    ['an alias as a key', `*${SECRET} : a`],
    ['an escape', `"\\${SECRET}"`],
    ['a directive', `%${SECRET} 1\n---\na`],
    ['the head of a block', `a: |${SECRET}\n`],
    ['an anchor', `&${SECRET} &${SECRET}2 a`],
    ['twice the same', `${SECRET}: 1\n${SECRET}: 2\n`],
    ['a list', `- ${SECRET}\n`],
    ['after a quotation', `"a" ${SECRET}\n`],
  ])('is not quoted: %s', (_, text) => {
    const message = messageOf(text);
    expect(message).toMatch(/^own\.yaml: line \d+: [^\n]+$/);
    expect(message).not.toContain(text.includes(SECRET) ? SECRET : text);
  });

  it('is not quoted, whatever it is', () => {
    const piece = fc.constantFrom(
      ...'[]{}:,-?&*!|>\'"%@`# \n\t\\=.ab01'.split(''),
      SECRET,
      '- ',
      ': ',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(messageOf(pieces.join(''))).not.toContain(SECRET);
      }),
      { numRuns: 3000 },
    );
  });
});
