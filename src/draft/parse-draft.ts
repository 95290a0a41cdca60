import { BlockReader } from './block-reader.ts';
import { readBlocks } from './blocks.ts';
import { parseChunks } from './chunks.ts';
import type { ClauseDraft } from './clause-builder.ts';
import type { Clause, Draft, Mark } from './draft.ts';
import { sliceFlow } from './flow.ts';
import { NOTE_REFERENCE, withoutNotes } from './note-references.ts';
import { readPageFurniture } from './page-furniture.ts';
import { pathsOf } from './paths.ts';
import { setAsideOf } from './set-aside.ts';
import { limitNesting, MAX_DEPTH } from './shallow.ts';
import { SourceLines } from './source-lines.ts';

/**
 * Reads a Markdown draft into its clauses.
 *
 * @param source the text, decoded, without a byte-order mark
 * @param name what the draft is called in results and messages, usually its path
 * @returns the clauses in document order, and all that was set aside; never throws on any text
 */
export function parseDraft(source: string, name = 'draft'): Draft {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const shallow = limitNesting(text);
  const lines = new SourceLines(text, shallow.cut);
  const chunks = parseChunks(shallow.text);
  const { blocks, skipped, frontMatter } = readBlocks(chunks, text, lines);
  const reader = new BlockReader(lines, skipped);
  const readings = readPageFurniture(blocks);
  blocks.forEach((block, i) => {
    const reading = readings[i] as (typeof readings)[number];
    if (reading === 'text') reader.read(block);
    else reader.skip(block, reading);
  });

  const read = finish(reader.builder.clauses);
  const clauses = read.length > 0 ? read : onlyClause(text, lines);
  const flattened = shallow.flattenedLines + reader.builder.flattened;
  const plain = chunks.reduce((sum, chunk) => sum + chunk.plainParagraphs, 0);
  return {
    name,
    title: titleIn(frontMatter) || headingIn(clauses),
    source: text,
    clauses,
    setAside: read.length > 0 ? setAsideOf(text, lines, clauses, reader.skipped) : [],
    limits: [
      ...(flattened > 0 ? [`${name}: ${depthNote(flattened)}`] : []),
      ...(plain > 0 ? [`${name}: ${markupNote(plain)}`] : []),
    ],
  };
}

function finish(drafts: readonly ClauseDraft[]): Clause[] {
  const contents = drafts.map(readParts);
  const paths = pathsOf(
    drafts,
    contents.map((content) => content.text),
  );
  const children: number[][] = drafts.map(() => []);
  drafts.forEach((draft, i) => {
    if (draft.parent >= 0) children[draft.parent]?.push(i);
  });
  const citations = firstCitations(drafts);
  return drafts.map((draft, index) => ({
    index,
    type: draft.type,
    label: draft.label,
    path: paths[index] as string,
    ...(contents[index] as (typeof contents)[number]),
    lines: draft.lines,
    spans: draft.spans,
    parent: draft.parent,
    children: children[index] as number[],
    citedBy: draft.footnote === undefined ? -1 : (citations.get(draft.footnote) ?? -1),
  }));
}

const depthNote = (places: number): string =>
  `${places === 1 ? 'one place' : `${places} places`} nested deeper than ${MAX_DEPTH} levels read as ${MAX_DEPTH}`;

const markupNote = (paragraphs: number): string =>
  `${paragraphs === 1 ? 'one paragraph' : `${paragraphs} paragraphs`} with more markup than is read taken as plain text`;

/** A text of nothing but separators, furniture or the like is one clause: something must carry what differs. */
function onlyClause(source: string, lines: SourceLines): Clause[] {
  const text = source.replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  return [
    {
      index: 0,
      type: 'paragraph',
      label: undefined,
      path: '¶1',
      text,
      marks: [],
      lines: [1, lines.lineAt(source.trimEnd().length)],
      spans: [{ start: 0, endExclusive: source.length }],
      parent: -1,
      children: [],
      citedBy: -1,
    },
  ];
}

function readParts({ parts }: ClauseDraft): { text: string; marks: readonly Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  for (const part of parts) {
    const slice = sliceFlow(part.flow, part.start, part.endExclusive);
    if (text !== '' && slice.text !== '') text += ' ';
    for (const mark of slice.marks) {
      marks.push({ ...mark, start: mark.start + text.length, endExclusive: mark.endExclusive + text.length });
    }
    text += slice.text;
  }
  return { text, marks };
}

function firstCitations(drafts: readonly ClauseDraft[]): Map<string, number> {
  const citations = new Map<string, number>();
  drafts.forEach((draft, i) => {
    for (const { flow, start, endExclusive } of draft.parts) {
      for (const [, name = ''] of flow.text.slice(start, endExclusive).matchAll(NOTE_REFERENCE)) {
        const key = name.toLowerCase();
        if (!citations.has(key)) citations.set(key, i);
      }
    }
  });
  return citations;
}

/** The text of the first heading, without footnote references. */
function headingIn(clauses: readonly Clause[]): string {
  const text = clauses.find((clause) => clause.type === 'section')?.text ?? '';
  return withoutNotes(text).replace(/\s+/g, ' ').trim();
}

function titleIn(frontMatter: string): string {
  const [, title = ''] = /^title[ \t]*[:=](.*)$/m.exec(frontMatter) ?? [];
  return title.trim().replace(/^(["'])(.*)\1$/, '$2');
}
