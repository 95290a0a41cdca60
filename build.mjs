// Builds dist/cli.js and dist/index.js (the command and the library): everything bundled, so that they start fast and
// the package needs no other.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });

const options = {
  outdir: 'dist',
  platform: 'node',
  target: 'node20.19',
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Read only where a stack is asked for; the lines of the source, not the source itself.
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  metafile: true,
  define: {
    CLAUSEDIFF_VERSION: JSON.stringify(version),
    CLAUSEDIFF_BUILD: JSON.stringify(digestOf('src')),
    // The development build of React keeps a record of every rendering.
    'process.env.NODE_ENV': JSON.stringify('production'),
    // Nothing is fetched; and to ask whether one could has Node load its HTTP client, before Ink draws anything.
    fetch: 'undefined',
  },
  // The package gives Node its CommonJS files, whose `require` does not exist in a bundle of modules.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [withoutDevtools(), withoutProcessModule()],
};

const { metafile } = await build({
  ...options,
  entryPoints: { cli: 'src/cli/bin.ts', 'view-worker': 'src/cli/view/worker.ts', index: 'src/index.ts' },
  format: 'esm',
  splitting: true,
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

// What the installed hooks call: one file and no modules, since a commit waits for it to be loaded.
await build({
  ...options,
  entryPoints: { hook: 'src/cli/hook/bin.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...options.define, 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
});

// The lexicons are read where they are needed, one language at a time.
mkdirSync('dist/lexicon');
for (const file of readdirSync('src/wording/lexicon')) {
  const data = JSON.parse(readFileSync(join('src/wording/lexicon', file), 'utf8'));
  writeFileSync(join('dist/lexicon', file), JSON.stringify(data));
}

cpSync('src/compare/schema', 'dist/schema', { recursive: true });

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(Object.keys(metafile.inputs)));

execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
keepReached('dist/types', 'dist/types/index.d.ts');

/** Ink asks for React's developer tools, which are not there, if the user's shell happens to have `DEV` set. */
function withoutDevtools() {
  return {
    name: 'without-devtools',
    setup: ({ onLoad }) => onLoad({ filter: /ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: '' })),
  };
}

/** To import `node:process` has Node open all three standard streams, after which a slow pipe cannot be read in one go. */
function withoutProcessModule() {
  return {
    name: 'without-process-module',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^(?:node:)?process$/ }, () => ({ path: 'process', namespace: 'global' }));
      onLoad({ filter: /./, namespace: 'global' }, () => ({ contents: 'module.exports = process;' }));
    },
  };
}

/** Of all sources: two programs with the same one compute the same. */
function digestOf(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:tsx?|json)$/.test(name));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The licence texts of the packages that are bundled. */
function notices(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  return [...packages]
    .sort()
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${manifest.name} ${manifest.version} (${manifest.license ?? manifest.licenses?.[0]?.type})\n\n${licence(folder) ?? origin(folder)}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function licence(folder) {
  for (const name of ['license', 'LICENSE', 'license.md', 'LICENSE.md']) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {}
  }
  return undefined;
}

/** A package without a licence file: who wrote it, and where it says so. */
function origin(folder) {
  const { author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `By ${author?.name ?? author ?? homepage}; see ${homepage ?? 'its page in the npm registry'}.`;
}

/** Takes away the declarations that the library's own do not lead to. */
function keepReached(folder, entry) {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /\b(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g,
    ))
      reached.add(join(dirname(file), `${path}.d.ts`));
  }
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}
