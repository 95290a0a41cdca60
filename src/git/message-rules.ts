import { git, tryGit } from './run-git.ts';

/** How git reads the file of a commit message. */
export interface MessageRules {
  /** What begins a comment; undefined for `auto`, where git takes a sign that begins no line of the message. */
  readonly comment: string | undefined;
  /** `commit.cleanup`. */
  readonly cleanup: string;
  /** What may stand between the name of a trailer and its value. */
  readonly separators: string;
  /** Names and keys of the trailers that are configured, one of which makes a block of trailers. */
  readonly tokens: readonly string[];
}

const KEYS = String.raw`^(core\.comment(char|string)|commit\.cleanup|trailer\..*)$`;
const TRAILER_PARTS = /^trailer\.(.+)\.(?:key|command|cmd|where|ifexists|ifmissing)$/;

/** Reads the rules from git's configuration; a program that it names for a trailer is not run. */
export function readMessageRules(cwd: string): MessageRules {
  const entries = tryGit(cwd, ['config', '-z', '--get-regexp', KEYS])
    .stdout.toString()
    .split('\0')
    .flatMap((entry) => {
      const [, key = '', value = ''] = /^([^\n]*)\n?(.*)$/s.exec(entry) ?? [];
      return key === '' ? [] : [[key, value] as const];
    });
  const last = (key: string): string | undefined => entries.findLast(([name]) => name === key)?.[1];
  return {
    comment: commentSign(cwd, entries),
    cleanup: last('commit.cleanup') ?? 'default',
    separators: last('trailer.separators') ?? ':',
    tokens: entries.flatMap(([key, value]) => {
      const [, name] = TRAILER_PARTS.exec(key) ?? [];
      if (name === undefined) return [];
      return key.endsWith('.key') ? [name, value] : [name];
    }),
  };
}

/** Which settings there are and which one counts is a matter of git's version, so git is asked by an example. */
function commentSign(cwd: string, entries: readonly (readonly [string, string])[]): string | undefined {
  const set = entries.findLast(([key]) => key.startsWith('core.comment'));
  if (set === undefined) return '#';
  if (set[1] === 'auto') return undefined;
  return git(cwd, ['stripspace', '--comment-lines'], 'x\n').toString().replace(/ x\n$/, '');
}

/** Git's choice for `auto`, in its order. */
const CANDIDATES = ['#', ';', '@', '!', '$', '%', '^', '&', '|', ':'];

/** The line under which git throws everything away. */
const cutLine = (comment: string): string =>
  `${comment} ------------------------ >8 ------------------------`;
const CUT_LINES = new Set(CANDIDATES.map(cutLine));

/**
 * The sign of comments in a message. For `auto` it is that of the last line where git wrote its hints for one who edits
 * the message, otherwise the first that begins no line.
 */
export function commentIn(message: string, { comment }: MessageRules, isEdited: boolean): string {
  if (comment !== undefined) return comment;
  const lines = message.split('\n');
  const cut = lines.findIndex((line) => CUT_LINES.has(line));
  const last = lines.slice(0, cut < 0 ? undefined : cut + 1).findLast((line) => line.trim() !== '') ?? '';
  const written = CANDIDATES.find((sign) => last === sign || (/^.[ \t]/.test(last) && last.startsWith(sign)));
  const free = CANDIDATES.find((sign) => !lines.some((line) => line.startsWith(sign)));
  return (isEdited ? written : undefined) ?? free ?? '#';
}

/** Where the line begins under which git throws everything away; the end of the message if there is none. */
export function cutAt(message: string, comment: string): number {
  const line = `${cutLine(comment)}\n`;
  if (message.startsWith(line)) return 0;
  const at = message.indexOf(`\n${line}`);
  return at < 0 ? message.length : at + 1;
}
