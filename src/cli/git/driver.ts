import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../compare/compare.ts';
import { decodeDraft } from '../../draft/decode.ts';
import { type Draft, DraftError } from '../../draft/draft.ts';
import { parseDraft } from '../../draft/parse-draft.ts';
import { measureFor, shownTexts } from '../../report/measure.ts';
import { USUAL } from '../../report/selection.ts';
import { textReport } from '../../report/text.ts';
import { oneLine } from '../../report/visible.ts';
import { isMarkdown } from '../../util/is-markdown.ts';
import { statOf } from '../../util/stat-of.ts';
import { loadConfig, wordsOf } from '../config.ts';
import { type Program, UsageError } from '../program.ts';
import { readDraftAs } from '../read-draft.ts';
import { choosePainter, chooseWidth } from '../terminal.ts';

/** What git names a side that is not there. */
const NOTHING = '/dev/null';

/**
 * What git asks of a diff driver: `path old-file old-hex old-mode new-file new-hex new-mode`, after a rename also the new
 * path and a header, and the path alone where it is unmerged. Nothing that goes wrong may end git's own command, so every
 * trouble is a line of the output.
 */
export async function runDriver(program: Program, args: readonly string[]): Promise<void> {
  const [path = '', oldFile, , , newFile, , , newPath = path] = args;
  if (args.length === 1) program.stdout.write(`* Unmerged path ${oneLine(path)}\n`);
  else if (oldFile === undefined || newFile === undefined)
    throw new UsageError('git driver is called by git, with 1, 7 or 9 arguments');
  else await printDifference(program, { file: oldFile, name: path }, { file: newFile, name: newPath });
}

/** Two files, or two folders, whose drafts of the same name are compared. */
export async function runDifftool(program: Program, older: string, newer: string): Promise<void> {
  const isFolder = (path: string): boolean => statOf(path)?.isDirectory() ?? false;
  if (!isFolder(older) || !isFolder(newer)) {
    await printDifference(program, { file: older, name: older }, { file: newer, name: newer });
    return;
  }
  const names = new Set([older, newer].flatMap(draftsIn));
  for (const name of [...names].sort()) {
    const side = (folder: string) => {
      const file = join(folder, name);
      return { file: statOf(file) ? file : NOTHING, name };
    };
    await printDifference(program, side(older), side(newer));
  }
}

const draftsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).map(String).filter(isMarkdown);

interface Side {
  readonly file: string;
  readonly name: string;
}

async function printDifference(program: Program, older: Side, newer: Side): Promise<void> {
  try {
    program.stdout.write(await difference(program, older, newer));
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] as string;
    program.stdout.write(
      `${oneLine(newer.name)}: not compared by clausediff: ${oneLine(reason)}; see git diff --no-ext-diff\n`,
    );
  }
}

async function difference(program: Program, older: Side, newer: Side): Promise<string> {
  const { cwd } = program;
  const [old, now] = [readSide(older, 'a', cwd), readSide(newer, 'b', cwd)];
  const comparison = compare(old, now, wordsOf(await loadConfig(cwd)));
  const measure = await measureFor([...shownTexts(old), ...shownTexts(now)]);
  const text = textReport(comparison, {
    ...USUAL,
    marks: new Map(),
    sideBySide: false,
    width: chooseWidth(undefined, program),
    painter: choosePainter(undefined, program),
    measure,
  });
  return `${text}\n`;
}

function readSide({ file, name }: Side, prefix: string, cwd: string): Draft {
  if (file === NOTHING) return parseDraft('', NOTHING);
  return readDraftAs(file, `${prefix}/${name}`, cwd);
}

/**
 * A draft for git to compare by lines: one clause a line, without its number, so that what is only wrapped or numbered
 * otherwise is the same. What is no draft is given as it is.
 */
export function textOfClauses(bytes: Uint8Array): string | Uint8Array {
  try {
    const { clauses } = parseDraft(decodeDraft(bytes, 'text'), 'text');
    return clauses.map(({ text, type }) => `${type === 'section' ? '# ' : ''}${oneLine(text)}\n`).join('\n');
  } catch (error) {
    if (error instanceof DraftError) return bytes;
    throw error;
  }
}
