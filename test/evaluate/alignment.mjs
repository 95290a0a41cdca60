// Prints what clausediff found between two drafts in the form that the shared evaluation scores.
import { readFileSync } from 'node:fs';
import { compare, parseDraft } from '../../dist/index.js';

const [oldFile, newFile] = process.argv.slice(2);
const read = (file) => parseDraft(readFileSync(file, 'utf8'), file);
const { links } = compare(read(oldFile), read(newFile));

const OPS = { equal: ['='], insert: ['+'], delete: ['-'], replace: ['-', '+'] };

const rangesOf = (clauses) => {
  if (clauses.length === 0) return null;
  return clauses.length === 1 ? clauses[0].lines : clauses.map((clause) => clause.lines);
};

function kindOf({ kind, moved, renumbered }) {
  if (kind === 'edited') return moved ? 'moved+edited' : 'edited';
  if (kind !== 'same') return kind;
  return moved ? 'moved' : renumbered ? 'renumbered' : 'unchanged';
}

const wordsOf = ({ old, new: newer, edits }) => [
  ...headingLabel(old[0], newer[0]),
  ...edits.flatMap(({ op, old: was, new: is }) => OPS[op].map((sign) => [sign, sign === '-' ? was : is])),
];

/** The evaluation counts a heading's number as a part of its text. */
function headingLabel(old, newer) {
  if (old.type !== 'section' || newer.type !== 'section') return [];
  if (old.label === newer.label) return [['=', `${old.label} `]];
  return [
    ['-', `${old.label} `],
    ['+', `${newer.label} `],
  ];
}

const items = links.map((link) => ({
  old: rangesOf(link.old),
  new: rangesOf(link.new),
  kind: kindOf(link),
  words: link.old.length > 0 && link.new.length > 0 ? wordsOf(link) : undefined,
}));
process.stdout.write(JSON.stringify({ items }));
