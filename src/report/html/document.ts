import { createHash } from 'node:crypto';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { STYLE } from './style.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Even if a text got through as markup, nothing in it would run and nothing would be fetched. */
const policy = (script: string): string =>
  `default-src 'none'; style-src ${sha256(STYLE)}; script-src ${script === '' ? "'none'" : sha256(script)}; base-uri 'none'; form-action 'none'`;

/** One file that needs nothing else. */
export const htmlDocument = (title: string, body: readonly ElementContent[], script = ''): string =>
  toHtml(
    {
      type: 'root',
      children: [
        { type: 'doctype' },
        h('html', { lang: 'en' }, [
          h('head', [
            h('meta', { charSet: 'utf-8' }),
            h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(script) }),
            h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            h('title', title),
            h('style', STYLE),
          ]),
          h('body', [...body, ...(script === '' ? [] : [h('script', script)])]),
        ]),
      ],
    },
    { allowDangerousCharacters: false },
  );
