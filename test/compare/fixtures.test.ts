import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Comparison, Link } from '../../src/index.ts';
import { compare, parseDraft } from '../../src/index.ts';

/**
 * One case a folder: `old.md`, `new.md` and `expected.json`, which holds what a reader should be told, a line a
 * link. A new folder writes its expectation and fails once, so that nobody commits one unseen.
 */
describe.each(readdirSync('fixtures'))('%s', (name) => {
  const read = (file: string): string => readFileSync(`fixtures/${name}/${file}`, 'utf8');

  it('is told as expected', () => {
    const found = describeComparison(compare(parseDraft(read('old.md')), parseDraft(read('new.md'))));
    const file = `fixtures/${name}/expected.json`;
    if (!existsSync(file)) {
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
      throw new Error(`wrote ${file}: read it, and run again`);
    }
    expect(found).toEqual(JSON.parse(read('expected.json')));
  });
});

function describeComparison({ summary, links }: Comparison): {
  substantive: number;
  neutral: number;
  links: string[];
} {
  const { substantive, neutral } = summary.changes;
  return { substantive, neutral, links: links.map(describeLink) };
}

function describeLink({ kind, moved, renumbered, old, new: now, edits, changes }: Link): string {
  const flags = `${kind}${moved ? ' moved' : ''}${renumbered ? ' renumbered' : ''}`;
  const paths = (clauses: Link['old']): string => clauses.map(({ path }) => path).join(' + ') || '∅';
  const marked = edits
    .map(({ op, old: was, new: is }) => (op === 'equal' ? is : (was && `{-${was}-}`) + (is && `{+${is}+}`)))
    .join('');
  const rules = changes.map(({ rule }) => rule).join(', ');
  return `${flags}: ${paths(old)} → ${paths(now)}: ${marked}${rules && ` | ${rules}`}`;
}
