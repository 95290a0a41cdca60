import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBinary } from '../cli/run.ts';
import {
  EUROPEANS,
  hook,
  NOTES,
  numbered,
  REPORT,
  RULES,
  real,
  WELCOMES,
  withHooks,
  write,
} from './hooked.ts';
import { inRepository } from './repository.ts';

const LATIN_1 = Buffer.from('1. Le Conseil se f\xe9licite.\n', 'latin1');
const ALL = ['--pre-commit', '--commit-msg', '--trailers', '--post-commit', '--pre-push'];

/** What stands in the way of a part of a check, and how that part is named. */
const TROUBLES: readonly (readonly [string, RegExp, (folder: string) => Record<string, string>])[] = [
  [
    'a staged file that is not UTF-8',
    /^clausediff: .*bad\.md: line 1 is not valid UTF-8/m,
    (folder) => {
      write(folder, LATIN_1, 'bad.md');
      return {};
    },
  ],
  [
    'a staged file that is binary',
    /^clausediff: .*bad\.md: .*NUL byte/m,
    (folder) => {
      write(folder, Buffer.from([35, 32, 0, 10]), 'bad.md');
      return {};
    },
  ],
  [
    'a word that is no rule',
    /^clausediff: .*CLAUSEDIFF_ALLOW does not know "actor-chnge"/m,
    () => ({ CLAUSEDIFF_ALLOW: 'actor-chnge,weaker' }),
  ],
  [
    'an unknown key',
    /^clausediff: .*\.clausediffrc\.json: line 1: .*unknown key "?colour/m,
    (folder) => {
      write(folder, RULES.replace('{', '{"colour": 1, '), '.clausediffrc.json');
      return {};
    },
  ],
  [
    'a rule with a level that there is not',
    /^clausediff: .*\.clausediffrc\.json: line 1: rules\.weaker: expected one of error, warning, off/m,
    (folder) => {
      write(folder, '{"rules": {"weaker": "forbidden", "actor-change": "error"}}', '.clausediffrc.json');
      return {};
    },
  ],
  [
    'broken YAML',
    /^clausediff: .*\.clausediffrc\.yaml: line \d: not readable as YAML/m,
    (folder) => {
      rmSync(join(folder, '.clausediffrc.json'));
      write(folder, 'rules:\n  actor-change: error\nredLines:\n  - "open\n', '.clausediffrc.yaml');
      return {};
    },
  ],
  [
    'a lexicon that is not there',
    /^clausediff: .*\.clausediffrc\.json: line 1: lexicon: "words\.yaml": no such file/m,
    (folder) => {
      write(folder, RULES.replace('{', '{"lexicon": "words.yaml", '), '.clausediffrc.json');
      return {};
    },
  ],
  [
    'a lexicon with a mistake',
    /^clausediff: .*words\.yaml: line 1: /m,
    (folder) => {
      write(folder, 'verb: []\n', 'words.yaml');
      write(folder, RULES.replace('{', '{"lexicon": ["words.yaml"], '), '.clausediffrc.json');
      return {};
    },
  ],
];

describe('what cannot be checked', () => {
  const BEFORE = { 'bad.md': numbered(WELCOMES), 'z.md': numbered(WELCOMES) };

  it.each(TROUBLES)('leaves everything else checked, and is said: %s', (_, told, make) =>
    withHooks(
      ['--pre-commit'],
      ({ folder, git }) => {
        write(folder, numbered(EUROPEANS), 'z.md');
        const env = make(folder);
        git('add', '-A');
        const stopped = real(folder, ['commit', '-qm', 'Change'], env);
        expect(stopped.status).toBe(1);
        expect(stopped.stderr).toMatch(told);
        expect(stopped.stderr).toContain('z.md: error: actor-change');
        const checked = runBinary(['check', '--staged'], folder, { env });
        expect(checked.code).toBe(1);
        expect(checked.stderr).toMatch(told);
        expect(checked.stdout).toContain('z.md: error: actor-change');
      },
      BEFORE,
    ),
  );

  it.each(TROUBLES)('stops nothing by itself, but check fails: %s', (_, told, make) =>
    withHooks(
      ['--pre-commit'],
      ({ folder, git }) => {
        write(folder, numbered(NOTES), 'z.md');
        const env = make(folder);
        git('add', '-A');
        const checked = runBinary(['check', '--staged'], folder, { env });
        expect(checked).toMatchObject({ code: 2, stdout: '' });
        expect(checked.stderr).toMatch(/^clausediff: [^\n]+\n$/);
        const passed = real(folder, ['commit', '-qm', 'Change'], env);
        expect(passed.status).toBe(0);
        expect(passed.stderr).toMatch(told);
        expect(passed.stderr).toMatch(/^clausediff: pre-commit: [^\n]+ \(not stopped\)\n$/);
      },
      BEFORE,
    ),
  );

  it.each(TROUBLES)('is an error where the checks are strict: %s', (_, told, make) =>
    withHooks(
      ['--pre-commit'],
      ({ folder, git }) => {
        write(folder, numbered(NOTES), 'z.md');
        const env = make(folder);
        for (const [name, strict] of [
          ['.clausediffrc.json', '{"checks": "strict", '],
          ['.clausediffrc.yaml', 'checks: strict\n'],
        ] as const) {
          const path = join(folder, name);
          if (!existsSync(path)) continue;
          const text = readFileSync(path, 'utf8');
          writeFileSync(path, name.endsWith('json') ? text.replace('{', strict) : strict + text);
        }
        git('add', '-A');
        const stopped = real(folder, ['commit', '-qm', 'Change'], env);
        expect(stopped.status).toBe(1);
        expect(stopped.stderr).toContain('(stopped by "checks: strict")');
        expect(stopped.stderr).toMatch(told);
      },
      BEFORE,
    ),
  );

  it('leaves the other drafts summarised, given trailers and recorded', () =>
    withHooks(
      ['--commit-msg', '--trailers', '--post-commit'],
      ({ folder, git }) => {
        write(folder, LATIN_1, 'bad.md');
        write(folder, numbered(NOTES), 'z.md');
        const { status, stderr } = real(folder, ['commit', '-qam', 'Change']);
        expect(status).toBe(0);
        expect(stderr).toMatch(
          /^clausediff: commit-msg: bad\.md: line 1 is not valid UTF-8.*\(not stopped\)$/m,
        );
        expect(git('log', '-1', '--format=%B')).toContain('Wording-Change: verb weaker');
        const note = JSON.parse(git('notes', '--ref', 'refs/notes/clausediff', 'show', 'HEAD'));
        expect(note.files.map(({ path }: { path: string }) => path)).toEqual(['z.md']);
      },
      BEFORE,
    ));

  it('is a draft in conflict', () =>
    inRepository(({ folder, git, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES, REPORT) });
      git('checkout', '-q', '-b', 'side');
      commit('Side', { 'text.md': numbered(NOTES, REPORT) });
      git('checkout', '-q', 'main');
      commit('Main', { 'text.md': numbered(EUROPEANS, REPORT) });
      real(folder, ['merge', 'side']);
      expect(runBinary(['check', '--staged'], folder)).toMatchObject({
        code: 2,
        stderr: 'clausediff: text.md: in conflict; resolve it and stage it\n',
      });
    }));
});

describe('a program that fails by itself', () => {
  it.each([
    ['an option that Node does not know', { NODE_OPTIONS: '--no-such-option' }],
    ['a module that is not there', { NODE_OPTIONS: '--require /no/such/module.cjs' }],
  ])('stops nothing, and is one line: %s', (_, env) =>
    withHooks(ALL, ({ folder, git }) => {
      write(folder, numbered(EUROPEANS, REPORT));
      const { status, stderr } = real(folder, ['commit', '-qam', 'Change'], env);
      expect(status).toBe(0);
      const lines = stderr.split('\n').filter(Boolean);
      expect(lines.map((line) => line.replace(/: failed.*\(not stopped\)$/, ''))).toEqual(
        ['pre-commit', 'commit-msg', 'post-commit'].map((name) => `clausediff: ${name}`),
      );
      git('init', '-q', '--bare', '.git/remote.git');
      const pushed = real(folder, ['push', '-q', './.git/remote.git', 'main'], env);
      expect(pushed.status).toBe(0);
      expect(pushed.stderr).toMatch(/^clausediff: pre-push: failed [^\n]*\(not stopped\)\n$/);
    }),
  );

  it.each([
    [
      'as an old Node fails on the syntax',
      'console.error("x.js:1\\n  ^\\n\\nSyntaxError: Unexpected token"); process.exit(1)',
      'SyntaxError: Unexpected token',
    ],
    ['without a word', 'process.exit(3)', 'exit code 3'],
    ['by a signal', 'process.kill(process.pid, "SIGKILL")', 'exit code 137'],
  ])('stops nothing, %s', (_, program, told) =>
    withHooks(['--pre-commit'], ({ folder }) => {
      const path = join(folder, '.git/hooks/pre-commit');
      const script = readFileSync(path, 'utf8').replace(
        / '[^']*hook\.cjs' pre-commit/,
        " '.git/broken.cjs' pre-commit",
      );
      writeFileSync(path, script);
      writeFileSync(join(folder, '.git/broken.cjs'), program);
      write(folder, numbered(EUROPEANS, REPORT));
      const { status, stderr } = real(folder, ['commit', '-qam', 'Change']);
      expect(status).toBe(0);
      expect(stderr).toMatch(/^clausediff: pre-commit: failed [^\n]*\(not stopped\)\n$/);
      expect(stderr).toContain(told);
    }),
  );

  it.each([
    ['the program', /'\/[^']*hook\.cjs'/g],
    ['Node', /'\/[^']*node'/g],
  ])('says once that it is gone, and passes: %s', (_, path) =>
    withHooks(ALL, ({ folder }) => {
      for (const name of ['pre-commit', 'prepare-commit-msg', 'commit-msg', 'post-commit', 'pre-push']) {
        const file = join(folder, '.git/hooks', name);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll(path, "'/no/such/thing'"));
      }
      for (const texts of [
        [EUROPEANS, REPORT],
        [WELCOMES, REPORT],
      ]) {
        write(folder, numbered(...texts));
        const { status, stderr } = real(folder, ['commit', '-qa'], {
          GIT_EDITOR: `sh -c 'echo Subject >"$1"' -`,
        });
        expect(status).toBe(0);
        expect(stderr).toMatch(/^clausediff: [^\n]* gone[^\n]*\(not stopped\)[^\n]*\n$/);
      }
    }),
  );
});

describe('hook run', () => {
  it('has an exit code of its own for a broken rule', () =>
    inRepository(({ folder, git, commit }) => {
      commit('Begin', { 'text.md': numbered(WELCOMES), '.clausediffrc.json': RULES });
      write(folder, numbered(EUROPEANS));
      git('add', '-A');
      expect(hook(folder, 'run', 'pre-commit').code).toBe(10);
      expect(runBinary(['hook', 'run', 'pre-commit'], folder, { env: { CLAUSEDIFF: '0' } })).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(runBinary(['check', '--staged'], folder).code).toBe(1);
    }));

  it('passes outside a repository', () =>
    inRepository(({ folder }) => {
      rmSync(join(folder, '.git'), { recursive: true });
      const { code, stderr } = hook(folder, 'run', 'pre-commit');
      expect(code).toBe(0);
      expect(stderr).toMatch(/^clausediff: pre-commit: not a git repository[^\n]*\(not stopped\)\n$/);
    }));
});

describe('a hook whose commit holds no draft', () => {
  const NO_DRAFT = { NODE_OPTIONS: '--no-such-option' };

  it('does not start the program', () =>
    withHooks(ALL, ({ folder, git }) => {
      write(folder, 'x', 'notes/other.txt');
      git('add', '-A');
      expect(real(folder, ['commit', '-qm', 'Other'], NO_DRAFT)).toMatchObject({ status: 0, stderr: '' });
      write(folder, 'md', 'md');
      git('add', '-A');
      expect(
        real(folder, ['commit', '-q'], { ...NO_DRAFT, GIT_EDITOR: `sh -c 'echo S >"$1"' -` }),
      ).toMatchObject({
        status: 0,
        stderr: '',
      });
    }));

  it.each([
    ['in a folder', 'a/b/text.md'],
    ['in capitals', 'TEXT.MD'],
    ['with the long ending', 'a/text.Markdown'],
    ['with a name for a trap', 'a/:(exclude)*.md'],
  ])('is told from one that does: %s', (_, name) =>
    withHooks(
      ['--pre-commit', '--trailers', '--post-commit'],
      ({ folder, git }) => {
        write(folder, numbered(NOTES), name);
        git('add', '-A');
        for (const env of [{}, { GIT_LITERAL_PATHSPECS: '1' }, { GIT_NOGLOB_PATHSPECS: '1' }]) {
          const { stderr } = real(folder, ['commit', '-qm', 'Change', '--no-post-rewrite'], {
            ...env,
            ...NO_DRAFT,
          });
          expect(stderr.match(/failed with/g)).toHaveLength(3);
          git('reset', '-q', '--soft', 'HEAD^');
        }
      },
      { [name]: numbered(WELCOMES) },
    ),
  );
});

describe('a commit of many drafts', () => {
  it('is checked to the last', () =>
    withHooks(['--pre-commit'], ({ folder, git }) => {
      const names = Array.from({ length: 200 }, (_, i) => `many/${String(i).padStart(3, '0')}.md`);
      for (const name of names) write(folder, numbered(WELCOMES), name);
      git('add', '-A');
      git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Many');
      for (const name of names) write(folder, numbered(EUROPEANS), name);
      const { status, stderr } = real(folder, ['commit', '-qam', 'Change']);
      expect(status).toBe(1);
      expect(stderr.match(/^many\/\d+\.md(?=: error)/gm)).toEqual(names);
    }));
});
