import { readObjects } from './blobs.ts';
import { GitError } from './git-error.ts';

/** Who committed what, as the commit itself records it: no mailmap and no setting changes it. */
export interface Commit {
  readonly id: string;
  readonly author: string;
  /** When it was written, as ISO 8601 in the author's own time zone. */
  readonly date: string;
  /** The first paragraph of the message, as one line. */
  readonly subject: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
}

/**
 * Reads commits from their objects. Whatever a name or a message holds, the parts stay apart: a header is one line, and
 * the message begins behind the first empty line (gitformat-commit in git's own documentation of objects).
 *
 * @throws {GitError} if one is missing or cannot be read
 */
export function readCommits(cwd: string, ids: readonly string[]): Commit[] {
  return readObjects(cwd, ids, 'commit').map((bytes, i) => readCommit(ids[i] as string, bytes));
}

function readCommit(id: string, bytes: Buffer): Commit {
  const text = decode(bytes, headerIn(bytes.toString('latin1'), 'encoding'));
  const author = readSignature(headerIn(text, 'author'));
  const committer = readSignature(headerIn(text, 'committer'));
  if (!author || !committer) throw new GitError(`git: the commit ${id} cannot be read`);
  const end = text.indexOf('\n\n');
  return {
    id,
    author: author.name,
    date: isoDate(author),
    subject: end < 0 ? '' : subjectOf(text.slice(end)),
    time: committer.seconds,
  };
}

/** Only a line feed ends a header: a regular expression would also take a carriage return for the end of a line. */
function headerIn(commit: string, name: string): string | undefined {
  const end = commit.indexOf('\n\n');
  const lines = (end < 0 ? commit : commit.slice(0, end)).split('\n');
  return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
}

/** In the encoding that the commit names; in UTF-8 if it names none, or one that is not known. */
function decode(bytes: Uint8Array, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

interface Signature {
  readonly name: string;
  readonly seconds: number;
  /** Minutes east of Greenwich. */
  readonly zone: number;
}

/** `Name <mail> 1740996000 +0100` */
function readSignature(header = ''): Signature | undefined {
  const match = /^([^<]*)<[^>]*> (-?\d{1,15}) ([-+])(\d\d)(\d\d)\d*$/.exec(header);
  if (!match) return undefined;
  const [, name = '', seconds, sign, hours, minutes] = match;
  const zone = Number(hours) * 60 + Number(minutes);
  return { name: name.trim(), seconds: Number(seconds), zone: sign === '-' ? -zone : zone };
}

function isoDate({ seconds, zone }: Signature): string {
  const local = new Date((seconds + zone * 60) * 1000);
  if (Number.isNaN(local.getTime())) return '1970-01-01T00:00:00+00:00';
  const [hours, minutes] = [Math.floor(Math.abs(zone) / 60), Math.abs(zone) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${local.toISOString().slice(0, -'.000Z'.length)}${zone < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function subjectOf(message: string): string {
  const [first = ''] = message.trim().split(/\n[^\S\n]*\n/);
  return first.replace(/\s*\n\s*/g, ' ');
}
