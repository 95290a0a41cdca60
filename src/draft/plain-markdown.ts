import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';

/**
 * Reads the Markdown that most of a draft consists of, paragraphs, headings and lists without any markup in their
 * text, many times faster than the parser does:
 *
 *     4. … the following principles:        a list item that holds two paragraphs
 *
 *         a) no outcome can be regarded …
 *
 * It accepts only what certainly means the same to the parser, which reads everything else. A property test holds
 * the two against each other.
 *
 * @param frontMatter whether the chunk begins with front matter
 * @returns what the parser would give, with lines and columns but without offsets; undefined if it is not that plain
 */
export function parsePlain(chunk: string, frontMatter = false): Root | undefined {
  if (frontMatter) return parseFrontMatter(chunk);
  const lines = chunk.replace(/(?<!\n)\n+$/, '').split('\n');
  const [first = ''] = lines;
  if (lines.length === 1 && RULE.test(first)) {
    return rootOf([{ type: 'thematicBreak', position: position(1, 0, 1, first.length) }]);
  }
  if (first.startsWith('[') && lines.every((line) => DEFINITION.test(line)))
    return rootOf(definitions(lines));
  const [mark = '', name] = FOOTNOTE.exec(first) ?? [];
  if (MARKUP.test(chunk.slice(mark.length))) return undefined;
  if (name !== undefined) return rootOf(footnote(lines, mark.length, name));
  if (first.startsWith('#')) return rootOf(heading(lines));
  return rootOf(MARKER.test(first) ? list(lines) : paragraphs(lines, 0));
}

const rootOf = (children: RootContent[] | undefined): Root | undefined =>
  children && { type: 'root', children };

/**
 * What may be more than text anywhere: escapes, emphasis, code, HTML and autolinks, tables, struck text, links, images
 * and definitions, entities, tabs, carriage returns, blanks at the end of a line.
 */
const MARKUP = /[\\*_`<|~\t\r\0]|\]\(|\]:|!\[|&[#\w]| $/m;
/** What may begin another block, or underline a heading. */
const BLOCK_START = /^(?:[-+>#=]|\d{1,9}[.)](?: |$))/;
const RULE = /^(?:\*(?: ?\*){2,}|-(?: ?-){2,}|_(?: ?_){2,})$/;
/** A link definition without escapes, entities and a title. */
const DEFINITION = /^\[([\w .-]*[\w.-])\]: ([\w.:/#?=%+,;@~-]+)$/;
const FOOTNOTE = /^\[\^([\w.-]+)\]: (?=[^ ])/;
const MARKER = /^([-+]|(\d{1,9})[.)]) {1,4}(?! )/;

function parseFrontMatter(chunk: string): Root | undefined {
  const lines = chunk.replace(/(?<!\n)\n+$/, '').split('\n');
  const [fence, last] = [lines[0], lines.at(-1)];
  if (lines.length < 2 || (fence !== '---' && fence !== '+++') || last !== fence) return undefined;
  const value = lines.slice(1, -1).join('\n');
  if (chunk.includes('\r') || /^(?:---|\+\+\+)[ \t]*$/m.test(value)) return undefined;
  const node = { type: fence === '---' ? 'yaml' : 'toml', value, position: position(1, 0, lines.length, 3) };
  return { type: 'root', children: [node as RootContent] };
}

function definitions(lines: readonly string[]): RootContent[] {
  return lines.map((line, i) => {
    const [, label = '', url = ''] = DEFINITION.exec(line) ?? [];
    const identifier = label.trim().replace(/ +/g, ' ').toLowerCase();
    return { type: 'definition', identifier, label, url, position: position(i + 1, 0, i + 1, line.length) };
  });
}

/** A footnote of one paragraph. */
function footnote(lines: readonly string[], mark: number, name: string): RootContent[] | undefined {
  const [first = '', ...others] = lines;
  const children = paragraphs([' '.repeat(mark) + first.slice(mark), ...others], 0);
  if (children?.length !== 1) return undefined;
  const where = { start: { line: 1, column: 1 }, end: children[0]!.position!.end };
  return [
    { type: 'footnoteDefinition', identifier: name.toLowerCase(), label: name, children, position: where },
  ];
}

function heading(lines: readonly string[]): RootContent[] | undefined {
  const [line = ''] = lines;
  const match = /^(#{1,6}) +(?=[^ #])/.exec(line);
  if (!match || lines.length > 1 || line.endsWith('#')) return undefined;
  const [{ length: start }, { length: depth }] = match as unknown as [string, string];
  const text = {
    type: 'text',
    value: line.slice(start),
    position: position(1, start, 1, line.length),
  } as const;
  return [{ type: 'heading', depth: depth as 1, children: [text], position: position(1, 0, 1, line.length) }];
}

/** Items with one kind of marker, each at the margin. */
function list(lines: readonly string[]): RootContent[] | undefined {
  const starts = lines.flatMap((line, i) => (MARKER.test(line) ? [i] : []));
  const kindOf = (line: string): string => (MARKER.exec(line)?.[1] ?? '').slice(-1);
  const [first = ''] = lines;
  const items: ListItem[] = [];
  for (const [nth, start] of starts.entries()) {
    const line = lines[start] as string;
    if (kindOf(line) !== kindOf(first)) return undefined;
    const [marker] = MARKER.exec(line) as RegExpExecArray;
    const own = [
      ' '.repeat(marker.length) + line.slice(marker.length),
      ...lines.slice(start + 1, starts[nth + 1]),
    ];
    const children = paragraphs(own, marker.length, start);
    const end = children?.at(-1)?.position?.end;
    if (!children || !end) return undefined;
    items.push({ type: 'listItem', children, position: { start: { line: start + 1, column: 1 }, end } });
  }
  const end = items.at(-1)?.position?.end;
  if (!end) return undefined;
  const ordered = /\d/.test(first[0] as string);
  const node: List = {
    type: 'list',
    ordered,
    children: items,
    position: { start: { line: 1, column: 1 }, end },
  };
  return [node];
}

/**
 * Paragraphs between blank lines.
 *
 * @param indent columns that each must be indented by at least, to stand in its list item
 * @param before lines before these in the chunk
 */
function paragraphs(lines: readonly string[], indent: number, before = 0): Paragraph[] | undefined {
  const found: Paragraph[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (lines[from] === '') continue;
    let to = from;
    while (to < lines.length && lines[to] !== '') to++;
    const texts = lines.slice(from, to).map((line) => line.replace(/^ +/, ''));
    const [first = '', last = ''] = [lines[from], lines[to - 1]];
    const column = first.length - (texts[0] as string).length;
    if (column < indent || texts.some((text) => BLOCK_START.test(text))) return undefined;
    const where = position(before + from + 1, column, before + to, last.length);
    const text = { type: 'text', value: texts.join('\n'), position: where } as const;
    found.push({ type: 'paragraph', children: [text], position: where });
    from = to;
  }
  return found.length > 0 ? found : undefined;
}

/** Lines from 1, columns from 0. */
const position = (
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
): NonNullable<Root['position']> => ({
  start: { line, column: column + 1 },
  end: { line: endLine, column: endColumn + 1 },
});
