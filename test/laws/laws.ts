import { expect } from 'vitest';
import type { Comparison, Link } from '../../src/compare/comparison.ts';
import { compare, type Direction, type Draft, parseDraft } from '../../src/index.ts';
import { MIRRORED } from '../../src/wording/change.ts';

/** The laws of the design that hold for any two drafts; each fails with what it found. */
export function expectLaws(oldText: string, newText: string): void {
  const [older, newer] = [parseDraft(oldText, 'old'), parseDraft(newText, 'new')];
  const comparison = compare(older, newer);
  nothingIsLost(comparison, older, newer);
  nothingIsHidden(comparison, oldText, newText);
  mirrors(comparison, compare(newer, older));
  digestHoldsAll(comparison);
  expect(compare(parseDraft(oldText, 'old'), parseDraft(newText, 'new'))).toEqual(comparison);
}

function nothingIsLost({ links, old, new: now }: Comparison, older: Draft, newer: Draft): void {
  for (const side of ['old', 'new'] as const) {
    const draft = side === 'old' ? older : newer;
    const linked = links.flatMap((link) => link[side].map(({ path }) => path)).sort();
    expect(linked).toEqual(draft.clauses.map(({ path }) => path).sort());
    for (const link of links) {
      const edited = link.edits.map((edit) => edit[side]).join('');
      expect(edited).toBe(link[side].map(({ text }) => text).join('\n'));
    }
  }
  expect([old.clauses, now.clauses]).toEqual([older.clauses.length, newer.clauses.length]);
  for (const { kind, old: from, new: to } of links) {
    expect(SHAPE[kind](from.length, to.length), `${kind} ${from.length} → ${to.length}`).toBe(true);
  }
}

const SHAPE: Record<Link['kind'], (old: number, now: number) => boolean> = {
  same: (old, now) => old === 1 && now === 1,
  edited: (old, now) => old === 1 && now === 1,
  split: (old, now) => old === 1 && now > 1,
  merged: (old, now) => old > 1 && now === 1,
  inserted: (old, now) => old === 0 && now === 1,
  deleted: (old, now) => old === 1 && now === 0,
};

const visible = (text: string): string => text.replace(/^\ufeff/, '').replace(/\s/g, '');

export const saysSomething = ({ links }: Comparison): boolean =>
  links.some(
    ({ kind, moved, renumbered, changes }) => kind !== 'same' || moved || renumbered || changes.length > 0,
  );

function nothingIsHidden(comparison: Comparison, oldText: string, newText: string): void {
  if (visible(oldText) !== visible(newText)) expect(saysSomething(comparison)).toBe(true);
}

/** Every link with a substantive change is in an entry, and every entry is about links that are there. */
function digestHoldsAll({ links, digest }: Comparison): void {
  const told = new Set(digest.flatMap((entry) => entry.links));
  const untold = links.filter(
    ({ id, kind, changes }) =>
      !told.has(id) &&
      (kind === 'inserted' || kind === 'deleted' || changes.some(({ substantive }) => substantive)),
  );
  expect(untold.map(({ id, kind, changes }) => [id, kind, changes.map(({ rule }) => rule).join()])).toEqual(
    [],
  );
  const ids = new Set(links.map(({ id }) => id));
  expect(digest.flatMap((entry) => entry.links).filter((id) => !ids.has(id))).toEqual([]);
  for (const { places, say } of digest) {
    expect(say).not.toBe('');
    for (const place of places) {
      const link = links.find(({ id }) => id === place.link)!;
      for (const side of ['old', 'new'] as const) {
        const text = link[side].map((clause) => clause.text).join('\n');
        const [start, end] = place[side] ?? [0, 0];
        expect(start >= 0 && end <= text.length && start <= end).toBe(true);
      }
    }
  }
}

const MIRROR = {
  same: 'same',
  edited: 'edited',
  split: 'merged',
  merged: 'split',
  inserted: 'deleted',
  deleted: 'inserted',
};

function mirrors(there: Comparison, back: Comparison): void {
  const key = (kind: string, moved: boolean, old: Link['old'], now: Link['new']): string =>
    `${kind}${moved ? ' moved' : ''}: ${old.map(({ path }) => path).join('+')} → ${now.map(({ path }) => path).join('+')}`;
  const forth = there.links.map(({ kind, moved, old, new: now }) => key(kind, moved, old, now)).sort();
  const mirrored = back.links
    .map(({ kind, moved, old, new: now }) => key(MIRROR[kind], moved, now, old))
    .sort();
  expect(mirrored).toEqual(forth);
  expect(
    directions(back)
      .map(([name, old, now]) => [MIRRORED[name], now, old].join())
      .sort(),
  ).toEqual(
    directions(there)
      .map((change) => change.join())
      .sort(),
  );
  expect(weights(back, true).sort()).toEqual(weights(there, false).sort());
}

/** What else the law swaps: the rank of every change, and which references are stale. */
const weights = ({ links, references }: Comparison, isBack: boolean): string[] => [
  ...links.flatMap(({ changes }) =>
    changes.map(({ class: name, rank, old, new: now }) =>
      [name, rank, ...(isBack ? [now, old] : [old, now])].join(' | '),
    ),
  ),
  ...references.filter(({ stale }) => stale).map(() => 'stale'),
];

/** The changes whose direction the law swaps: the direction, the old and the new wording. */
const directions = ({ links }: Comparison): [Direction, string, string][] =>
  links.flatMap(({ changes }) =>
    changes.flatMap(({ direction, old, new: now }): [Direction, string, string][] =>
      direction === 'changed' || direction === 'neutral' ? [] : [[direction, old, now]],
    ),
  );

/** Law 3: nothing of substance, whatever the form. */
export function expectNoSubstance(oldText: string, newText: string): void {
  const { links, summary } = compare(parseDraft(oldText), parseDraft(newText));
  expect(summary.changes.substantive).toBe(0);
  expect(links.filter(({ kind, moved }) => moved || (kind !== 'same' && kind !== 'edited'))).toEqual([]);
}
