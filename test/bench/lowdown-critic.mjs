#!/usr/bin/env node
// Prints what lowdown-diff finds between two drafts as CriticMarkup, the form in which its marks are scored.
import { execFileSync } from 'node:child_process';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const html = execFileSync('lowdown-diff', ['-thtml', ...process.argv.slice(2)], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const critic = html
  .replace(/<(ins|del)>([\s\S]*?)<\/\1>/g, (_, mark, inner) =>
    mark === 'ins' ? `{++${inner}++}` : `{--${inner}--}`,
  )
  .replace(/<[^>]*>/g, '')
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]);
process.stdout.write(critic);
