import type { Root } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import { parsePlain } from './plain-markdown.ts';

/** A part of the source that parses alone as it does in its place. */
export interface Chunk {
  readonly root: Root;
  /** Lines of the source before it. */
  readonly linesBefore: number;
}

/**
 * Parses a draft in chunks and remembers those of the draft before: two successive drafts share most of their
 * paragraphs, so the second costs little.
 *
 * A line that begins at the margin after a blank line ends every list item, quotation, table and footnote. Three
 * things reach further: link definitions, fenced code and raw HTML. A draft that has any of them is one chunk.
 */
export function parseChunks(source: string): Chunk[] {
  const texts = REACHES_FURTHER.test(source) ? [source] : splitAtMargin(source);
  const parsed = new Map<string, Root>();
  let linesBefore = 0;
  const chunks = texts.map((text) => {
    const frontMatter = linesBefore === 0 && frontMatterEnd(text) > 0;
    const key = frontMatter ? `^${text}` : text;
    const known = parsed.get(key) ?? lastDraft.get(key);
    const root = known ?? parsePlain(text, frontMatter) ?? parseMarkdown(text, frontMatter);
    parsed.set(key, root);
    const chunk = { root, linesBefore };
    linesBefore += text.match(/\r\n?|\n/g)?.length ?? 0;
    return chunk;
  });
  lastDraft = parsed;
  return chunks;
}

/** The chunks of the draft read last, and no more, so that memory stays bounded. Roots are never changed. */
let lastDraft: ReadonlyMap<string, Root> = new Map();

const REACHES_FURTHER = /^[ \t>*+\-\d.)]*(?:\[(?!\^[^\]\s]+\]:)[^\]\r\n]*\]:|```|~~~|<[!?/a-z])/im;

function splitAtMargin(source: string): string[] {
  const starts = [0];
  const margin = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n)))*(?=\S)/g;
  const from = frontMatterEnd(source);
  margin.lastIndex = from;
  for (let match = margin.exec(source); match; match = margin.exec(source)) starts.push(margin.lastIndex);
  return starts.map((start, i) => source.slice(start, starts[i + 1]));
}

/** Offset behind the front matter that a draft begins with, or 0. */
export function frontMatterEnd(source: string): number {
  const match = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)[\s\S]*?(?:\r\n?|\n)\1[ \t]*(?=\r|\n|$)/.exec(source);
  return match?.[0].length ?? 0;
}
