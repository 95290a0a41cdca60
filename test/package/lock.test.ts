import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../cli/run.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  /** A folder of the project. */
  readonly link?: boolean;
  readonly libc?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const FILES = ['package.json', 'package-lock.json', '.npmrc'];
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Packages that are folders of the project. */
const OWN = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules/'));

/** Whether a package that stands at `path` finds another one, as Node looks for it: upwards. */
function finds(path: string, name: string): boolean {
  if (`${path}${path && '/'}node_modules/${name}` in packages) return true;
  const up = path.lastIndexOf('/node_modules/');
  return path !== '' && finds(up < 0 ? '' : path.slice(0, up), name);
}

/** npm in a new folder that holds what it reads of the project, without a network. */
const npm = (folder: string, ...args: string[]) =>
  spawnSync('npm', [...args, '--offline', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_config_cache: join(folder, 'empty-cache') },
  });

const inProject = (work: (folder: string) => void): Promise<void> =>
  inFolder({}, (folder) => {
    for (const name of FILES) copyFileSync(name, join(folder, name));
    for (const path of OWN) cpSync(path, join(folder, path), { recursive: true });
    work(folder);
  });

describe('the lock', () => {
  it('has every package that another one needs, for all platforms', () => {
    const missing = Object.entries(packages).flatMap(([path, locked]) =>
      (['dependencies', 'devDependencies', 'optionalDependencies'] as const).flatMap((kind) =>
        Object.keys(locked[kind] ?? {}).flatMap((name) =>
          finds(path, name) ? [] : [`${path || 'package.json'} needs ${name}`],
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('says of each where it comes from and what its digest is', () => {
    for (const [path, { resolved, integrity, link }] of Object.entries(packages)) {
      if (path === '' || OWN.includes(path) || link) continue;
      expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('holds nothing that one version of npm writes and another takes out', () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.libc)).toEqual([]);
  });

  it('is what npm ci takes', () =>
    inProject((folder) => {
      const { status, stderr } = npm(folder, 'ci', '--dry-run');
      expect(stderr).not.toContain('npm error');
      expect(status).toBe(0);
    }));

  it('is left alone by npm install', () =>
    inProject((folder) => {
      expect(npm(folder, 'install', '--package-lock-only').status).toBe(0);
      for (const name of FILES)
        expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(name, 'utf8'));
    }));
});
