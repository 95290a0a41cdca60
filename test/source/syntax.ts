import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A node of the syntax of a program, as ESTree has it. */
export interface SyntaxNode {
  readonly type: string;
  readonly [name: string]: unknown;
}

export interface FoundNode {
  /** Where it stands, as `src/draft/labels.ts:12`. */
  readonly place: string;
  readonly node: SyntaxNode;
}

/** All nodes of the program in some folders of `src`. */
export function* nodesIn(rooms: readonly string[]): Generator<FoundNode> {
  for (const room of rooms) {
    for (const name of readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const path = join('src', room, name);
      const source = readFileSync(path, 'utf8');
      const left: unknown[] = [parseSync(path, source).program];
      while (left.length > 0) {
        const value = left.pop();
        if (typeof value !== 'object' || value === null) continue;
        for (const child of Object.values(value)) left.push(child);
        if (!isNode(value)) continue;
        const line = source.slice(0, value.start as number).split('\n').length;
        yield { place: `${path}:${line}`, node: value };
      }
    }
  }
}

const isNode = (value: object): value is SyntaxNode =>
  'type' in value && typeof value.type === 'string' && 'start' in value;
