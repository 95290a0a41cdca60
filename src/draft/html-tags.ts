/** What an HTML element does to the text in it, for a reader of the page: strikes it out, or hides it. */
export type TagEffect = 'delete' | 'hidden';

export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** Whether it has no content, and so no end. */
  readonly isVoid: boolean;
  readonly effect: TagEffect | undefined;
}

const TAG = /^<(\/?)([a-z][a-z0-9-]*)((?:\s[\s\S]*?)?)\/?>$/i;

export function readTag(source: string): Tag | undefined {
  const [, slash = '', printed, attributes = ''] = TAG.exec(source) ?? [];
  if (printed === undefined) return undefined;
  const name = printed.toLowerCase();
  const closes = slash !== '';
  return { name, closes, isVoid: VOID.test(name), effect: closes ? undefined : effectOf(name, attributes) };
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const STRUCK = /^(?:del|s|strike)$/;
/** Their content is no part of the page. */
const UNSHOWN = /^(?:script|style|template|datalist|head|title)$/;

function effectOf(name: string, printed: string): TagEffect | undefined {
  const attributes = readAttributes(printed);
  const style = readStyle(attributes.get('style') ?? '');
  if (UNSHOWN.test(name) || attributes.has('hidden') || (name === 'dialog' && !attributes.has('open')))
    return 'hidden';
  if (name === 'font' && isPaper(attributes.get('color')?.toLowerCase() ?? '')) return 'hidden';
  if (isHiding(style)) return 'hidden';
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  return STRUCK.test(name) || /line-through/.test(lines) ? 'delete' : undefined;
}

function readAttributes(printed: string): ReadonlyMap<string, string> {
  const found = printed.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );
}

const readStyle = (printed: string): ReadonlyMap<string, string> =>
  new Map(
    withoutComments(printed.toLowerCase())
      .split(';')
      .map((declaration) => {
        const [name = '', ...value] = declaration.split(':');
        return [name.trim(), value.join(':').replace('!important', '').trim()] as const;
      }),
  );

const withoutComments = (style: string): string =>
  style
    .split('/*')
    .map((part, i) => {
      const end = part.indexOf('*/');
      return i === 0 ? part : end < 0 ? '' : part.slice(end + '*/'.length);
    })
    .join('');

/** No size at all, in whatever unit. */
const isNothing = (value = ''): boolean => {
  const [, size] = /^\+?([\d.]+)(?:[a-z]+|%)?$/.exec(value) ?? [];
  return size !== undefined && Number(size) === 0;
};

/** Further out than any page is wide, in whatever unit. */
const FAR_OUT = /^-\d{3,}/;

/** The usual ways to write what nobody sees; a style sheet elsewhere may know others. */
function isHiding(style: ReadonlyMap<string, string>): boolean {
  const is = (name: string, pattern: RegExp): boolean => pattern.test(style.get(name) ?? '');
  const background = style.get('background-color') ?? style.get('background');
  const color = style.get('color');
  return (
    is('display', /^none$/) ||
    is('visibility', /^(?:hidden|collapse)$/) ||
    is('content-visibility', /^hidden$/) ||
    isNothing(style.get('opacity')) ||
    isNothing(style.get('font-size')) ||
    is('font', /(?:^|\s)0(?:[a-z]+|%)?(?:\/|\s)/) ||
    is('transform', /scale[xy3d]*\(0/) ||
    is('clip-path', /inset\((?:50|100)%/) ||
    is('clip', /rect\((?:0|1)(?:px)?[ ,]/) ||
    is('text-indent', FAR_OUT) ||
    is('left', FAR_OUT) ||
    is('right', FAR_OUT) ||
    is('top', FAR_OUT) ||
    (is('overflow', /^(?:hidden|clip)$/) &&
      ['width', 'height', 'max-width', 'max-height'].some((name) => isNothing(style.get(name)))) ||
    is('-webkit-text-fill-color', /^transparent$/) ||
    (color !== undefined && (background === undefined ? isPaper(color) : color === background))
  );
}

/** White, or nothing: what does not stand out from a page. */
function isPaper(color: string): boolean {
  if (/^(?:white|transparent|#fff|#ffffff|#[0-9a-f]{3}0|#[0-9a-f]{6}00)$/.test(color)) return true;
  const [first, second, third, alpha] = color.match(/[\d.]+%?/g) ?? [];
  if (alpha !== undefined && Number.parseFloat(alpha) === 0) return true;
  if (color.startsWith('rgb'))
    return [first, second, third].every((part) => part === '255' || part === '100%');
  return color.startsWith('hsl') && third === '100%';
}
