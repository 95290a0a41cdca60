import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pty } from '../tui/pty.ts';

/** What is in the package, each with what it is there for. */
const CONTENTS: readonly RegExp[] = [
  /^(?:package\.json|README\.md|LICENSE)$/,
  /^dist\/(?:cli|view-worker|index)\.js(?:\.map)?$/,
  /^dist\/hook\.cjs(?:\.map)?$/,
  /^dist\/[\w.-]+-[0-9A-Z]{8}\.js(?:\.map)?$/, // what these load when they need it
  /^dist\/lexicon\/(?:en|fr|de)\.json$/,
  /^dist\/schema\/(?:comparison|chain)-1\.schema\.json$/,
  /^dist\/types\/(?:index|align\/\w+|compare\/(?:digest\/)?[\w-]+|draft\/[\w-]+|wording\/[\w-]+)\.d\.ts$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^drafts\/(?:README|draft-[1-5])\.md$/,
];

/** This Node, and a newer one where its path is given. */
const NODES = [process.execPath, ...(process.env.NEWER_NODE ? [process.env.NEWER_NODE] : [])].map((path) => ({
  path,
  version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(),
}));

const NO_NETWORK = `--import=${resolve('test/package/no-network.mjs')}`;

let folder: string;
let contents: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausediff-package-'));
  const npm = (cwd: string, ...args: string[]): string =>
    execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, npm_config_cache: join(folder, 'empty-cache') },
    });
  const [packed] = JSON.parse(npm('.', 'pack', '--json', '--pack-destination', folder)) as [
    { filename: string; files: { path: string }[] },
  ];
  contents = packed.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  npm(folder, 'install', '--offline', join(folder, packed.filename));
  for (const n of [2, 3]) writeFileSync(join(folder, `${n}.md`), readFileSync(`drafts/draft-${n}.md`));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init');
  for (const n of [1, 2]) {
    writeFileSync(join(folder, 'text.md'), readFileSync(`drafts/draft-${n}.md`));
    git('add', 'text.md');
    git('commit', '-m', `Draft ${n}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = (): string => join(folder, 'node_modules', 'clausediff');

describe('the package', () => {
  it('contains what is needed and nothing else', () => {
    expect(contents.filter((path) => !CONTENTS.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(CONTENTS.filter((pattern) => !contents.some((path) => pattern.test(path)))).toEqual([]);
  });

  it('has the lines of the source for every module, and not the source', () => {
    const modules = contents.filter((path) => path.endsWith('.js'));
    expect(modules.length).toBeGreaterThan(3);
    for (const path of modules) {
      expect(contents).toContain(`${path}.map`);
      const map = JSON.parse(readFileSync(join(installed(), `${path}.map`), 'utf8'));
      expect(map.sourcesContent ?? []).toEqual([]);
      for (const source of map.sources)
        expect(source).toMatch(/^(?:\.\.\/(?:src|node_modules)\/|global:process$)/);
    }
  });

  it('installs no other package, and needs none', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'clausediff',
    ]);
    const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it('gives the licence of all that is bundled', () => {
    const notices = readFileSync(join(installed(), 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const parts = notices.split(`\n${'-'.repeat(78)}\n\n`);
    expect(parts.length).toBeGreaterThan(50);
    for (const part of parts)
      expect(part).toMatch(/^\S+ \d+\.\d+\.\d+\S* \((?:MIT|ISC|BSD|Apache|CC0|0BSD)[^)]*\)\n\n\S/);
    for (const name of ['ink', 'react', 'yaml', 'valibot', 'diff', 'docx', 'micromark'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

/** Every command as one would first try it: its exit code, and what must be in its output. */
const COMMANDS: readonly (readonly [line: string, code: number, output: RegExp])[] = [
  ['--version', 0, /^\d+\.\d+\.\d+\n$/],
  ['--help', 0, /Usage: clausediff OLD NEW/],
  ['help report', 0, /--synopsis/],
  ['2.md 3.md', 1, /52 → 53 clauses/],
  ['diff --stat 2.md 3.md', 1, /16 substantive changes/],
  ['report 2.md 3.md -o r.html', 0, /^$/],
  ['report 2.md 3.md -o r.docx', 0, /^$/],
  ['report 2.md 3.md -o r.md', 0, /^$/],
  ['report 2.md 3.md -o r.critic.md', 0, /^$/],
  ['report 2.md 3.md -o r.council.docx', 0, /^$/],
  ['report 2.md 3.md -o r.csv', 0, /^$/],
  ['report 2.md 3.md -o r.json', 0, /^$/],
  ['report --synopsis 2.md 3.md -o s.docx', 0, /^$/],
  ['report --brief 2.md 3.md', 0, /Europeans/],
  ['history text.md', 0, /Draft 2/],
  ['blame text.md', 0, /Three years/],
  ['trace Europeans 2.md 3.md', 0, /appears in/],
  ['check 2.md 3.md', 0, /^$/],
  ['hook install --commit-msg --dry-run', 0, /prepare-commit-msg/],
  ['hook status', 0, /prepare-commit-msg/],
  ['git enable --diff', 0, /diff/],
  ['git status', 0, /diff/],
  ['git disable', 0, /diff/],
  ['lexicon note', 0, /scale/],
  ['lexicon --language fr', 0, /./],
  ['completion bash', 0, /complete/],
  ['completion zsh', 0, /compdef/],
  ['completion fish', 0, /complete -c clausediff/],
  ['demo', 0, /clauses/],
];

describe.each(NODES)('installed in an empty folder, on Node $version, without a network', ({ path }) => {
  const run = (args: readonly string[]) =>
    spawnSync(path, args, {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: join(folder, 'home'),
        NODE_OPTIONS: NO_NETWORK,
      },
    });

  it('would notice', () => {
    expect(run(['-e', "fetch('http://localhost:8080').catch(() => {})"])).toMatchObject({ status: 70 });
  });

  it.each(COMMANDS)('clausediff %s', (line, code, output) => {
    const command = join(installed(), 'dist', 'cli.js');
    const { status, stdout, stderr } = run([command, ...line.split(' ')]);
    expect({ stderr, status }).toEqual({
      stderr: expect.not.stringMatching(/network/),
      status: code,
    });
    expect(stdout).toMatch(output);
  });

  it('opens the five drafts in a terminal', { retry: 1 }, async () => {
    const view = new Pty(path, [join(installed(), 'dist', 'cli.js'), 'demo'], {
      cwd: folder,
      env: { NODE_OPTIONS: NO_NETWORK },
    });
    try {
      await view.until(/draft-5/);
      view.write('q');
      expect(await view.exited).toBe(0);
    } finally {
      view.end();
    }
  });
});

/** The examples of the README: the code, and what its last lines say that it prints. */
const EXAMPLES = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)((?:\/\/ .*\n)+)```/g)].map(
  ([, code = '', printed = '']) => ({ code, printed: printed.replace(/^\/\/ /gm, '') }),
);

describe('the library, in a project of its own', () => {
  it('has an example for each use', () => {
    expect(EXAMPLES).toHaveLength(5);
  });

  it.each(EXAMPLES)('prints what the README says: $printed', ({ code, printed }) => {
    const file = join(folder, 'example.mjs');
    writeFileSync(file, transformSync(code, { loader: 'ts' }).code);
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(printed);
  });

  it.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('has types for TypeScript with $moduleResolution, all checks on', (resolution) => {
    const project = join(folder, resolution.moduleResolution);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    for (const [i, { code }] of EXAMPLES.entries()) writeFileSync(join(project, `example-${i}.ts`), code);
    const compilerOptions = {
      ...resolution,
      target: 'es2023',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    expect(spawnSync('node_modules/.bin/tsc', ['-p', project], { encoding: 'utf8' })).toMatchObject({
      stdout: '',
      status: 0,
    });
  });
});
