import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { inRepository, type Repository } from '../git/repository.ts';
import { Viewer } from '../tui/viewer.ts';
import { type Outcome, runBinary, runMain } from './run.ts';

/**
 * Whatever comes from outside, by whatever way, into whatever is written: no character that a terminal obeys, that
 * reorders what is read or that nobody sees comes out again as itself.
 */
const OBEYED_OR_UNSEEN =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\p{Cf}\p{DI}\p{Cs}]/u;

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** All controls but line ends, and every character that is in the standard to format others or to show nothing. */
const CHARACTERS = [
  ...range(0x01, 0x09),
  ...range(0x0b, 0x0c),
  ...range(0x0e, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0x2028, 0x202e),
  ...range(0x200b, 0x200f),
  ...range(0x2060, 0x206f),
  ...range(0xfff9, 0xfffb),
  ...range(0xe0020, 0xe007f),
  ...range(0xfe00, 0xfe0f),
  ...'\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b\u180e\u3164\ufeff\uffa0\ufffe\u{e0001}\u{e0100}',
];

/** One after another between letters, and as what they do harm with. */
const ATTACK = `x${CHARACTERS.join('x')}x \u001b[2J\u001b]52;c;aGk=\u0007 \u202eevil\u202c`;
/** A line feed, which no name, title or note may bring into a line, and a carriage return. */
const LINES = `${ATTACK}\rforged\nforged`;
const FORGED = /^forged/m;

/** A field of a commit ends with these. */
const IN_COMMITS = ATTACK.replaceAll(/[\x1e\x1f]/g, '');
const IN_NAMES = ATTACK.slice(0, 90).replaceAll('/', '_');
/** As YAML and JSON can have it. */
const QUOTED = JSON.stringify(ATTACK).replace(
  /[\x7f-\uffff]/g,
  (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

const draft = (verb: string, attack: string): string => `---
title: Draft ${attack}
---

# Conclusions ${attack}

1. The Council ${verb} the plan${attack} of the ${attack} Commission by 5 May 2025 [${attack}].

2. ${attack}${verb} See paragraph 1${attack}[^1].

   a) ${attack} ${verb}

> ${attack} ${verb}

| ${attack} | ${verb} |
| --- | --- |
| ${verb} | ${attack} |

\`\`\`${attack}
${attack} ${verb}
\`\`\`

<div title="${attack}">${attack} ${verb} <del>${attack}</del> <span hidden>${attack}</span></div>

<!-- ${attack} ${verb} -->

[^1]: ${verb} ${attack}
`;

const CONFIG = `{"redLines": ["welcomes", "takes note", ${QUOTED}], "lexicon": "own.yaml", "rules": {"weaker": "error"}}`;
const LEXICON = `verbs:
  - {lemma: ${QUOTED}, scale: approval, rank: 53, forms: [acclaims], note: ${QUOTED}}
hedges:
  - {lemma: if so wished, effect: weaker, forms: [${QUOTED}, if so wished], source: [H], note: ${QUOTED}}
formulas:
  - {id: 'own', meaning: ${QUOTED}, effect: weaker, forms: [acclaims]}
sources: {H: ${QUOTED}}
`;

const harmless = (text: string): void => {
  expect(text).not.toMatch(OBEYED_OR_UNSEEN);
};

function expectHarmless({ stdout, stderr }: Outcome): void {
  // CSV has a byte-order mark and the line ends of RFC 4180.
  harmless(stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  harmless(stderr);
  expect(stderr).not.toMatch(FORGED);
}

/** A repository with two versions of a draft, whose author, subjects, name, configuration and lexicon are untrusted. */
async function inUntrusted(work: (repository: Repository, name: string) => Promise<void>): Promise<void> {
  await inRepository(async (repository) => {
    const name = `text ${IN_NAMES}.md`;
    const { folder, git, commit } = repository;
    commit(`Begin ${IN_COMMITS}`, {
      [name]: draft('welcomes', ''),
      'clausediff.config.json': CONFIG,
      'own.yaml': LEXICON,
    });
    git(
      'commit',
      '--allow-empty',
      '-q',
      '-m',
      'x',
      `--author=A${IN_COMMITS.replaceAll(/[<>]/g, '')} <a@b.eu>`,
    );
    writeFileSync(join(folder, name), draft('takes note of', ATTACK));
    git('commit', '-aqm', `Soften ${IN_COMMITS}`, `--author=A${IN_COMMITS.replaceAll(/[<>]/g, '')} <a@b.eu>`);
    writeFileSync(join(folder, `old ${name}`), draft('acclaims', ATTACK));
    writeFileSync(join(folder, `new ${name}`), draft('welcomes', `${ATTACK} if so wished`));
    mkdirSync(join(folder, 'chain'));
    writeFileSync(join(folder, 'chain', `1 ${name}`), draft('acclaims', ATTACK));
    writeFileSync(join(folder, 'chain', `2 ${name}`), draft('welcomes', ''));
    writeFileSync(join(folder, 'chain', `3 ${name}`), draft('takes note of', ATTACK));
    await work(repository, name);
  });
}

describe('what is not trusted comes out of no command as it is', () => {
  it.each([
    ['diff'],
    ['diff', '--all', '--neutral'],
    ['diff', '--all', '--side-by-side'],
    ['diff', '--stat'],
    ['diff', '--format', 'json'],
    ['check'],
    ['blame'],
    ['blame', '--format', 'json'],
    ['trace', 'takes note ATTACK'],
    ['trace', 'takes note'],
    ['trace', '--format', 'json', 'planATTACK'],
    ['trace', '--format', 'json', '--forms', 'acclaims'],
    ['view'],
  ])('%s %s %s %s', (...args) =>
    inUntrusted(async ({ folder }, name) => {
      const outcome = await runMain(
        [...args.map((arg) => arg.replace('ATTACK', ATTACK)), `old ${name}`, `new ${name}`],
        folder,
      );
      expect(outcome.code, outcome.stderr).toBeLessThan(2);
      if (args[0] !== 'check') expect(outcome.stdout).not.toBe('');
      expectHarmless(outcome);
    }),
  );

  it.each(
    FORMATS.flatMap(({ name, can }) => [
      [name, 'two drafts', []] as const,
      ...can.map((what) => [name, what, what === 'chain' ? [] : [`--${what}`]] as const),
    ]),
  )('report %s: %s', (format, what, options) =>
    inUntrusted(async ({ folder }, name) => {
      const drafts = what === 'chain' || what === 'synopsis' ? ['chain'] : [`old ${name}`, `new ${name}`];
      const named = [
        `--title=${LINES}`,
        `--author=${LINES}`,
        ...(/council/.test(format) ? [`--legend=${LINES}`] : []),
      ];
      const file = `report.${format}`;
      for (const own of [named, []]) {
        const outcome = await runMain(
          ['report', '--format', format, ...options, ...own, '-o', file, ...drafts],
          folder,
        );
        expect([outcome.code, outcome.stdout], outcome.stderr).toEqual([0, '']);
        const bytes = readFileSync(join(folder, file));
        if (format.endsWith('docx')) {
          for (const part of Object.values(unzipSync(bytes))) harmless(strFromU8(part).replaceAll('\t', ' '));
        } else expectHarmless({ ...outcome, stdout: bytes.toString() });
        expectHarmless(outcome);
      }
    }),
  );

  it.each([
    ['history', 'text'],
    ['history', 'json'],
    ['history', 'html'],
    ['history', 'markdown'],
    ['blame', 'text'],
    ['blame', 'json'],
  ])('%s of a file in git as %s', (command, format) =>
    inUntrusted(async ({ folder }, name) => {
      const outcome = await runMain([command, '--format', format, name], folder);
      expect(outcome.code, outcome.stderr).toBe(0);
      expect(outcome.stdout).toContain('evil');
      expectHarmless(outcome);
    }),
  );

  it('lexicon', () =>
    inUntrusted(async ({ folder }) => {
      for (const args of [
        ['lexicon'],
        ['lexicon', 'acclaims'],
        ['lexicon', 'if so wished'],
        ['lexicon', ATTACK],
        ['lexicon', `un${ATTACK}known`],
        ['lexicon', '--format', 'json'],
        ['lexicon', '--format', 'json', 'acclaims'],
        ['lexicon', '--validate', 'own.yaml'],
      ])
        expectHarmless(await runMain(args, folder));
    }));

  it('hooks, their notes and their messages, and what git asks of a driver', () =>
    inUntrusted(async ({ folder, git }, name) => {
      writeFileSync(join(folder, name), draft('acclaims', `${ATTACK} by 6 May 2025`));
      git('add', name);
      writeFileSync(join(folder, 'MESSAGE'), 'Subject\n');
      for (const args of [
        ['check', '--staged'],
        ['hook', 'status'],
        ['hook', 'run', 'pre-commit'],
        ['hook', 'run', 'prepare-commit-msg', 'MESSAGE'],
        ['hook', 'run', 'commit-msg', 'MESSAGE'],
        ['hook', 'run', 'commit-msg', `no ${ATTACK}`],
        ['hook', 'run', 'post-commit'],
        ['git', 'driver', name, `old ${name}`, '0', '0', `new ${name}`, '0', '0'],
        ['git', 'driver', name],
        ['git', 'driver', name, `no ${ATTACK}`, '0', '0', `new ${name}`, '0', '0'],
        ['git', 'textconv', name],
      ])
        expectHarmless(await runMain(args, folder));
      harmless(readFileSync(join(folder, 'MESSAGE'), 'utf8'));
      harmless(git('notes', '--ref', 'clausediff', 'show', 'HEAD'));
      expectHarmless(await runMain(['history', '--notes', '--format', 'json', name], folder));
    }));

  it('what is wrong with a command line, a file, a configuration or a lexicon', () =>
    inUntrusted(async ({ folder }, name) => {
      for (const args of [
        [LINES],
        [`--${LINES}`],
        ['diff', `--only=${LINES}`, name, name],
        ['diff', `--direction=${LINES}`, name, name],
        ['diff', `--width=${LINES}`, name, name],
        ['diff', `--format=${LINES}`, name, name],
        ['diff', `--language=${LINES}`, name, name],
        ['diff', `no ${LINES}`, name],
        ['diff', `HEAD:${LINES}`, name],
        ['diff', `${LINES}..HEAD`, '--', name],
        ['report', `--format=${LINES}`, name, name],
        ['report', `--date=${LINES}`, name, name],
        ['report', '-o', `no/${IN_NAMES}/r.html`, name, name],
        ['blame', `--clause=${LINES}`, name],
        ['history', `--clause=${LINES}`, name],
        ['history', `--since=${LINES}`, name],
        ['history', `no ${LINES}`],
        ['history', name, LINES],
        ['view', `--background=${LINES}`, name, name],
        ['lexicon', `--class=${LINES}`],
        ['lexicon', '--validate', name],
        ['help', LINES],
        ['completion', LINES],
        ['hook', LINES],
        ['hook', 'run', LINES],
        ['git', LINES],
      ]) {
        const outcome = await runMain(args, folder);
        expectHarmless(outcome);
        expect(outcome.stderr.split('\n').length).toBeLessThanOrEqual(3);
      }
      for (const [file, text] of [
        ['clausediff.config.json', `{${QUOTED}: 1}`],
        ['clausediff.config.json', `{"language": ${QUOTED}}`],
        ['clausediff.config.json', `{"redLines": ${QUOTED}, ${ATTACK}`],
        ['own.yaml', `${ATTACK}: [`],
        ['own.yaml', `verbs: [{lemma: ${QUOTED}, scale: ${QUOTED}}]`],
        ['own.yaml', `verbs: [{${QUOTED}: 1}]`],
      ] as const) {
        writeFileSync(join(folder, 'clausediff.config.json'), '{"lexicon": "own.yaml"}');
        writeFileSync(join(folder, file), text);
        const outcome = await runMain(['diff', `old ${name}`, `new ${name}`], folder);
        expect([outcome.code, outcome.stdout]).toEqual([2, '']);
        expectHarmless(outcome);
      }
    }));

  it('the binary, where an error of git or of the system is told', () =>
    inUntrusted(async ({ folder }, name) => {
      expectHarmless(runBinary(['diff', `old ${name}`, `new ${name}`], folder));
      chmodSync(join(folder, `old ${name}`), 0);
      expectHarmless(runBinary(['diff', `old ${name}`, `HEAD:no ${IN_NAMES}`], folder));
    }));
});

describe('the view', () => {
  it.each([60, 120, 200])('of %d columns shows none of it in any row', (columns) => {
    const texts = [
      [`a ${LINES}`, draft('welcomes', ATTACK)],
      [`b ${LINES}`, draft('takes note of', `${ATTACK} by 6 May 2025`)],
      [`c ${LINES}`, draft('acclaims', '')],
    ] as const;
    for (const keys of ['', 'v', 's', 'l', 'b', 't', 'T', 'f', '?', 'Z']) {
      const view = new Viewer(texts, { size: { columns, rows: 40 } });
      view.press(...keys, 'n', 'n');
      for (const row of view.rows) {
        harmless(row);
        expect(row).not.toContain('\n');
      }
    }
    const asked = new Viewer(texts, { size: { columns, rows: 40 } }).press('/');
    asked.act({ type: 'typed', typing: { kind: 'text', text: ATTACK } } as never);
    for (const row of asked.rows) harmless(row);
  });
});
