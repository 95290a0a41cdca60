import type { Nodes, Root } from 'mdast';
import { frontMatterEnd, type MarginChunk, splitAtMargin } from './margin-chunks.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlain } from './plain-markdown.ts';
import { limitMarkup } from './plain-marks.ts';

/** A part of the source that parses alone as it does in its place. */
export interface Chunk {
  readonly root: Root;
  /** Lines of the source before it. */
  readonly linesBefore: number;
  /** How many of its paragraphs have too much markup and were read as plain text. */
  readonly plainParagraphs: number;
}

type Parsed = Omit<Chunk, 'linesBefore'>;

/**
 * Parses a draft in chunks and remembers those of the draft before: two successive drafts share most of their
 * paragraphs, so the second costs little.
 */
export function parseChunks(source: string): Chunk[] {
  const texts = splitAtMargin(source);
  const parsed = new Map<string, Parsed>();
  const remember = (key: string, parse: () => Parsed): Parsed => {
    const found = parsed.get(key) ?? lastDraft.get(key) ?? parse();
    parsed.set(key, found);
    return found;
  };
  const isFrontMatter = (i: number): boolean => i === 0 && frontMatterEnd(source) > 0;
  const alone = texts.map((chunk, i) => {
    const { text } = chunk;
    return isFrontMatter(i)
      ? remember(`^${text}`, () => ({
          root: parsePlain(text, true) ?? parseMarkdown(text, true),
          plainParagraphs: 0,
        }))
      : remember(` ${text}`, () => parseAlone(chunk));
  });
  const definitions = alone.map(({ root }, i) => new Set(definitionsIn(root, texts[i]!.text)));
  const defined = new Set(definitions.flatMap((names) => [...names]));
  let linesBefore = 0;
  const chunks = texts.map((chunk, i): Chunk => {
    const own = alone[i] as Parsed;
    const isDefinedElsewhere = (label: string): boolean => defined.has(label) && !definitions[i]?.has(label);
    const labels = defined.size > 0 && !isFrontMatter(i) ? labelsIn(chunk).filter(isDefinedElsewhere) : [];
    const read =
      labels.length === 0
        ? own
        : remember(`[${labels.join('\n')}]${chunk.text}`, () => parseBehind(labels, chunk));
    const prefix = labels.length === 0 ? 0 : labels.length + 1;
    const placed = { ...read, linesBefore: linesBefore - prefix };
    linesBefore += chunk.text.match(/\r\n?|\n/g)?.length ?? 0;
    return placed;
  });
  lastDraft = parsed;
  return chunks;
}

/** The chunks of the draft read last, and no more, so that memory stays bounded. Roots are never changed. */
let lastDraft: ReadonlyMap<string, Parsed> = new Map();

function parseAlone(chunk: MarginChunk): Parsed {
  const root = chunk.verbatim ? undefined : parsePlain(chunk.text);
  return root ? { root, plainParagraphs: 0 } : parseLimited(chunk, '');
}

/** Parses a chunk with the definitions of others in front of it, which make its `[labels]` references. */
function parseBehind(labels: readonly string[], chunk: MarginChunk): Parsed {
  const prefix = `${labels.map((label) => `[${label}]: #\n`).join('')}\n`;
  const { root, plainParagraphs } = parseLimited(chunk, prefix);
  return { root: { ...root, children: root.children.slice(labels.length) }, plainParagraphs };
}

function parseLimited({ text, verbatim }: MarginChunk, prefix: string): Parsed {
  const limited = verbatim ? undefined : limitMarkup(text);
  if (!limited) return { root: parseMarkdown(prefix + text, false), plainParagraphs: 0 };
  const root = parseMarkdown(prefix + limited.text, false);
  limited.restore(root);
  return { root, plainParagraphs: limited.paragraphs };
}

/** The names of the link definitions in a chunk, wherever they stand in it. */
function definitionsIn(root: Root, text: string): string[] {
  if (!text.includes(']:')) return [];
  const found: string[] = [];
  const nodes: Nodes[] = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'definition') found.push(node.identifier);
    else if ('children' in node && node.type !== 'paragraph')
      for (const child of node.children) nodes.push(child);
  }
  return found;
}

/** Longest label of a link, in UTF-16 units, as CommonMark says. */
const MAX_LABEL = 999;

/** All that may be the label of a reference, as definitions are named. */
function labelsIn({ text, verbatim }: MarginChunk): string[] {
  if (verbatim || !text.includes('[')) return [];
  const found = new Set<string>();
  let start = -1;
  for (const { 0: sign, index } of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (sign === '[') start = index + 1;
    if (sign !== ']') continue;
    if (start >= 0 && index - start <= MAX_LABEL) found.add(normalised(text.slice(start, index)));
    start = -1;
  }
  return [...found];
}

/** Case and blanks do not tell labels apart. */
const normalised = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
