import { cutAt } from './message-rules.ts';

/**
 * Adds comments to a commit message that is going to be edited, where git takes them out again.
 *
 * @param lines already with their sign, the first of which tells whether they are there
 * @param cleanup what git does with the message: `default` and `strip` take comments out, `scissors` only what is under
 * the cut line, all others nothing
 * @returns undefined if there is no such place
 */
export function addComments(
  message: string,
  lines: readonly string[],
  comment: string,
  cleanup: string,
): string | undefined {
  const [head = ''] = lines;
  if (message.split('\n').includes(head)) return undefined;
  const cut = cutAt(message, comment);
  const text = `${lines.join('\n')}\n`;
  if (cleanup === 'default' || cleanup === 'strip') {
    const before = message.slice(0, cut);
    const isTogether = before.trimEnd().split('\n').at(-1)?.startsWith(comment) ?? false;
    const gap = isTogether ? `${comment}\n` : '\n';
    return `${before.replace(/\n*$/, '\n')}${gap}${text}${message.slice(cut)}`;
  }
  if (cleanup !== 'scissors' || cut === message.length) return undefined;
  const below = message.slice(cut).split('\n');
  const end = below.findIndex((line) => !line.startsWith(comment));
  return [
    ...[message.slice(0, cut) + below.slice(0, end).join('\n'), comment],
    ...[...lines, below.slice(end).join('\n')],
  ].join('\n');
}
