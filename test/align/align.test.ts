import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import type { Draft } from '../../src/draft/draft.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';

/** Sentences that have nothing in common but small words; `a+` is `a` with an edit, `a~` is `a` rewritten. */
const SENTENCES: Readonly<Record<string, string>> = {
  a: 'Ammunition and spare parts are delivered before the end of the winter season.',
  'a+': 'Ammunition and spare parts are delivered before the end of the autumn season.',
  'a~': 'Before winter ends, spare parts and some ammunition should at last be delivered.',
  b: 'Harbours on the northern coast stay open to merchant vessels of every nation.',
  'b+': 'Harbours on the northern coast stay open to merchant ships of every nation.',
  c: 'A loan of ninety million pays for railways, bridges and grain silos.',
  d: 'Judges examine the claims of families whose houses were destroyed.',
  e: 'Students may spend a semester abroad without losing their scholarships.',
  f: 'Fishermen report their catches weekly to an independent bureau.',
  g: 'Hospitals receive generators, blankets and medicines from common stocks.',
  h: 'Observers count the ballots in the presence of both candidates.',
};

const written = (draft: string): string =>
  draft
    .split('\n')
    .map((line) => line.trim().replace(/\{([a-h][+~]?)\}/g, (_, name: string) => SENTENCES[name] as string))
    .join('\n\n');

/** Each link in the order of the new draft: paths, and what is to be said but for "paired in place". */
function links(older: string, newer: string): string {
  const [old, now] = [parseDraft(written(older), 'old'), parseDraft(written(newer), 'new')];
  const told = align(old, now).map(({ kind, moved, ...link }) => {
    const paths = [link.old.map((i) => old.clauses[i]?.path), link.new.map((i) => now.clauses[i]?.path)];
    const [was, is] = paths.map((side) => side.join('+') || '–');
    return `${was} → ${is}${kind === 'paired' ? '' : ` ${kind}`}${moved ? ' moved' : ''}`;
  });
  return told.join('; ');
}

type Case = readonly [name: string, older: string, newer: string, expected: string];

/** Read them as: what a careful clerk would say, and no more. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'what stayed, came and went': [
    ['nothing changed', '1. {a}\n2. {b}', '1. {a}\n2. {b}', '1 → 1; 2 → 2'],
    [
      'a new first paragraph renumbers the rest',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {d}\n2. {a}\n3. {b}\n4. {c}',
      '– → 1 inserted; 1 → 2; 2 → 3; 3 → 4',
    ],
    ['one that went', '1. {a}\n2. {b}\n3. {c}', '1. {a}\n2. {c}', '1 → 1; 2 → – deleted; 3 → 2'],
    ['the first one went', '1. {a}\n2. {b}', '1. {b}', '1 → – deleted; 2 → 1'],
    [
      'one for another in the same place',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {a}\n2. {d}\n3. {c}',
      '1 → 1; 2 → – deleted; – → 2 inserted; 3 → 3',
    ],
    [
      'all for all',
      '1. {a}\n2. {b}',
      '1. {c}\n2. {d}',
      '1 → – deleted; 2 → – deleted; – → 1 inserted; – → 2 inserted',
    ],
    ['one word', '1. {a}\n2. {b}', '1. {a+}\n2. {b+}', '1 → 1; 2 → 2'],
    ['rewritten in its place', '1. {b}\n2. {a}\n3. {c}', '1. {b}\n2. {a~}\n3. {c}', '1 → 1; 2 → 2; 3 → 3'],
    [
      'rewritten, with a new one before it',
      '1. {b}\n2. {a}\n3. {c}',
      '1. {b}\n2. {d}\n3. {a~}\n4. {c}',
      '1 → 1; – → 2 inserted; 2 → 3; 3 → 4',
    ],
    ['a single sentence that has nothing in common with the other', '{a}', '{b}', '¶1 → ¶1'],
    [
      'short ones with the same word',
      '1. {a}\n2. Agreed.\n3. {b}',
      '1. {a}\n2. Disagreed.\n3. {b}',
      '1 → 1; 2 → – deleted; – → 2 inserted; 3 → 3',
    ],
    [
      'a heading renamed keeps its paragraphs',
      '## I. TRADE\n1. {a}\n2. {b}\n## II. SCHOOLS\n3. {e}',
      '## I. SECURITY OF SUPPLY\n1. {a}\n2. {b}\n## II. SCHOOLS\n3. {e}',
      'I → I; I/1 → I/1; I/2 → I/2; II → II; II/3 → II/3',
    ],
    [
      'a heading renamed and moved takes its paragraphs along',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}\n4. {d}\n## III. SCHOOLS\n5. {e}\n6. {f}',
      '## I. TRAINS\n1. {c}\n2. {d}\n## II. SCHOOLS\n3. {e}\n4. {f}\n## III. SECURITY OF SUPPLY\n5. {a}\n6. {b}',
      'II → I; II/3 → I/1; II/4 → I/2; III → II; III/5 → II/3; III/6 → II/4; I → III moved; I/1 → III/5; I/2 → III/6',
    ],
    [
      'and so to another chapter',
      '# A\n## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}\n# B\n## III. SCHOOLS\n4. {e}',
      '# A\n## I. TRAINS\n1. {c}\n# B\n## II. SCHOOLS\n2. {e}\n## III. SECURITY OF SUPPLY\n3. {a}\n4. {b}',
      'A → A; A/II → A/I; A/II/3 → A/I/1; B → B; B/III → B/II; B/III/4 → B/II/2; A/I → B/III moved; A/I/1 → B/III/3; A/I/2 → B/III/4',
    ],
    [
      'a section cut in halves, both renamed: neither is the old one',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. SCHOOLS\n3. {e}',
      '## I. TRADE\n1. {a}\n## II. PEACE\n2. {b}\n## III. SCHOOLS\n3. {e}',
      'I → – deleted; – → I inserted; I/1 → I/1; – → II inserted; I/2 → II/2; II → III; II/3 → III/3',
    ],
    [
      'cut unevenly, both renamed: the one that holds most',
      '## I. SHIPS\n1. {a}\n2. {b}\n3. {c}\n## II. SCHOOLS\n4. {e}',
      '## I. TRADE\n1. {a}\n2. {b}\n## II. PEACE\n3. {c}\n## III. SCHOOLS\n4. {e}',
      'I → I; I/1 → I/1; I/2 → I/2; – → II inserted; I/3 → II/3; II → III; II/4 → III/4',
    ],
    [
      'another chapeau over the same points',
      '1. {e}\na) {b}\nb) {c}\n2. {f}',
      '1. {d}\na) {b}\nb) {c}\n2. {f}',
      '1 → – deleted; – → 1 inserted; 1/a → 1/a; 1/b → 1/b; 2 → 2',
    ],
    [
      'a paragraph that becomes a point',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {a}\na) {b}\n2. {c}',
      '1 → 1; 2 → 1/a moved; 3 → 2',
    ],
  ],
  'equal texts': [
    ['repeated, in order', '1. {a}\n2. {b}\n3. {a}', '1. {a}\n2. {b}\n3. {a}', '1 → 1; 2 → 2; 3 → 3'],
    [
      'repeated, one more',
      '1. {a}\n2. {b}\n3. {a}',
      '1. {a}\n2. {c}\n3. {a}\n4. {b}\n5. {a}',
      '1 → 1; – → 2 inserted; – → 3 inserted; 2 → 4; 3 → 5',
    ],
    [
      'repeated under two headings',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}\n4. {a}',
      '## I. SHIPS\n1. {b}\n## II. TRAINS\n2. {c}\n3. {a}',
      'I → I; I/1 → – deleted; I/2 → I/1; II → II; II/3 → II/2; II/4 → II/3',
    ],
    [
      'short and repeated',
      '1. Deleted.\n2. {a}\n3. Deleted.\n4. {b}',
      '1. Deleted.\n2. {a}\n3. {b}',
      '1 → 1; 2 → 2; 3 → – deleted; 4 → 3',
    ],
    ['quotation marks and blanks apart', '1. The "good"  {a}', '1. The “good” {a}', '1 → 1'],
  ],
  moves: [
    [
      'what stayed where its heading went, beside a section that moved to another chapter',
      '# X\n## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {b}\n3. {c}\n4. {f}\n## III. PORTS\n5. {d}\n# Y\n## IV. SCHOOLS\n6. {e}',
      '# X\n## I. SHIPS\n1. {a}\n2. {d}\n# Y\n## II. SCHOOLS\n3. {e}\n## III. TRAINS\n4. {b}\n5. {c}\n6. {f}',
      'X → X; X/I → X/I; X/I/1 → X/I/1; X/III/5 → X/I/2; Y → Y; Y/IV → Y/II; Y/IV/6 → Y/II/3; X/II → Y/III moved; X/II/2 → Y/III/4; X/II/3 → Y/III/5; X/II/4 → Y/III/6; X/III → – deleted',
    ],
    [
      'the only one that stayed of a section that went, and one that crossed it',
      '## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {b} {e} {f}\n3. {c}',
      '## I. SHIPS\n1. {b} {e} {f}\n2. {a}\n3. {c}',
      'I → I; II/2 → I/1 moved; I/1 → I/2; II → – deleted; II/3 → I/3',
    ],
    [
      'under a new heading, in another order',
      '## I. SHIPS\n1. {a}\n2. {b}\n3. {c}',
      '## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {c}\n3. {b}',
      'I → I; I/1 → I/1; – → II inserted; I/3 → II/2 moved; I/2 → II/3',
    ],
    [
      'unnumbered text goes with the number before it',
      '1. {a}\n{b}\n2. {c}\n3. {d} {e} {f}',
      '1. {c}\n2. {d} {e} {f}\n3. {a}\n{b}',
      '2 → 1; 3 → 2; 1 → 3 moved; 1/¶1 → 3/¶1',
    ],
    [
      'or to another one',
      '1. {a}\n{b}\n2. {c}\n3. {d}',
      '1. {a}\n2. {c}\n3. {d}\n{b}',
      '1 → 1; 2 → 2; 3 → 3; 1/¶1 → 3/¶1 moved',
    ],
    [
      'a new number before unnumbered text moves it nowhere',
      '1. {a}\n{b}\n2. {c}',
      '1. {a}\n2. {d}\n{b}\n3. {c}',
      '1 → 1; – → 2 inserted; 1/¶1 → 2/¶1; 2 → 3',
    ],
    [
      'points of a paragraph that was merged, and of one that was split, stay',
      '1. {a}\na) {d}\n2. {b}\n3. {e} {f}\na) {g}',
      '1. {a} {b}\na) {d}\n2. {e}\n3. {f}\na) {g}',
      '1+2 → 1 merged; 1/a → 1/a; 3 → 2+3 split; 3/a → 3/a',
    ],
    [
      'points of a heading that became a paragraph stay',
      '## I. SHIPS AND TRAINS OF THE NORTH\n1. {a}\n2. {b}',
      '1. Ships and trains of the north\na) {a}\nb) {b}',
      'I → 1; I/1 → 1/a; I/2 → 1/b',
    ],
    [
      'points that change their order in a paragraph that moved',
      '1. {a}\na) {b}\nb) {c}\n2. {d}\n3. {e} {f} {g} {h}',
      '1. {d}\n2. {e} {f} {g} {h}\n3. {a}\na) {c}\nb) {b}',
      '2 → 1; 3 → 2; 1 → 3 moved; 1/b → 3/a moved; 1/a → 3/b',
    ],
    [
      'one to the end',
      '1. {a}\n2. {b}\n3. {c}\n4. {d}',
      '1. {b}\n2. {c}\n3. {d}\n4. {a}',
      '2 → 1; 3 → 2; 4 → 3; 1 → 4 moved',
    ],
    [
      'one to the front',
      '1. {a}\n2. {b}\n3. {c}\n4. {d}',
      '1. {d}\n2. {a}\n3. {b}\n4. {c}',
      '4 → 1 moved; 1 → 2; 2 → 3; 3 → 4',
    ],
    [
      'two neighbours that swap: the shorter moved',
      '1. {a} {c}\n2. {b}',
      '1. {b}\n2. {a} {c}',
      '2 → 1 moved; 1 → 2',
    ],
    [
      'to another section',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}\n4. {d}',
      '## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {c}\n3. {b}\n4. {d}',
      'I → I; I/1 → I/1; II → II; II/3 → II/2; I/2 → II/3 moved; II/4 → II/4',
    ],
    [
      'to another section, with an edit',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}',
      '## I. SHIPS\n1. {b}\n## II. TRAINS\n2. {c}\n3. {a+}',
      'I → I; I/2 → I/1; II → II; II/3 → II/2; I/1 → II/3 moved',
    ],
    [
      'points go with their paragraph',
      '1. {a}\na) {b}\nb) {c}\n2. {d}\n3. {e}\n4. {f} {g} {h}',
      '1. {d}\n2. {e}\n3. {f} {g} {h}\n4. {a}\na) {b}\nb) {c}',
      '2 → 1; 3 → 2; 4 → 3; 1 → 4 moved; 1/a → 4/a; 1/b → 4/b',
    ],
    [
      'a point to another paragraph',
      '1. {a}\na) {b}\nb) {c}\n2. {d}\na) {e}',
      '1. {a}\na) {c}\n2. {d}\na) {e}\nb) {b}',
      '1 → 1; 1/b → 1/a; 2 → 2; 2/a → 2/a; 1/a → 2/b moved',
    ],
    [
      'points that change their order',
      '1. {a}\na) {b}\nb) {c}\nc) {d}',
      '1. {a}\na) {d}\nb) {b}\nc) {c}',
      '1 → 1; 1/c → 1/a moved; 1/a → 1/b; 1/b → 1/c',
    ],
    [
      'whole sections swapped',
      '## I. SHIPS\n1. {a}\n2. {b}\n## II. TRAINS\n3. {c}',
      '## I. TRAINS\n1. {c}\n## II. SHIPS\n2. {a}\n3. {b}',
      'II → I moved; II/3 → I/1; I → II; I/1 → II/2; I/2 → II/3',
    ],
    [
      'a new section around what was there',
      '## I. SHIPS\n1. {a}\n2. {b}\n3. {c}',
      '## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {b}\n3. {c}',
      'I → I; I/1 → I/1; – → II inserted; I/2 → II/2; I/3 → II/3',
    ],
    [
      'a heading that went',
      '## I. SHIPS\n1. {a}\n## II. TRAINS\n2. {b}\n3. {c}',
      '## I. SHIPS\n1. {a}\n2. {b}\n3. {c}',
      'I → I; I/1 → I/1; II → – deleted; II/2 → I/2; II/3 → I/3',
    ],
    [
      'unnumbered text between numbers',
      '1. {a}\n\n{b}\n2. {c}\n\n{d}',
      '1. {a}\n2. {c}\n\n{d}\n\n{b}',
      '1 → 1; 2 → 2; 2/¶1 → 2/¶1; 1/¶1 → 2/¶2 moved',
    ],
  ],
  'splits and merges': [
    ['split in two', '1. {a} {b}\n2. {c}', '1. {a}\n2. {b}\n3. {c}', '1 → 1+2 split; 2 → 3'],
    ['split, both parts edited', '1. {a} {b}\n2. {c}', '1. {a+}\n2. {b+}\n3. {c}', '1 → 1+2 split; 2 → 3'],
    ['split in three', '1. {a} {b} {c}\n2. {d}', '1. {a}\n2. {b}\n3. {c}\n4. {d}', '1 → 1+2+3 split; 2 → 4'],
    [
      'split, the smaller part first',
      '1. {a} {b} {c}\n2. {d}',
      '1. {a}\n2. {b} {c}\n3. {d}',
      '1 → 1+2 split; 2 → 3',
    ],
    [
      'split into a paragraph and its points',
      '1. {a} {b} {c}\n2. {d}',
      '1. {a}\na) {b}\nb) {c}\n2. {d}',
      '1 → 1+1/a+1/b split; 2 → 2',
    ],
    [
      'split with a new sibling between the parts',
      '1. {a} {b}\n2. {c}',
      '1. {a}\n2. {d}\n3. {b}\n4. {c}',
      '1 → 1+3 split; – → 2 inserted; 2 → 4',
    ],
    [
      'split with three new siblings between: too far',
      '1. {a} {b}\n2. {c}',
      '1. {a}\n2. {d}\n3. {e}\n4. {f}\n5. {b}\n6. {c}',
      '1 → 1; – → 2 inserted; – → 3 inserted; – → 4 inserted; – → 5 inserted; 2 → 6',
    ],
    [
      'a part of a few words is none',
      '1. {a} It ends.\n2. {c}',
      '1. {a}\n2. It ends.\n3. {c}',
      '1 → 1; – → 2 inserted; 2 → 3',
    ],
    [
      'a copy of what stayed is no part',
      '1. {a}\n2. {c}',
      '1. {a}\n2. {a+}\n3. {c}',
      '1 → 1; – → 2 inserted; 2 → 3',
    ],
    [
      'one of the sentences went to another section',
      '## I. SHIPS\n1. {a} {b}\n2. {c}\n## II. TRAINS\n3. {d}',
      '## I. SHIPS\n1. {a}\n2. {c}\n## II. TRAINS\n3. {d}\n4. {b}',
      'I → I; I/1 → I/1; I/2 → I/2; II → II; II/3 → II/3; – → II/4 inserted',
    ],
    ['merged', '1. {a}\n2. {b}\n3. {c}', '1. {a} {b}\n2. {c}', '1+2 → 1 merged; 3 → 2'],
    ['merged, edited', '1. {a}\n2. {b}\n3. {c}', '1. {a+} {b+}\n2. {c}', '1+2 → 1 merged; 3 → 2'],
    ['three merged', '1. {a}\n2. {b}\n3. {c}\n4. {d}', '1. {a} {b} {c}\n2. {d}', '1+2+3 → 1 merged; 4 → 2'],
    [
      'points taken into the paragraph',
      '1. {a}\na) {b}\nb) {c}\n2. {d}',
      '1. {a} {b} {c}\n2. {d}',
      '1+1/a+1/b → 1 merged; 2 → 2',
    ],
    [
      'merged and moved',
      '1. {a}\n2. {b}\n3. {c}\n4. {d}\n5. {e}',
      '1. {c}\n2. {d}\n3. {e}\n4. {a} {b}',
      '3 → 1; 4 → 2; 5 → 3; 1+2 → 4 merged moved',
    ],
    [
      'one split and one merged',
      '1. {a} {b}\n2. {c}\n3. {d}',
      '1. {a}\n2. {b}\n3. {c} {d}',
      '1 → 1+2 split; 2+3 → 3 merged',
    ],
    [
      'two halves of two old ones make a new one',
      '1. {a} {b}\n2. {c} {d}',
      '1. {a}\n2. {b} {c}\n3. {d}',
      '1 → 1; – → 2 inserted; 2 → 3',
    ],
    [
      'a sentence that went, and one that grew',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {a} {d}\n2. {c}',
      '1 → 1; 2 → – deleted; 3 → 2',
    ],
  ],
  'near-duplicates': [
    [
      'the label and the neighbours decide',
      '1. {c}\n2. {a} Alpha.\n3. {d}\n4. {a} Beta.\n5. {e}',
      '1. {c}\n2. {a} Gamma.\n3. {d}\n4. {a} Delta.\n5. {e}',
      '1 → 1; 2 → 2; 3 → 3; 4 → 4; 5 → 5',
    ],
    [
      'a near-copy is new where the first stayed',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {a}\n2. {b}\n3. {b+}\n4. {c}',
      '1 → 1; 2 → 2; – → 3 inserted; 3 → 4',
    ],
    [
      'the one that lost a word, and its twin',
      '1. {a} {b}\n2. {a} {c}',
      '1. {a+} {c}\n2. {a+} {b}',
      '2 → 1 moved; 1 → 2',
    ],
  ],
  footnotes: [
    [
      'are no paragraphs',
      '1. {a}\n2. {b}[^1]\n[^1]: {c}',
      '1. {a}\n2. {b}\n3. {c}',
      '1 → 1; 2 → 2; fn1 → – deleted; – → 3 inserted',
    ],
    [
      'that were rewritten are those of the clause that cites them',
      '1. {a}[^1]\n2. {b}[^2]\n3. {c}[^3]\n[^1]: Some harbours are closed to ships in winter.\n[^2]: {d}\n[^3]: {e}',
      '1. {c}[^1]\n2. {b}[^2]\n3. {a}[^3]\n[^1]: {e}\n[^2]: {f}\n[^3]: Some harbours are open to boats in summer.',
      '3 → 1 moved; 2 → 2; 1 → 3 moved; fn3 → fn1; – → fn2 inserted; fn1 → fn3; fn2 → – deleted',
    ],
    [
      'go with the clause that cites them',
      '1. {a}[^1]\n2. {b}[^2]\n[^1]: See the annex.\n[^2]: See the report.',
      '1. {d}[^1]\n2. {a}[^2]\n3. {b}[^3]\n[^1]: See the minutes.\n[^2]: See the annex.\n[^3]: See the report.',
      '– → 1 inserted; 1 → 2; 2 → 3; – → fn1 inserted; fn1 → fn2; fn2 → fn3',
    ],
    [
      'with the same text',
      '1. {a}[^1]\n2. {b}[^2]\n[^1]: Ibid.\n[^2]: Ibid.',
      '1. {b}[^1]\n[^1]: Ibid.',
      '1 → – deleted; 2 → 1; fn1 → – deleted; fn2 → fn1',
    ],
  ],
};

const MIRRORED: Readonly<Record<string, string>> = {
  inserted: 'deleted',
  deleted: 'inserted',
  split: 'merged',
  merged: 'split',
  'by split': 'by merge',
  'by merge': 'by split',
};

/** Everything that is said of each link, in no order, so that it can be laid beside what the mirrored question says. */
function everything(older: Draft, newer: Draft, mirrored: boolean): string[] {
  const mirror = (word: string): string => (mirrored && MIRRORED[word]) || word;
  return align(older, newer)
    .map(({ kind, moved, by, similarity, ...link }) => {
      const [was, is] = mirrored ? [link.new, link.old] : [link.old, link.new];
      return `${was} → ${is} ${mirror(kind)} ${mirror(`by ${by}`)} ${moved} ${similarity}`;
    })
    .sort();
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s', (_name, older, newer, expected) => {
    expect(links(older, newer)).toBe(expected);
    const [old, now] = [parseDraft(written(older), 'old'), parseDraft(written(newer), 'new')];
    expect(everything(now, old, true)).toEqual(everything(old, now, false));
  });
});

describe('why two clauses are one', () => {
  const WHY: readonly Case[] = [
    ['the same text', '1. {a}\n2. {b}', '1. {c}\n2. {a}\n3. {b}', '1 identical; 2 identical'],
    ['nearly the same text', '1. {a}\n2. {b}', '1. {a+}\n2. {b+}', '1 text; 2 text'],
    [
      'little of the text, and the same number',
      '1. {b}\n2. Ships sail to all ports of the north.\n3. {c}',
      '1. {b}\n2. Ships of war are kept from ports of the south.\n3. {c}',
      '1 identical; 2 label; 3 identical',
    ],
    [
      'little of the text, and the same place',
      '1. {b}\n2. Ships sail to all ports of the north.\n3. {c}',
      '1. {b}\n2. {d}\n3. Ships of war are kept from ports of the south.\n4. {c}',
      '1 identical; 2 position; 3 identical',
    ],
    [
      'little of the text, and no number',
      '{b}\n\nShips sail to all ports of the north.\n\n{c}',
      '{b}\n\nShips of war are kept from ports of the south.\n\n{c}',
      '¶1 identical; ¶2 position; ¶3 identical',
    ],
    ['nothing but that each stands alone', '{a}', '{b}', '¶1 position'],
    ['a heading by its paragraphs', '## I. SHIPS\n1. {a}', '## I. TRADE\n1. {a}', 'I label; I/1 identical'],
    ['a split and a merge', '1. {a} {b}\n2. {c}\n3. {d}', '1. {a}\n2. {b}\n3. {c} {d}', '1 split; 2+3 merge'],
    [
      'what came and what went',
      '1. {a}\n2. {b}\n3. {c}',
      '1. {a}\n2. {d}\n3. {c}',
      '1 identical; 3 identical',
    ],
  ];
  it.each(WHY)('%s', (_name, older, newer, expected) => {
    const [old, now] = [parseDraft(written(older), 'old'), parseDraft(written(newer), 'new')];
    const told = align(old, now).filter(({ by }) => by !== undefined);
    expect(
      told.map((link) => `${link.old.map((a) => old.clauses[a]?.path).join('+')} ${link.by}`).join('; '),
    ).toBe(expected);
  });
});
