import { checkSync } from 'recheck';
import { expect, it, vi } from 'vitest';
import { nodesIn } from './syntax.ts';

/** The rooms that read drafts. The others read arguments, configuration and what git says. */
const ROOMS = ['draft', 'align', 'wording', 'compare', 'report', 'tui'];

/** What a text has to hold so that every pattern made at run time is made. */
const OLD = '# 1. A\n\n1. The EU [welcomes] EUR 1,000 by 2025, see paragraph 2.\n\n2. b\n\n```\nc\n```\n';
const NEW =
  '# 1. A\n\n1. New.\n\n2. The Europeans note EUR 2,000 by 2026, see paragraph 2.\n\n3. b\n\n~~~\nd\n~~~\n';

/** What costs more than the length of a text has a loop without an end. */
const LOOPS = /[*+]|,\}/;

function literals(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { place, node } of nodesIn(ROOMS)) {
    if (node.type !== 'Literal' || !node.regex) continue;
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    found.set(`/${pattern}/${flags}`, place);
  }
  return found;
}

/** Those that are put together at run time, as they are made. */
async function made(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args) {
      const regex: RegExp = Reflect.construct(target, args);
      const place = new Error('here').stack?.split('\n').find((line) => /\/src\//.test(line));
      if (place) found.set(String(regex), place.trim());
      return regex;
    },
  });
  try {
    const { parseDraft } = await import('../../src/draft/parse-draft.ts');
    const { compare } = await import('../../src/compare/compare.ts');
    const { readDocumentNumber } = await import('../../src/draft/document-number.ts');
    compare(parseDraft(OLD), parseDraft(NEW));
    readDocumentNumber('EUCO 1/25 REV 2');
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

it('no regular expression takes more than linear time on a draft', async () => {
  // The checker in JavaScript, which needs no other program.
  vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure');
  const run = await made();
  expect([...run.values()].join('\n')).toMatch(/labels\.ts[\s\S]*amounts\.ts/);
  const all = [...literals(), ...run].filter(([regex]) => LOOPS.test(regex));
  expect(all.length).toBeGreaterThan(100);
  const slow = all.flatMap(([regex, place]) => {
    const end = regex.lastIndexOf('/');
    const found = checkSync(regex.slice(1, end), regex.slice(end + 1), {
      timeout: 120_000,
      randomSeed: 1,
    });
    if (found.status === 'safe') return [];
    const what = found.status === 'vulnerable' ? found.complexity.summary : String(found.error.kind);
    return [`${place}: ${regex}: ${what}`];
  });
  expect(slow).toEqual([]);
}, 600_000);
