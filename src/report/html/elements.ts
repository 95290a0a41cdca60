import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Run } from '../runs.ts';
import { oneLine, visible } from '../visible.ts';
import { href } from './anchors.ts';

export type Content = ElementContent | string;

/** Text of a draft: whatever direction it is written in, and nothing in it is markup. */
export const words = (text: string): ElementContent => h('bdi', visible(text));

/** Old and new wording with `ins` and `del`, whose meaning is also told to those who do not see them. */
export function marked(runs: readonly Run[]): ElementContent[] {
  return runs.map(({ text, tone }): ElementContent => {
    if (tone === 'insert') return h('ins', text);
    if (tone === 'delete') return h('del', text);
    if (tone === 'quiet') return h('span.break', text);
    return { type: 'text', value: text };
  });
}

export const linkTo = (id: string, ...content: Content[]): ElementContent =>
  h('a', { href: href(id) }, ...content);

export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly ElementContent[],
): ElementContent =>
  h('div.scroll', { tabIndex: 0, role: 'group', ariaLabel: caption }, [
    h('table', [
      h('caption', caption),
      h(
        'thead',
        h(
          'tr',
          head.map((name) => h('th', { scope: 'col' }, oneLine(name))),
        ),
      ),
      h('tbody', [...rows]),
    ]),
  ]);
