import { compare } from '../../compare/compare.ts';
import { chainOf } from '../../compare/compare-all.ts';
import type { Comparison } from '../../compare/comparison.ts';
import type { CompareOptions } from '../../compare/options.ts';
import type { Draft } from '../../draft/draft.ts';
import { kindText, pairText } from '../../report/findings.ts';
import { measureFor, shownTexts } from '../../report/measure.ts';
import { placeOf, rankedFindings } from '../../report/ranked-findings.ts';
import { USUAL } from '../../report/selection.ts';
import { oneLine } from '../../report/visible.ts';
import type { Engine, Pair, ReportRequest, StepSummary, ThreadCell } from '../../tui/engine.ts';
import { UsageError } from '../program.ts';
import { writeFile } from '../write-file.ts';
import type { DraftSource } from './draft-source.ts';

/** Comparisons kept at once; the timeline of a long history makes many. */
const MAX_KEPT = 40;
/** Findings told for a step of a chain. */
const MAX_FINDINGS = 12;

/** Reads and compares drafts, each once as long as it does not change. */
export function createDraftEngine(
  open: () => Promise<DraftSource>,
  words: CompareOptions,
  cwd: string,
): Omit<Engine, 'cancel' | 'close'> {
  let source: Promise<DraftSource> | undefined;
  const drafts = new Map<number, Promise<Draft>>();
  const comparisons = new Map<string, Promise<Comparison>>();

  const sourceOf = (): Promise<DraftSource> => {
    source ??= open();
    return source;
  };
  const draftOf = (index: number): Promise<Draft> => {
    const known = drafts.get(index);
    if (known) return known;
    const draft = sourceOf().then(({ read }) => read(index));
    drafts.set(index, draft);
    draft.catch(() => drafts.delete(index));
    return draft;
  };
  const compareOf = (pair: Pair): Promise<Comparison> => {
    const key = pair.join();
    const known = comparisons.get(key);
    const comparison =
      known ??
      Promise.all(pair.map(draftOf)).then(([older, newer]) => compare(older as Draft, newer as Draft, words));
    comparisons.delete(key);
    comparisons.set(key, comparison);
    comparison.catch(() => comparisons.delete(key));
    for (const old of [...comparisons.keys()].slice(0, -MAX_KEPT)) comparisons.delete(old);
    return comparison;
  };

  return {
    open: async () => (await sourceOf()).infos,
    compare: compareOf,
    step: async (newer) => summarised(await compareOf([newer - 1, newer])),
    thread: async (draft, clause) => {
      const count = (await sourceOf()).infos.length;
      return threadCells(compareOf, count, draft, clause);
    },
    report: async (request) => {
      const drafts = await Promise.all(request.pair.map(draftOf));
      await writeReport(request, drafts, await compareOf(request.pair), cwd);
      return request.file;
    },
    forget: (index) => {
      drafts.delete(index);
      for (const key of comparisons.keys())
        if (key.split(',').includes(String(index))) comparisons.delete(key);
    },
  };
}

function summarised(comparison: Comparison): StepSummary {
  const findings = rankedFindings(comparison, USUAL).slice(0, MAX_FINDINGS);
  return {
    summary: comparison.summary,
    clauses: comparison.new.clauses,
    findings: findings.map(({ change, link }) => {
      const place = oneLine(placeOf(link.new.length > 0 ? link.new : link.old));
      return `${place}  ${kindText(change)}: ${pairText(change.old, change.new)}`;
    }),
  };
}

/**
 * A clause followed from one draft to both ends of the chain, through moves, splits and merges.
 *
 * @param count of drafts
 */
async function threadCells(
  compareOf: (pair: Pair) => Promise<Comparison>,
  count: number,
  draft: number,
  clause: number,
): Promise<ThreadCell[]> {
  const cells: ThreadCell[] = Array.from({ length: count }, () => ({ clauses: [], links: [] }));
  let wanted = new Set([clause]);
  for (let newer = draft + 1; newer < count && wanted.size > 0; newer++) {
    const links = (await compareOf([newer - 1, newer])).links.filter(({ old }) =>
      old.some(({ index }) => wanted.has(index)),
    );
    const clauses = links.flatMap((link) => link.new);
    cells[newer] = { clauses, links };
    wanted = new Set(clauses.map(({ index }) => index));
  }
  wanted = new Set([clause]);
  for (let newer = draft; newer > 0; newer--) {
    const links = (await compareOf([newer - 1, newer])).links.filter((link) =>
      link.new.some(({ index }) => wanted.has(index)),
    );
    cells[newer] = {
      clauses: links.flatMap((link) => link.new.filter(({ index }) => wanted.has(index))),
      links,
    };
    const older = links.flatMap(({ old }) => old);
    cells[newer - 1] = { clauses: older, links: [] };
    wanted = new Set(older.map(({ index }) => index));
    if (wanted.size === 0) break;
  }
  return cells;
}

/** @throws {UsageError} if no format has the file's ending, or it cannot be written */
async function writeReport(
  { file, filter, marks }: ReportRequest,
  drafts: readonly Draft[],
  comparison: Comparison,
  cwd: string,
): Promise<void> {
  const { FORMATS, formatOfFile } = await import('../../report/formats.ts');
  const format = formatOfFile(file);
  if (!format) {
    const endings = FORMATS.flatMap((known) => known.endings).join(', ');
    throw new UsageError(`${file}: no format has this ending; it takes ${endings}`);
  }
  const content = await format.write({
    chain: chainOf([comparison]),
    options: {
      ...USUAL,
      only: [...filter.classes],
      directions: [...filter.directions],
      title: undefined,
      author: undefined,
      date: undefined,
      brief: false,
      synopsis: false,
      comments: true,
      deletions: 'strike',
      legend: undefined,
      marks,
    },
    measure: await measureFor(drafts.flatMap(shownTexts)),
  });
  writeFile(file, cwd, content);
}
