import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkedClause } from '../../src/compare/comparison.ts';
import type { Report } from '../../src/report/report.ts';
import { visible } from '../../src/report/visible.ts';
import { inFolder } from '../cli/run.ts';
import { demoDraft, formatNamed, reportOf } from '../report/reports.ts';
import { manyClauses } from './many-clauses.ts';

/** The Python that LibreOffice's own interface is installed for. */
const PYTHON = process.env.OFFICE_PYTHON ?? '/usr/bin/python3';

interface Reading {
  readonly paragraphs: string[];
  readonly footnotes: string[];
  readonly comments: number;
  readonly changes: number;
  readonly left: number;
}

interface Both {
  readonly accept: Reading;
  readonly reject: Reading;
}

const HOSTILE = '1. The <w:p/> & ]]> "quoted" \u202e text\u0007 of = the +plan';
const PAIRS: Record<string, readonly [old: string, now: string]> = {
  ...Object.fromEntries(
    [1, 2, 3, 4].map((i) => [`draft ${i} to ${i + 1}`, [demoDraft(i), demoDraft(i + 1)]]),
  ),
  'draft 1 to 5': [demoDraft(1), demoDraft(5)],
  ...Object.fromEntries(
    readdirSync('fixtures').map((name) => [
      name,
      [readFileSync(`fixtures/${name}/old.md`, 'utf8'), readFileSync(`fixtures/${name}/new.md`, 'utf8')],
    ]),
  ),
  hostile: [HOSTILE, `${HOSTILE} more`],
  'right to left, and Chinese': [
    '1. يرحب المجلس بالتقرير.\n\n2. 理事会欢迎该报告。\n',
    '1. يحيط المجلس علما بالتقرير.\n\n2. 理事会注意到该报告。\n',
  ],
  '2,000 clauses': manyClauses(2_000),
};
const NAMES = Object.keys(PAIRS);

const clausesOf = ({ chain }: Report, side: 'old' | 'new'): LinkedClause[] =>
  chain.steps[0]!.links.flatMap((link) => link[side]).sort((a, b) => a.index - b.index);

/** What LibreOffice must read: label, tab, text, with footnotes numbered as they are met. */
function expected(report: Report, side: 'old' | 'new'): { paragraphs: string[]; footnotes: string[] } {
  const clauses = clausesOf(report, side);
  const footnotes = new Map(
    clauses.filter(({ type }) => type === 'footnote').map((clause) => [clause.label, clause]),
  );
  const met: string[] = [];
  const isMet = new Set<LinkedClause>();
  const withNumbers = (text: string): string =>
    text.replace(/\[\^[^\]\s]+\]/g, (reference) => {
      const footnote = footnotes.get(reference);
      if (!footnote) return reference;
      isMet.add(footnote);
      met.push(visible(footnote.text));
      return String(met.length);
    });
  const body = clauses.map((clause) => ({
    clause,
    text: (clause.label === '' ? '' : `${visible(clause.label)}\t`) + visible(clause.text),
  }));
  const paragraphs = body
    .filter(({ clause }) => clause.type !== 'footnote')
    .map(({ text }) => withNumbers(text));
  const unreferred = body.filter(({ clause }) => clause.type === 'footnote' && !isMet.has(clause));
  return { paragraphs: [...paragraphs, ...unreferred.map(({ text }) => text)], footnotes: met };
}

describe('a Word document in LibreOffice', () => {
  const reports = new Map<string, Report>();
  const read = new Map<string, Both>();

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const name of NAMES) {
      const report = await reportOf(PAIRS[name]!, { comments: false });
      reports.set(name, report);
      files[`${name}.docx`] = (await formatNamed('docx').write(report)) as Uint8Array;
    }
    const [old, now] = [demoDraft(3), demoDraft(4)];
    files['with comments.docx'] = (await formatNamed('docx').write(await reportOf([old, now]))) as Uint8Array;
    files['council.docx'] = (await formatNamed('council-docx').write(
      await reportOf([old, now]),
    )) as Uint8Array;
    files['synopsis.docx'] = (await formatNamed('docx').write(
      await reportOf([1, 2, 3, 4, 5].map(demoDraft)),
    )) as Uint8Array;
    await inFolder({ files }, (folder) => {
      const names = Object.keys(files);
      const output = execFileSync(
        PYTHON,
        [join(import.meta.dirname, 'read_docx.py'), ...names.map((name) => join(folder, name))],
        {
          encoding: 'utf8',
          maxBuffer: 256 * 1024 * 1024,
          stdio: ['ignore', 'pipe', 'ignore'],
          timeout: 170_000,
        },
      );
      output
        .trimEnd()
        .split('\n')
        .forEach((line, i) => {
          read.set(names[i]!.replace(/\.docx$/, ''), JSON.parse(line));
        });
    });
  });

  it.each(NAMES)('%s: accepting all gives the new text, rejecting all the old one', (name) => {
    const [report, { accept, reject }] = [reports.get(name)!, read.get(name)!];
    const full = (paragraphs: readonly string[]) => paragraphs.filter((text) => text !== '');
    expect(full(accept.paragraphs)).toEqual(full(expected(report, 'new').paragraphs));
    expect(full(reject.paragraphs)).toEqual(full(expected(report, 'old').paragraphs));
    expect([accept.left, reject.left]).toEqual([0, 0]);
    expect(accept.footnotes).toEqual(expected(report, 'new').footnotes);
    expect(reject.footnotes).toEqual(expected(report, 'old').footnotes);
  });

  it('tells the findings as comments', () => {
    const { accept } = read.get('with comments')!;
    expect(accept.comments).toBe(12);
    expect(accept.changes).toBeGreaterThan(20);
    expect(accept.paragraphs).toEqual(read.get('draft 3 to 4')!.accept.paragraphs);
  });

  it("opens the Council's manner and the synopsis, which have nothing to accept", () => {
    expect(read.get('council')!.accept.changes).toBe(0);
    expect(read.get('council')!.accept.paragraphs.length).toBeGreaterThan(50);
    expect(read.get('synopsis')!.accept.changes).toBe(0);
  });
});
