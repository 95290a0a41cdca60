import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain } from '../cli/run.ts';
import { inRepository, type Repository } from './repository.ts';
import { writeHistory } from './written-history.ts';

const numbered = (...texts: string[]): string => texts.map((text, i) => `${i + 1}. ${text}\n`).join('\n');
const PLAN = 'The Council welcomes the plan of the Commission for the ports of the region.';
const NOTED = PLAN.replace('welcomes', 'takes note of');
const URGED = PLAN.replace('welcomes', 'rejects');
const GRAIN = 'Member States will report on their stocks of grain by June 2025.';
const LATER = GRAIN.replace('June', 'October');
const BANK = 'The Bank is invited to lend more to the small towns of the region.';

const told = async (folder: string, ...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runMain([...args], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

/** Each commit of a history as its subject and what it found, the newest first. */
async function history(folder: string, ...args: string[]): Promise<[string, string[]][]> {
  const { commits } = JSON.parse(await told(folder, 'history', '--no-cache', '-f', 'json', ...args)) as {
    commits: { subject: string; findings: { old: string; new: string }[] }[];
  };
  return commits.map(({ subject, findings }) => [subject, findings.map((one) => `${one.old} → ${one.new}`)]);
}

/** Each clause of the newest version with what its phrases are and by whom. */
async function blame(
  folder: string,
  file: string,
  ...names: [id: string, name: string][]
): Promise<string[]> {
  const { drafts, clauses } = JSON.parse(await told(folder, 'blame', '--no-cache', '-f', 'json', file)) as {
    drafts: string[];
    clauses: { phrases: { text: string; draft: number }[] }[];
  };
  const nameOf = (draft: number): string =>
    names.find(([id]) => drafts[draft]!.startsWith(id.slice(0, 10)))?.[1] ?? drafts[draft]!;
  return clauses.map(({ phrases }) =>
    phrases.map((one) => `${nameOf(one.draft)}: ${one.text.trim()}`).join(' | '),
  );
}

describe('a history cannot be forged', () => {
  const SIGNS = ['\x1e', '\x1f', '\x00', '\n\n', '\x1e\x1f\x1e', '\r', '\u2028'];

  it.each(SIGNS.map((sign) => [JSON.stringify(sign), sign]))('by %s in a subject or a name', (_, sign) =>
    inRepository(async ({ folder, git }) => {
      const fake = 'b'.repeat(40);
      // Git itself takes no NUL, and no line feed in a name.
      const inName = sign.replace(/[\0\n]/g, '');
      const inSubject = sign.replaceAll('\0', '');
      const ids = writeHistory(folder, [
        { parents: [], files: { 'text.md': numbered(PLAN) }, subject: 'Begin' },
        {
          parents: [0],
          files: { 'text.md': numbered(NOTED) },
          author: `Mallory${inName}author Trusted Person`,
          subject: `Soften${inSubject}${fake}${inSubject}Trusted Person${inSubject}2025-01-01T00:00:00Z${inSubject}Fix typo${inSubject}`,
        },
        { parents: [1], files: { 'text.md': numbered(NOTED, GRAIN) }, subject: 'Add' },
      ]);
      const { commits } = JSON.parse(
        await told(folder, 'history', '--no-cache', '-f', 'json', 'text.md'),
      ) as {
        commits: { id: string; author: string; findings: { new: string }[] }[];
      };
      expect(commits.map(({ id }) => id)).toEqual(ids.toReversed());
      expect(commits.map(({ author }) => author.startsWith('Mallory'))).toEqual([false, true, false]);
      expect(commits[1]!.findings.map((finding) => finding.new)).toEqual(['takes note of']);
      const text = await told(folder, 'blame', 'text.md');
      expect(text).not.toContain(fake.slice(0, 10));
      expect(text).toMatch(new RegExp(`${ids[1]!.slice(0, 10)} \\S+ Mallory.* │ takes note of`));
      expect(git('rev-list', '--count', 'HEAD')).toBe('3');
    }),
  );

  it('by a replaced commit, a graft or a mailmap', () =>
    inRepository(async ({ folder, git }) => {
      const [begin, soften] = writeHistory(folder, [
        { parents: [], files: { 'text.md': numbered(PLAN) }, subject: 'Begin' },
        { parents: [0], files: { 'text.md': numbered(NOTED) }, subject: 'Soften' },
        { parents: [1], files: { 'text.md': numbered(NOTED, GRAIN) }, subject: 'Add' },
      ]);
      git('reset', '-q', '--hard');
      const honest = await history(folder, 'text.md');
      const text = await told(folder, 'history', 'text.md');
      const forged = git('commit-tree', '-p', begin!, '-m', 'Forged', `${begin}^{tree}`);
      git('replace', soften!, forged);
      writeFileSync(join(folder, '.mailmap'), 'Trusted Person <t@example.org> <ada@example.org>\n');
      mkdirSync(join(folder, '.git/info'), { recursive: true });
      writeFileSync(join(folder, '.git/info/grafts'), `${git('rev-parse', 'HEAD')}\n`);
      expect(await history(folder, 'text.md')).toEqual(honest);
      expect(await told(folder, 'history', 'text.md')).toBe(text);
      expect(text).not.toMatch(/Trusted|Forged/);
    }));
});

describe('branches and merges', () => {
  /** A file that main renames while a branch edits it; then both are merged. */
  const withRename = (work: (repository: Repository, ids: [string, string][]) => Promise<void>) =>
    inRepository(async (repository) => {
      const { folder } = repository;
      const ids = writeHistory(folder, [
        { parents: [], files: { 'a.md': numbered(PLAN, GRAIN, BANK) }, subject: 'Begin' },
        { parents: [0], files: { 'b.md': numbered(PLAN, GRAIN, BANK) }, subject: 'Rename' },
        { parents: [0], files: { 'a.md': numbered(NOTED, GRAIN, BANK) }, subject: 'Soften' },
        { parents: [1], files: { 'b.md': numbered(PLAN, LATER, BANK) }, subject: 'Postpone' },
        { parents: [3, 2], files: { 'b.md': numbered(NOTED, LATER, BANK) }, subject: 'Merge' },
      ]);
      await work(
        repository,
        ids.map((id, i) => [id, ['Begin', 'Rename', 'Soften', 'Postpone', 'Merge'][i]!]),
      );
    });

  it('both sides are told, and nothing of them on the merge', () =>
    withRename(async ({ folder }) => {
      expect(await history(folder, 'b.md')).toEqual([
        ['Postpone', ['by June 2025 → by October 2025']],
        ['Soften', ['welcomes → takes note of']],
        ['Rename', []],
        ['Begin', []],
      ]);
    }));

  it('blame and trace name the commit that wrote a phrase, not the merge', () =>
    withRename(async ({ folder }, ids) => {
      expect(await blame(folder, 'b.md', ...ids)).toEqual([
        'Begin: The Council | Soften: takes note of | Begin: the plan of the Commission for the ports of the region.',
        'Begin: Member States will report on their stocks of grain by | Postpone: October 2025 | Begin: .',
        `Begin: ${BANK}`,
      ]);
      const text = await told(folder, 'trace', 'takes note of', 'b.md');
      expect(text.match(/appears|returns|disappears/g)).toEqual(['appears']);
      expect(text).toMatch(
        new RegExp(`${ids[2]![0].slice(0, 10)} .*: 1×\\n {2}\\+ appears in 1, for "welcomes"`),
      );
    }));

  it('the newest version is that of HEAD, or of the revision that is asked for', () =>
    withRename(async ({ folder, git }, ids) => {
      expect(await blame(folder, 'b.md', ...ids)).toHaveLength(3);
      const { stdout } = await runMain(['blame', 'b.md', ids[3]![0]], folder);
      git('reset', '-q', '--hard');
      expect(stdout === '' || !stdout.includes('takes note of')).toBe(true);
      const side = await told(folder, 'blame', 'b.md', ids[3]![0]);
      expect(side).not.toContain('takes note of');
      expect(side).toContain('October');
    }));

  it('a merge is told for what it wrote, dropped or chose itself', () =>
    inRepository(async ({ folder }) => {
      const merged = (text: string) =>
        writeHistory(folder, [
          { parents: [], files: { 'a.md': numbered(PLAN, GRAIN, BANK) }, subject: 'Begin' },
          { parents: [0], files: { 'a.md': numbered(NOTED, GRAIN, BANK) }, subject: 'Ours' },
          { parents: [0], files: { 'a.md': numbered(URGED, LATER, BANK) }, subject: 'Theirs' },
          { parents: [1, 2], files: { 'a.md': text }, subject: 'Merge' },
        ]);
      const decided = async (text: string) => {
        merged(text);
        return (await history(folder, 'a.md')).find(([subject]) => subject === 'Merge')?.[1];
      };
      expect(await decided(numbered(NOTED, LATER, BANK))).toEqual(['rejects → takes note of']);
      expect(await decided(numbered(URGED, LATER, BANK.replace('is invited', 'is asked')))).toEqual(
        expect.arrayContaining(['takes note of → rejects', 'is invited to → asked']),
      );
      expect(await decided(numbered(PLAN.replace('welcomes', 'endorses'), LATER, BANK))).toEqual([
        'takes note of → endorses',
      ]);
      expect((await decided(numbered(NOTED, LATER)))?.join()).toMatch(/invited/);
    }));

  it('a picked change is of the branch that the text came by, and stands once on it', () =>
    inRepository(async ({ folder }) => {
      const ids = writeHistory(folder, [
        { parents: [], files: { 'a.md': numbered(PLAN, GRAIN) }, subject: 'Begin' },
        { parents: [0], files: { 'a.md': numbered(NOTED, GRAIN) }, subject: 'Soften' },
        { parents: [0], files: { 'a.md': numbered(NOTED, GRAIN) }, subject: 'Picked' },
        { parents: [1, 2], files: { 'a.md': numbered(NOTED, GRAIN) }, subject: 'Merge' },
      ]);
      expect((await history(folder, 'a.md')).map(([subject]) => subject)).toEqual(['Soften', 'Begin']);
      expect((await blame(folder, 'a.md', [ids[1]!, 'Soften'], [ids[0]!, 'Begin']))[0]).toContain(
        'Soften: takes note of',
      );
    }));

  it('a clause that came from another draft is of the commit that wrote it there', () =>
    inRepository(async ({ folder }) => {
      const ids = writeHistory(folder, [
        {
          parents: [],
          files: { 'a.md': numbered(PLAN), 'annex.md': numbered(GRAIN, BANK) },
          subject: 'Begin',
        },
        {
          parents: [0],
          files: { 'a.md': numbered(PLAN), 'annex.md': numbered(LATER, BANK) },
          subject: 'Postpone',
        },
        {
          parents: [1],
          files: { 'a.md': numbered(PLAN, LATER), 'annex.md': numbered(BANK) },
          subject: 'Move',
        },
      ]);
      expect((await blame(folder, 'a.md', [ids[0]!, 'Begin'], [ids[1]!, 'Postpone']))[1]).toBe(
        'Begin: Member States will report on their stocks of grain by | Postpone: October 2025 | Begin: .',
      );
      expect((await history(folder, 'a.md')).map(([subject]) => subject)).toEqual(['Move', 'Begin']);
    }));
});

describe('the settings of git', () => {
  const SETTINGS = [
    ['log.showRoot', 'false'],
    ['diff.relative', 'true'],
    ['diff.renames', 'false'],
    ['diff.renameLimit', '1'],
    ['diff.orderFile', '/no/such/file'],
    ['diff.noprefix', 'true'],
    ['i18n.logOutputEncoding', 'ISO-8859-1'],
    ['core.quotePath', 'true'],
    ['log.follow', 'false'],
    ['log.mailmap', 'true'],
    ['log.date', 'relative'],
    ['log.excludeDecoration', '*'],
    ['core.abbrev', '4'],
    ['color.ui', 'always'],
    ['diff.ignoreSubmodules', 'all'],
    ['core.commitGraph', 'false'],
    ['status.relativePaths', 'false'],
    ['diff.external', 'false'],
  ];

  it.each(SETTINGS)('%s = %s changes no answer', (key, value) =>
    inRepository(async ({ folder, git }) => {
      const name = 'dräft "2".md';
      writeHistory(folder, [
        { parents: [], files: { 'sub/a.md': numbered(PLAN, GRAIN) }, subject: 'Begin', author: 'Zoë Ö' },
        { parents: [0], files: { [`sub/${name}`]: numbered(PLAN, LATER) }, subject: 'Später' },
      ]);
      git('reset', '-q', '--hard');
      const inside = join(folder, 'sub');
      const all = async (): Promise<string[]> =>
        Promise.all([
          told(inside, 'history', '--no-cache', name),
          told(inside, 'blame', '--no-cache', name),
          told(inside, 'trace', '--no-cache', 'October', name),
          runMain(['diff', 'HEAD~1..HEAD', '--', name], inside).then(({ stdout }) => stdout),
        ]);
      const before = await all();
      expect(before[0]).toContain('Zoë Ö');
      git('config', key!, value!);
      expect(await all()).toEqual(before);
    }),
  );

  it.each(SETTINGS)('%s = %s changes nothing that is checked', (key, value) =>
    inRepository(async ({ folder, git, commit }) => {
      const rules = JSON.stringify({ rules: { weaker: 'error' }, redLines: ['rejects the plan'] });
      const before = {
        'a.md': numbered(PLAN, GRAIN, BANK),
        'b.md': numbered(BANK, GRAIN, PLAN),
        'gone.md': numbered(URGED),
      };
      commit('Begin', { '.clausediffrc.json': rules, 'sub/other.txt': 'other', ...before });
      for (const name of ['a.md', 'b.md']) {
        git('mv', name, `sub/${name}`);
        writeFileSync(join(folder, 'sub', name), before[name as 'a.md'].replace(PLAN, NOTED));
      }
      rmSync(join(folder, 'gone.md'));
      git('init', '-q', 'gone.md');
      git('-C', 'gone.md', 'commit', '-q', '--allow-empty', '-m', 'Inner');
      git('add', '-A');
      const inside = join(folder, 'sub');
      const checked = await runMain(['check', '--staged'], inside);
      for (const told of [
        'sub/a.md: error: ',
        'sub/b.md: error: ',
        'gone.md (replaced by a submodule): error: ',
      ])
        expect(checked.stdout).toContain(told);
      git('config', key!, value!);
      expect(await runMain(['check', '--staged'], inside)).toEqual(checked);
    }),
  );

  it.each([
    ['GIT_LITERAL_PATHSPECS', '0'],
    ['GIT_ICASE_PATHSPECS', '1'],
    ['GIT_GLOB_PATHSPECS', '1'],
    ['GIT_DIFF_OPTS', '-u0'],
    ['GIT_EXTERNAL_DIFF', 'false'],
    ['GIT_PAGER', 'false'],
    ['GIT_NO_REPLACE_OBJECTS', ''],
  ])('%s in the environment changes no answer', (key, value) =>
    inRepository(async ({ folder }) => {
      writeHistory(folder, [
        { parents: [], files: { 'a.md': numbered(PLAN, GRAIN) } },
        { parents: [0], files: { 'a.md': numbered(PLAN, LATER), 'A.md': numbered(BANK) } },
      ]);
      const before = await history(folder, 'a.md');
      process.env[key] = value;
      try {
        expect(await history(folder, 'a.md')).toEqual(before);
      } finally {
        delete process.env[key];
      }
    }),
  );

  it('a message in another encoding is read as its author wrote it', () =>
    inRepository(async ({ folder, git }) => {
      writeFileSync(join(folder, 'a.md'), numbered(PLAN));
      git('add', '-A');
      spawnSync('git', ['-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '-q', '-F', '-'], {
        cwd: folder,
        input: Buffer.from('Größe', 'latin1'),
        env: {
          PATH: process.env.PATH,
          GIT_CONFIG_GLOBAL: '/dev/null',
          ...Object.fromEntries(
            ['AUTHOR', 'COMMITTER'].flatMap((who) => [
              [`GIT_${who}_NAME`, 'Ada'],
              [`GIT_${who}_EMAIL`, 'ada@example.org'],
            ]),
          ),
        },
      });
      expect((await history(folder, 'a.md'))[0]?.[0]).toBe('Größe');
    }));
});

describe('a shallow clone', () => {
  it('says that its history is cut', () =>
    inRepository(async ({ folder, git }) => {
      writeHistory(folder, [
        { parents: [], files: { 'a.md': numbered(PLAN) } },
        { parents: [0], files: { 'a.md': numbered(NOTED) } },
        { parents: [1], files: { 'a.md': numbered(NOTED, GRAIN) } },
      ]);
      git('clone', '-q', '--depth', '2', `file://${folder}`, 'cut');
      const cut = join(folder, 'cut');
      for (const args of [
        ['history', 'a.md'],
        ['blame', 'a.md'],
        ['trace', 'plan', 'a.md'],
      ]) {
        const { code, stdout, stderr } = await runMain(args, cut);
        expect(code).toBe(0);
        expect(stdout).not.toBe('');
        expect(stderr).toBe(
          'clausediff: this clone is shallow: its history is cut off; git fetch --unshallow brings the rest\n',
        );
      }
    }));
});
