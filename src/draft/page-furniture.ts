import type { Block } from './blocks.ts';
import type { Flow } from './flow.ts';
import { isSeparator, readFurniture } from './furniture.ts';

/** How often a short line must stand beside page furniture to be taken for a running header. */
const HEADER_REPEATS = 3;
/** Longest running header, in UTF-16 units. */
const HEADER_LENGTH = 100;

export type BlockReading = 'text' | 'furniture' | 'separator';

/** Tells the blocks that are text from separators and page furniture, running headers included. */
export function readPageFurniture(blocks: readonly Block[]): BlockReading[] {
  const readings = blocks.map(readBlock);
  const beside = new Map<string, number[]>();
  blocks.forEach((block, i) => {
    if (readings[i] !== 'text' || block.marker !== undefined || block.kind !== 'paragraph') return;
    const text = block.flow.text.trim();
    if (text.length > HEADER_LENGTH || text.includes('\n') || /[.;:,]$/.test(text)) return;
    if (readings[i - 1] !== 'furniture' && readings[i + 1] !== 'furniture') return;
    const known = beside.get(text);
    if (known) known.push(i);
    else beside.set(text, [i]);
  });
  for (const repeats of beside.values()) {
    if (repeats.length >= HEADER_REPEATS) for (const i of repeats) readings[i] = 'furniture';
  }
  return readings;
}

function readBlock(block: Block): BlockReading {
  if (block.kind !== 'paragraph' || block.footnote !== undefined) return 'text';
  const text = block.flow.text.trim();
  if (block.marker !== undefined) {
    const isPageNumber = block.marker === '-' && /^\d{1,3} ?-$/.test(text);
    return isPageNumber ? 'furniture' : 'text';
  }
  if (text === '') return 'text';
  const lines = text.split('\n');
  if (lines.every(isSeparator)) return 'separator';
  return lines.every((line) => readFurniture(line) !== 'no') ? 'furniture' : 'text';
}

/** Indexes of the lines of a flow that are page furniture between lines of text. */
export function furnitureLines(flow: Flow): Set<number> {
  const found = new Set<number>();
  if (flow.lines.length < 2) return found;
  const readings = flow.text.split('\n').map(readFurniture);
  readings.forEach((reading, i) => {
    if (reading === 'certain') found.add(i);
  });
  if (found.size === 0) return found;
  for (const step of [1, -1]) {
    for (let i = step > 0 ? 0 : readings.length - 1; i >= 0 && i < readings.length; i += step) {
      if (readings[i] === 'if-alone' && found.has(i - step)) found.add(i);
    }
  }
  return found;
}
