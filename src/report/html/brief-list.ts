import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Brief } from '../brief.ts';
import { words } from './elements.ts';

export const briefList = ({ parts }: Brief, level: 'h2' | 'h3'): ElementContent[] =>
  parts.flatMap(({ title, items, more }) => [
    h(level, title),
    h('ul.brief', [
      ...items.map(({ finding, old, new: newer, was, is }) =>
        h('li', [
          h('b', words(was === is ? is : `${was} → ${is}`)),
          ': ',
          ...(old === '' ? [] : [h('del', words(old))]),
          ...(old !== '' && newer !== '' ? [' → '] : []),
          ...(newer === '' ? [] : [h('ins', words(newer))]),
          ...(finding ? [h('span.why', [' (', words(finding.change.note), ')'])] : []),
        ]),
      ),
      ...(more > 0 ? [h('li', `and ${more} more`)] : []),
    ]),
  ]);
