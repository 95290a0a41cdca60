import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, pick, type Random } from '../chance.ts';
import { runMain } from '../cli/run.ts';
import { runs } from '../runs.ts';
import { inRepository } from './repository.ts';
import { type WrittenCommit, writeHistory } from './written-history.ts';

/** Words that stand anywhere; between them stand words of which each is written once in a history. */
const COMMON =
  'support funding plan report market border region council measure energy grain port water rail school bank visit trade law peace'.split(
    ' ',
  );

/** A paragraph: its words by slots, so that two sides may change it at once. */
interface Paragraph {
  readonly id: number;
  readonly slots: readonly string[];
}

/** What a commit holds: the draft under its name at that time, and another draft. */
interface State {
  readonly name: string;
  readonly draft: readonly Paragraph[];
  readonly annex: readonly Paragraph[];
}

interface Model {
  readonly state: State;
  readonly parents: readonly number[];
  readonly isMerge: boolean;
  /** Whether a merge chose or wrote anything itself. */
  readonly decided: boolean;
}

/** Which commits wrote a word: more than one where a change was picked from another branch. */
type Writers = Map<string, Set<number>>;

const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ slots }) => `The ${slots.join(' ')}.\n`).join('\n');

function randomHistory(random: Random): { models: Model[]; writers: Writers } {
  const models: Model[] = [];
  const writers: Writers = new Map();
  let [words, ids] = [0, 0];
  const fresh = (): string => {
    const word = `zu${[...String(words++)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')}`;
    writers.set(word, new Set([models.length]));
    return word;
  };
  const paragraph = (): Paragraph => ({
    id: ids++,
    slots: Array.from({ length: 15 }, (_, i) => (i % 4 === 1 ? fresh() : pick(random, COMMON))),
  });
  const insert = (list: readonly Paragraph[], one: Paragraph): Paragraph[] =>
    list.toSpliced(Math.floor(random() * (list.length + 1)), 0, one);
  const add = (state: State, parents: number[], isMerge = false, decided = false): void => {
    models.push({ state, parents, isMerge, decided });
  };

  add({ name: 'a.md', draft: Array.from({ length: 5 }, paragraph), annex: [paragraph()] }, []);
  const tips = [0];
  for (let i = 0; i < 16; i++) {
    const branch = Math.floor(random() * tips.length);
    const at = tips[branch]!;
    const { state } = models[at]!;
    const { draft, annex, name } = state;
    const next = models.length;
    const what = random();
    if (what < 0.15 && tips.length < 3) tips.push(at);
    if (what < 0.35 && tips.length > 1) {
      const other = tips[(branch + 1) % tips.length]!;
      if (other !== at) {
        const { merged, decided } = merge(models, at, other, random, fresh);
        add(merged, [at, other], true, decided);
        if (random() < 0.5) tips.splice((branch + 1) % tips.length, 1);
      }
    } else if (what < 0.45) add({ ...state, draft: insert(draft, paragraph()) }, [at]);
    else if (what < 0.52 && draft.length > 3)
      add({ ...state, draft: draft.toSpliced(Math.floor(random() * draft.length), 1) }, [at]);
    else if (what < 0.6) {
      const from = Math.floor(random() * draft.length);
      add({ ...state, draft: insert(draft.toSpliced(from, 1), draft[from]!) }, [at]);
    } else if (what < 0.68 && annex.length > 0)
      add({ ...state, draft: insert(draft, annex[0]!), annex: annex.slice(1) }, [at]);
    else if (what < 0.75) add({ ...state, annex: insert(annex, paragraph()) }, [at]);
    else if (what < 0.85) add({ ...state, name: `${'abcdefghijklm'[next]}.md` }, [at]);
    else if (what < 0.92) {
      const picked = models.find(
        ({ parents, isMerge, state: there }, commit) =>
          !isMerge &&
          parents.length === 1 &&
          tips.includes(commit) &&
          commit !== at &&
          edited(models[parents[0]!]!.state, there),
      );
      const change = picked && edited(models[picked.parents[0]!]!.state, picked.state);
      const place = change
        ? draft.findIndex(({ id, slots }) => id === change.id && slots[change.slot] === change.old)
        : -1;
      if (change && place >= 0) {
        writers.get(change.new)!.add(next);
        add({ ...state, draft: draft.with(place, changed(draft[place]!, change.slot, change.new)) }, [at]);
      }
    } else {
      const place = Math.floor(random() * draft.length);
      add(
        {
          ...state,
          draft: draft.with(place, changed(draft[place]!, 1 + 4 * Math.floor(random() * 3), fresh())),
        },
        [at],
      );
    }
    void name;
    if (models.length > next) tips[Math.min(branch, tips.length - 1)] = next;
  }
  return { models, writers };
}

const changed = ({ id, slots }: Paragraph, slot: number, word: string): Paragraph => ({
  id,
  slots: slots.with(slot, word),
});

/** The one word that a commit changed; undefined if it did anything else. */
function edited(before: State, after: State) {
  if (before.draft.length !== after.draft.length) return undefined;
  for (const [i, { id, slots }] of after.draft.entries()) {
    const old = before.draft[i]!;
    if (old.id !== id) return undefined;
    const slot = slots.findIndex((word, at) => word !== old.slots[at]);
    if (slot >= 0) return { id, slot, old: old.slots[slot]!, new: slots[slot]! };
  }
  return undefined;
}

/** Puts two sides together, word by word; where both changed the same word, one is taken or a new one is written. */
function merge(models: readonly Model[], one: number, other: number, random: Random, fresh: () => string) {
  const base = models[commonAncestor(models, one, other)]!.state;
  const [ours, theirs] = [models[one]!.state, models[other]!.state];
  let decided = false;
  const find = (list: readonly Paragraph[], id: number): Paragraph | undefined =>
    list.find((p) => p.id === id);
  const together = (
    a: readonly Paragraph[],
    o: readonly Paragraph[],
    b: readonly Paragraph[],
  ): Paragraph[] => {
    const kept = a.flatMap((mine) => {
      const [old, theirs] = [find(o, mine.id), find(b, mine.id)];
      if (!theirs) return old && old.slots.join() === mine.slots.join() ? [] : [mine];
      return {
        id: mine.id,
        slots: mine.slots.map((word, i) => {
          const [was, is] = [old?.slots[i], theirs.slots[i]!];
          if (word === is || is === was) return word;
          if (word === was) return is;
          decided = true;
          return pick(random, [word, is, fresh()]);
        }),
      };
    });
    for (const [i, theirs] of b.entries()) {
      const old = find(o, theirs.id);
      if (find(a, theirs.id) || (old && old.slots.join() === theirs.slots.join())) continue;
      const before = b[i - 1];
      kept.splice(before ? kept.findIndex(({ id }) => id === before.id) + 1 : 0, 0, theirs);
    }
    return kept;
  };
  const merged: State = {
    name: ours.name === base.name ? theirs.name : ours.name,
    draft: together(ours.draft, base.draft, theirs.draft),
    annex: together(ours.annex, base.annex, theirs.annex),
  };
  return { merged, decided };
}

function ancestorsOf(models: readonly Model[], commit: number): Set<number> {
  const found = new Set([commit]);
  for (const at of found) for (const parent of models[at]!.parents) found.add(parent);
  return found;
}

function commonAncestor(models: readonly Model[], one: number, other: number): number {
  const right = ancestorsOf(models, other);
  return Math.max(...[...ancestorsOf(models, one)].filter((at) => right.has(at)));
}

/** The history that leads to the last commit, with nothing beside it. */
function reached({ models, writers }: { models: Model[]; writers: Writers }) {
  const kept = [...ancestorsOf(models, models.length - 1)].sort((a, b) => a - b);
  const place = new Map(kept.map((old, i) => [old, i]));
  return {
    models: kept.map((old) => ({
      ...models[old]!,
      parents: models[old]!.parents.map((parent) => place.get(parent)!),
    })),
    writers: new Map(
      [...writers].map(([word, by]) => [word, new Set([...by].flatMap((old) => place.get(old) ?? []))]),
    ),
  };
}

const committed = ({ state: { name, draft, annex }, parents, isMerge }: Model, i: number): WrittenCommit => ({
  parents,
  files: { [name]: textOf(draft), 'annex.md': textOf(annex) },
  subject: `${isMerge ? 'Merge' : 'Commit'} ${i}`,
});

const histories = fc.nat().map((seed) => ({ seed, ...reached(randomHistory(chance(seed))) }));

describe('random histories with branches, renames, moves between drafts, picked changes and merges', () => {
  it('blame names for each word a commit that wrote it, and shows the text of HEAD', () =>
    fc.assert(
      fc.asyncProperty(histories, ({ models, writers }) =>
        inRepository(async ({ folder, git }) => {
          const ids = writeHistory(folder, models.map(committed));
          const { name, draft } = models.at(-1)!.state;
          const { stdout, stderr } = await runMain(['blame', '--no-cache', '-f', 'json', name], folder);
          expect(stderr).toBe('');
          const { drafts, clauses } = JSON.parse(stdout) as {
            drafts: string[];
            clauses: { clause: { text: string }; phrases: { text: string; draft: number }[] }[];
          };
          expect(clauses.map(({ clause }) => clause.text)).toEqual(
            git('show', `HEAD:${name}`).split(/\n+/).filter(Boolean),
          );
          expect(clauses).toHaveLength(draft.length);
          for (const { text, draft: from } of clauses.flatMap(({ phrases }) => phrases))
            for (const word of text.match(/\bzu[a-m]+\b/g) ?? []) {
              const by = [...writers.get(word)!].map((commit) => ids[commit]!.slice(0, 10));
              expect(by, `${word} in ${git('log', '--graph', '--oneline')}`).toContain(
                drafts[from]!.slice(0, 10),
              );
            }
        }),
      ),
      runs(20),
    ));

  it('blame agrees with git blame -C on each line whose commit wrote a word of it', () =>
    fc.assert(
      fc.asyncProperty(histories, ({ models, writers }) =>
        inRepository(async ({ folder, git }) => {
          const ids = writeHistory(folder, models.map(committed));
          const { name } = models.at(-1)!.state;
          const { stdout } = await runMain(['blame', '--no-cache', '-f', 'json', name], folder);
          const { drafts, clauses } = JSON.parse(stdout) as {
            drafts: string[];
            clauses: { phrases: { draft: number }[] }[];
          };
          const lines = git('blame', '-C', '-l', '--root', 'HEAD', '--', name)
            .split('\n')
            .filter((line) => line.includes('The '));
          for (const [i, line] of lines.entries()) {
            const [commit = ''] = line.replace('^', '').split(' ');
            // Of a line that was only moved, or put together by a merge, git sometimes names that commit.
            const words = line.match(/\bzu[a-m]+\b/g) ?? [];
            if (!words.some((word) => writers.get(word)!.has(ids.indexOf(commit)))) continue;
            const ours = clauses[i]!.phrases.map(({ draft }) => drafts[draft]!.slice(0, 10));
            expect(ours, `line ${i} of\n${git('log', '--graph', '--oneline')}`).toContain(
              commit.slice(0, 10),
            );
          }
        }),
      ),
      runs(12),
    ));

  it('history tells each change once, where it was made, and of a merge only what it decided', () =>
    fc.assert(
      fc.asyncProperty(histories, ({ models, writers }) =>
        inRepository(async ({ folder }) => {
          const ids = writeHistory(folder, models.map(committed));
          const { name } = models.at(-1)!.state;
          const { stdout } = await runMain(
            ['history', '--no-cache', '--neutral', '-f', 'json', name],
            folder,
          );
          const { commits } = JSON.parse(stdout) as {
            commits: { id: string; subject: string; findings: { old: string; new: string }[] }[];
          };
          const told = new Map<string, number>();
          for (const { id, findings } of commits) {
            const commit = ids.indexOf(id);
            const { isMerge, decided } = models[commit]!;
            if (isMerge) expect(decided, `${commit} tells ${JSON.stringify(findings)}`).toBe(true);
            for (const { old, new: now } of findings)
              for (const word of old === '' ? [] : (now.match(/\bzu[a-m]+\b/g) ?? [])) {
                told.set(word, (told.get(word) ?? 0) + 1);
                if (!isMerge) expect([...writers.get(word)!], `${word} in ${commit}`).toContain(commit);
              }
          }
          for (const [commit, { parents, state }] of models.entries()) {
            const change = parents.length === 1 ? edited(models[parents[0]!]!.state, state) : undefined;
            const isTold = commits.some(({ id }) => id === ids[commit]);
            if (change && isTold) expect(told.get(change.new), change.new).toBeGreaterThan(0);
          }
          // What a merge wrote itself and HEAD still has is told of that merge.
          const head = textOf(models.at(-1)!.state.draft);
          for (const [word, by] of writers)
            if ([...by].some((commit) => models[commit]!.isMerge) && head.includes(word))
              expect(told.get(word), word).toBe(1);
        }),
      ),
      runs(20),
    ));
});
