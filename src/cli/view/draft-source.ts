import { resolve } from 'node:path';
import { decodeDraft } from '../../draft/decode.ts';
import { type Draft, DraftError } from '../../draft/draft.ts';
import { parseDraft } from '../../draft/parse-draft.ts';
import type { DraftInfo } from '../../tui/engine.ts';
import { statOf } from '../../util/stat-of.ts';
import { nameOf, readDraft } from '../read-draft.ts';

/** Which drafts a view shows; plain data, which can be sent to a worker. */
export type DraftRequest =
  | {
      readonly kind: 'drafts';
      /** As `readDraft` takes them, the oldest first. */
      readonly names: readonly string[];
      /** What can be read only once, by name: standard input and pipes. */
      readonly piped: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly kind: 'history'; readonly file: string; readonly range: string | undefined };

/** Successive drafts that are read when they are needed. */
export interface DraftSource {
  readonly infos: readonly DraftInfo[];
  read(draft: number): Promise<Draft>;
}

/** @throws {GitError} if a history cannot be read */
export async function openSource(request: DraftRequest, cwd: string): Promise<DraftSource> {
  if (request.kind === 'history') return openHistory(request.file, request.range, cwd);
  const { names, piped } = request;
  return {
    infos: names.map((name) => ({
      name: nameOf(name),
      note: '',
      file: fileOf(name, cwd),
    })),
    read: async (draft) => {
      const name = names[draft] as string;
      const bytes = piped.get(name);
      return bytes ? parseDraft(decodeDraft(bytes, nameOf(name)), nameOf(name)) : readDraft(name, cwd);
    },
  };
}

function fileOf(name: string, cwd: string): string | undefined {
  if (name === '-') return undefined;
  const path = resolve(cwd, name);
  return statOf(path)?.isFile() ? path : undefined;
}

async function openHistory(file: string, range: string | undefined, cwd: string): Promise<DraftSource> {
  const { mainLine, readVersions, SHORT } = await import('../file-versions.ts');
  const { shallowNote } = await import('../../git/shallow-note.ts');
  const versions = mainLine(cwd, file, { range });
  if (versions.length < 2)
    throw new DraftError(
      `${file}: has only one version in git${range === undefined ? '' : ' there'}; nothing to compare`,
    );
  const cut = shallowNote(cwd);
  return {
    infos: versions.map(({ id, date, author, subject }, i) => ({
      name: id.slice(0, SHORT),
      note: `${date.slice(0, 10)} ${author}: ${subject}${i === 0 && cut ? ` (${cut})` : ''}`,
      file: undefined,
    })),
    read: async (draft) => {
      const [read] = readVersions(cwd, versions.slice(draft, draft + 1));
      if (!read) throw new DraftError(`${file}: there is no version ${draft}`);
      return read;
    },
  };
}
