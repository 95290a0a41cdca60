import { type Commit, readCommits } from './commits.ts';
import { copySources } from './copy-sources.ts';
import { GitError } from './git-error.ts';
import { nameBefore, pairDiffs } from './raw-diff.ts';
import { pathFromTop, topFolder } from './repository-paths.ts';
import { git } from './run-git.ts';

/**
 * A version of one file in git. The versions are a graph, as the commits that made them led from one to the next:
 *
 *     git log --graph              the versions of conclusions.md at M
 *
 *     *   M  merge                 M  conclusions.md ← B, D      unlike both
 *     |\
 *     | * D  edit draft.md         D  draft.md       ← A         the name that it had on this side
 *     * | C  edit other.md                                       did not touch it: no version
 *     * | B  rename, edit          B  conclusions.md ← A
 *     |/
 *     * A  begin draft.md          A  draft.md
 *
 * A single line from M down, as `git log --follow` gives, loses B or D, and blames on M what D did. A merge that has
 * the very file of a parent is no version: the history is what led to that parent (git's own history simplification).
 */
export interface FileVersion extends Commit {
  /** From the top of the repository, in this commit. */
  readonly path: string;
  /** Undefined where the file is gone, or is a link or a submodule. */
  readonly blob: string | undefined;
  /** Positions of the versions that it was made from, in the order of the commit's parents. */
  readonly parents: readonly number[];
  /** Positions of versions of other drafts from which the commit may have taken text (`git blame -C`). */
  readonly copied: readonly number[];
}

/**
 * Reads the versions of a file that led to the one in a commit.
 *
 * @param file as named from `cwd`
 * @param withCopies whether to look for drafts from which text was copied or moved
 * @returns each behind all that it was made from; the newest is the last
 * @throws {GitError} if no commit has the file
 */
export function versionGraph(cwd: string, file: string, tip: string, withCopies = false): FileVersion[] {
  const top = topFolder(cwd);
  const head = readNodes(top, tip, pathFromTop(cwd, file), withCopies);
  if (!head) throw new GitError(`${file}: no commit has it; check the path`);
  return inOrder(top, head);
}

/** A version that has no position yet. */
interface Node {
  readonly commit: string;
  readonly path: string;
  blob: string | undefined;
  readonly parents: (Node | undefined)[];
  readonly copied: (Node | undefined)[];
}

/** A commit from which to go down a path, and who waits for the version that it has. */
interface Descent {
  readonly start: string;
  readonly path: string;
  readonly found: (node: Node | undefined) => void;
}

function readNodes(cwd: string, tip: string, path: string, withCopies: boolean): Node | undefined {
  let head: Node | undefined;
  const nodes = new Map<string, Node>();
  const descents: Descent[] = [{ start: tip, path, found: (node) => (head = node) }];
  for (const { start, path, found } of descents) {
    const touching = touchingCommits(cwd, start, path);
    const nodeOf = (commit: string): Node | undefined => nodes.get(`${commit}:${path}`);
    const fresh = touching.filter(({ commit }) => !nodeOf(commit));
    for (const { commit } of fresh)
      nodes.set(`${commit}:${path}`, { commit, path, blob: undefined, parents: [], copied: [] });
    found(touching[0] && nodeOf(touching[0].commit));

    const parentsOf = realParents(
      cwd,
      fresh.map(({ commit }) => commit),
    );
    const pairs = fresh.flatMap(({ commit }) =>
      orRoot(parentsOf.get(commit)).map((parent) => [commit, parent] as const),
    );
    const files = pairDiffs(cwd, pairs, withCopies ? undefined : path);
    const changes = files.map((changed) => changed.find((one) => one.path === path));
    pairs.forEach(([commit], i) => {
      nodeOf(commit)!.blob ??= changes[i]?.after;
    });
    const earlier = new Map(
      fresh.map(({ commit, parents }) => [commit, parents.flatMap((id) => nodeOf(id) ?? [])]),
    );
    pairs.forEach(([commit, parent], i) => {
      const node = nodeOf(commit)!;
      const candidates = earlier.get(commit)!;
      const before = changes[i] ? changes[i].before : node.blob;
      const from =
        before === undefined && node.blob !== undefined && parent !== undefined
          ? nameBefore(cwd, commit, parent, path)
          : undefined;
      const slot = node.parents.length;
      node.parents.push(candidates.find(({ blob }) => blob === before));
      if (from !== undefined && parent !== undefined)
        descents.push({ start: parent, path: from, found: (older) => (node.parents[slot] = older) });
      if (parent === undefined) return;
      for (const source of copySources(cwd, { path, from, before, after: node.blob }, files[i]!))
        descents.push({ start: parent, path: source, found: (older) => node.copied.push(older) });
    });
  }
  return head;
}

const orRoot = (parents: readonly string[] = []): readonly (string | undefined)[] =>
  parents.length > 0 ? parents : [undefined];

interface TouchingCommit {
  readonly commit: string;
  /** The nearest commits before that touched the file too. */
  readonly parents: readonly string[];
}

/** The commits that touched a file on the way to its version in `start`, the newest first. */
function touchingCommits(cwd: string, start: string, path: string): TouchingCommit[] {
  return revisionLists(git(cwd, ['rev-list', '--topo-order', '--parents', start, '--', path])).map(
    ([commit = '', ...parents]) => ({ commit, parents }),
  );
}

/** The parents as recorded, or none where a shallow clone is cut. */
function realParents(cwd: string, commits: readonly string[]): Map<string, readonly string[]> {
  if (commits.length === 0) return new Map();
  const output = git(
    cwd,
    ['rev-list', '--no-walk=unsorted', '--parents', '--stdin'],
    `${commits.join('\n')}\n`,
  );
  return new Map(revisionLists(output).map(([commit = '', ...parents]) => [commit, parents]));
}

const revisionLists = (output: Buffer): string[][] =>
  output
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));

/** Each node behind all that it was made from; where that leaves a choice, the one committed first. */
function inOrder(cwd: string, head: Node): FileVersion[] {
  const sourcesOf = ({ parents, copied }: Node): Node[] => [...present(parents), ...present(copied)];
  const waitingFor = new Map<Node, number>([[head, 0]]);
  for (const node of waitingFor.keys())
    for (const source of sourcesOf(node)) waitingFor.set(source, (waitingFor.get(source) ?? 0) + 1);
  const nodes = [...waitingFor.keys()];
  const commits = new Map(
    readCommits(cwd, [...new Set(nodes.map(({ commit }) => commit))]).map((commit) => [commit.id, commit]),
  );
  const commitOf = (node: Node): Commit => commits.get(node.commit)!;
  const newestFirst: Node[] = [];
  const ready = [head];
  for (let next = ready.pop(); next; next = ready.pop()) {
    newestFirst.push(next);
    for (const source of sourcesOf(next)) {
      const left = waitingFor.get(source)! - 1;
      waitingFor.set(source, left);
      if (left === 0) ready.push(source);
    }
    ready.sort((a, b) => commitOf(a).time - commitOf(b).time || (commitOf(a).id < commitOf(b).id ? -1 : 1));
  }
  const ordered = newestFirst.reverse();
  const positions = new Map(ordered.map((node, i) => [node, i]));
  const positionsOf = (found: Node['parents']): number[] =>
    [...new Set(present(found))].map((node) => positions.get(node)!);
  return ordered.map((node) => ({
    ...commitOf(node),
    path: node.path,
    blob: node.blob,
    parents: positionsOf(node.parents),
    copied: positionsOf(node.copied),
  }));
}

const present = (nodes: readonly (Node | undefined)[]): Node[] => nodes.filter((node) => node !== undefined);
