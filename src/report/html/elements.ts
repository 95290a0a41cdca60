import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toldApart } from '../findings.ts';
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

/** Two cells of a table: what went, and what came. */
export function wordingCells(was: string, is: string): ElementContent[] {
  const [old, newer] = toldApart(was, is);
  return [
    h('td', { dir: 'auto' }, old === '' ? '' : h('del', words(old))),
    h('td', { dir: 'auto' }, newer === '' ? '' : h('ins', words(newer))),
  ];
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
