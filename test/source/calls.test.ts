import { expect, it } from 'vitest';
import { nodesIn, type SyntaxNode } from './syntax.ts';

/** Called with more than about 100,000 arguments, these overflow the stack; a loop or an array literal does not. */
const CALLS = /^(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint|apply)$/;

it('no array is spread into the arguments of a call that many clauses would overflow', () => {
  const spread = [...nodesIn([''])].flatMap(({ place, node }) => {
    if (node.type !== 'CallExpression') return [];
    const { callee, arguments: args } = node as unknown as { callee: SyntaxNode; arguments: SyntaxNode[] };
    const name = (callee.property as SyntaxNode | undefined)?.name;
    const isSpread = args.some(({ type }) => type === 'SpreadElement');
    return isSpread && typeof name === 'string' && CALLS.test(name) ? [`${place}: ${name}`] : [];
  });
  expect(spread).toEqual([]);
});
