import fc from 'fast-check';

/** Generates drafts as trees of clauses, and edits on them, in the shapes that negotiated texts have. */
export interface Item {
  readonly text: string;
  readonly points: readonly string[];
}

const WORDS = [
  'Council',
  'Union',
  'Europeans',
  'Member',
  'States',
  'Commission',
  'welcomes',
  'notes',
  'underlines',
  'support',
  'security',
  'guarantees',
  'defence',
  'funding',
  'Ukraine',
  'the',
  'of',
  'and',
  'to',
  'in',
  'by',
  '2025',
  'EUR',
  '20',
  'billion',
  'should',
  'shall',
  'may',
  'where',
  'appropriate',
  '[p.m.]',
  'Ελλάδα',
  'Європа',
  '理事会',
  'co‑operation',
  'l’Union',
  '“open”',
  'urgent',
  'deadline',
  'June',
  'treaty',
  'measures',
  'not',
  'all',
  'only',
  'it',
  'invites',
  'urges',
  'immediately',
  'at least',
  'paragraph 2',
  '[open]',
  'ceasefire',
  'pause',
  '5 %',
  'the end of',
  'partners',
  'further',
  'report',
  '*stressed*',
];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

const item: fc.Arbitrary<Item> = fc.record({
  text: paragraph,
  points: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }) },
  ),
});

/** Sections of numbered paragraphs with points. */
export const sections = fc.array(
  fc.record({
    title: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((w) => w.join(' ')),
    items: fc.array(item, { maxLength: 6 }),
  }),
  { maxLength: 4 },
);

export type Section = { readonly title: string; readonly items: readonly Item[] };

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** Writes sections as Markdown, with numbers running through. */
export function write(parts: readonly Section[]): string {
  const lines: string[] = [];
  let number = 0;
  parts.forEach(({ title, items }, i) => {
    lines.push(`## ${ROMAN[i]}. ${title}`, '');
    for (const { text, points } of items) {
      lines.push(`${++number}. ${text}`, '');
      for (const [k, point] of points.entries())
        lines.push(`    ${String.fromCharCode(97 + k)}) ${point}`, '');
    }
  });
  return lines.join('\n');
}

/** One edit on the items of a draft, as a function, so that shrinking keeps both drafts close. */
export const edit: fc.Arbitrary<(parts: readonly Section[]) => Section[]> = fc
  .record({
    kind: fc.constantFrom('insert', 'delete', 'move', 'split', 'merge', 'reword'),
    at: fc.nat(),
    to: fc.nat(),
    item,
  })
  .map(({ kind, at, to, item: fresh }) => (parts) => {
    const flat = parts.flatMap(({ items }, section) => items.map((each) => ({ section, each })));
    if (flat.length === 0 || parts.length === 0) return [...parts];
    const i = at % flat.length;
    const chosen = flat[i] as (typeof flat)[number];
    const rest = flat.filter((_, k) => k !== i);
    const j = to % (rest.length + 1);
    const here = rest[Math.min(j, rest.length - 1)]?.section ?? chosen.section;
    switch (kind) {
      case 'insert':
        flat.splice(i, 0, { section: chosen.section, each: fresh });
        return rebuild(parts, flat);
      case 'delete':
        return rebuild(parts, rest);
      case 'move':
        rest.splice(j, 0, { section: here, each: chosen.each });
        return rebuild(parts, rest);
      case 'split': {
        const [head = '', ...tail] = chosen.each.text.split('. ');
        if (tail.length > 0) {
          const two = [
            { ...chosen.each, text: `${head}.`, points: [] },
            { ...chosen.each, text: tail.join('. ') },
          ];
          flat.splice(i, 1, ...two.map((each) => ({ section: chosen.section, each })));
        }
        return rebuild(parts, flat);
      }
      case 'merge': {
        const next = flat[i + 1];
        if (next && next.section === chosen.section) {
          const each = {
            text: `${chosen.each.text} ${next.each.text}`,
            points: [...chosen.each.points, ...next.each.points],
          };
          flat.splice(i, 2, { section: chosen.section, each });
        }
        return rebuild(parts, flat);
      }
      default: {
        const words = chosen.each.text.split(' ');
        words.splice(to % words.length, 1, fresh.text.split(' ')[0] ?? 'x');
        flat[i] = { section: chosen.section, each: { ...chosen.each, text: words.join(' ') } };
        return rebuild(parts, flat);
      }
    }
  });

function rebuild(parts: readonly Section[], flat: readonly { section: number; each: Item }[]): Section[] {
  return parts.map(({ title }, i) => ({
    title,
    items: flat.filter(({ section }) => section === i).map(({ each }) => each),
  }));
}
