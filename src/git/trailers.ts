import { cutAt, type MessageRules } from './message-rules.ts';

/** What git itself writes at the end of a message; one of these makes a block of trailers too. */
const GENERATED = ['Signed-off-by: ', '(cherry picked from commit '];

/**
 * Sets the trailers of one key in a commit message: those that are there go, these come last in the block of trailers,
 * before comments and what git cuts off. The block is where git looks for it. An empty message stays empty, so that git
 * does not commit.
 *
 * @param trailers whole lines
 * @param comment what begins a comment in this message
 */
export function setTrailers(
  message: string,
  key: string,
  trailers: readonly string[],
  comment: string,
  rules: Pick<MessageRules, 'separators' | 'tokens'>,
): string {
  if (isEmpty(message, comment)) return message;
  const whole = message.endsWith('\n') ? message : `${message}\n`;
  const lines = linesOf(whole);
  const end = endOfText(whole, comment);
  const start = startOfTrailers(lines.slice(0, end), comment, rules);
  const kept = withoutKey(lines.slice(start, end), key, rules.separators);
  if (trailers.length === 0 && kept.length === end - start) return message;
  while (isBlank(kept.at(-1) ?? 'trailer')) kept.pop();
  const before = lines.slice(0, start);
  const block = [...kept, ...trailers.map((line) => `${line}\n`)];
  // A blank line parts the block from the text; it goes where no block is left.
  if (block.length === 0) while (isBlank(before.at(-1) ?? 'text')) before.pop();
  else if (!isBlank(before.at(-1) ?? '')) before.push('\n');
  return [...before, ...block, ...lines.slice(end)].join('');
}

/** Each with its line feed. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const isBlank = (line: string): boolean => line.trim() === '';

function isEmpty(message: string, comment: string): boolean {
  return linesOf(message.slice(0, cutAt(message, comment))).every(
    (line) => isBlank(line) || line.startsWith(comment) || line.startsWith('Signed-off-by: '),
  );
}

/** Number of lines before the comments, blank lines and list of conflicts at the end of a message. */
function endOfText(message: string, comment: string): number {
  const lines = linesOf(message.slice(0, cutAt(message, comment)));
  let begin: number | undefined;
  let inConflicts = false;
  lines.forEach((line, i) => {
    if (line.startsWith(comment) || line === '\n') begin ??= i;
    else if (line === 'Conflicts:\n') {
      inConflicts = true;
      begin ??= i;
    } else if (!(inConflicts && line.startsWith('\t'))) {
      begin = undefined;
      inConflicts = false;
    }
  });
  return begin ?? lines.length;
}

/**
 * The first line of the last paragraph, if that is one of trailers: all its lines are, or one that git or the
 * configuration knows is among them and at least a quarter are. The first paragraph is the title. Without such a
 * paragraph, the number of lines.
 */
function startOfTrailers(
  lines: readonly string[],
  comment: string,
  { separators, tokens }: Pick<MessageRules, 'separators' | 'tokens'>,
): number {
  const blank = lines.findIndex((line) => !line.startsWith(comment) && isBlank(line));
  const endOfTitle = blank < 0 ? lines.length : blank;
  const counts = { trailers: 0, others: 0, continued: 0 };
  let isKnown = false;
  let onlyBlank = true;
  for (let i = lines.length - 1; i >= endOfTitle; i--) {
    const line = lines[i] as string;
    if (line.startsWith(comment)) {
      counts.others += counts.continued;
      counts.continued = 0;
      continue;
    }
    if (isBlank(line)) {
      if (onlyBlank) continue;
      counts.others += counts.continued;
      const isBlock = isKnown ? counts.trailers * 3 >= counts.others : counts.others === 0;
      return counts.trailers > 0 && isBlock ? i + 1 : lines.length;
    }
    onlyBlank = false;
    const token = tokenOf(line, separators);
    const isGenerated = GENERATED.some((prefix) => line.startsWith(prefix));
    if (isGenerated || token !== undefined) {
      counts.trailers++;
      counts.continued = 0;
      isKnown ||= isGenerated || tokens.some((known) => startsWithToken(known, token ?? ''));
    } else if (/^\s/.test(line)) counts.continued++;
    else {
      counts.others += 1 + counts.continued;
      counts.continued = 0;
    }
  }
  return lines.length;
}

const startsWithToken = (known: string, token: string): boolean =>
  known.toLowerCase().startsWith(token.toLowerCase());

/** The name before the separator: letters, digits and hyphens, then perhaps blanks. */
function tokenOf(line: string, separators: string): string | undefined {
  let hasBlank = false;
  for (const [i, sign] of [...line].entries()) {
    if (separators.includes(sign)) return i > 0 ? line.slice(0, i) : undefined;
    if (i > 0 && (sign === ' ' || sign === '\t')) hasBlank = true;
    else if (hasBlank || !/[A-Za-z0-9-]/.test(sign)) break;
  }
  return undefined;
}

/** The lines of a block without the trailers of a key and what continues them. */
function withoutKey(block: readonly string[], key: string, separators: string): string[] {
  let isOurs = false;
  return block.filter((line) => {
    if (!/^[ \t]/.test(line)) isOurs = tokenOf(line, separators)?.trim().toLowerCase() === key.toLowerCase();
    return !isOurs;
  });
}
