import type { Measure } from '../../report/measure.ts';
import { longest } from '../longest.ts';
import { oneLine } from '../one-line.ts';
import { ENTRY_CLASSES, type Entry } from './entries.ts';

/** Columns of a rank. */
const RANK = 5;
/** Columns that lemmas are brought to; the few longer ones stand out. */
const MAX_LEMMA = 40;

/** All entries by class and scale, the strongest first; those without a scale keep their order. */
export function listText(language: string, entries: readonly Entry[], measure: Measure): string {
  const lemmas = entries.map(({ lemma }) => oneLine(lemma));
  const column = Math.min(longest(lemmas, measure), MAX_LEMMA);
  const row = ({ rank, lemma, forms, effect, file }: Entry): string => {
    const name = oneLine(lemma);
    const count = `${forms.length} ${forms.length === 1 ? 'form' : 'forms'}`;
    const notes = [effect, file].filter((note) => note !== undefined).map(oneLine);
    const blanks = ' '.repeat(Math.max(0, column - measure(name)));
    return `${String(rank ?? '').padStart(RANK)}  ${name}${blanks}  ${[count, ...notes].join(', ')}`;
  };
  const groups = ENTRY_CLASSES.flatMap((name) => groupsOf(entries.filter((entry) => entry.class === name)));
  const size = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return [
    `${oneLine(language)}, ${size}`,
    ...groups.flatMap(({ title, members }) => ['', oneLine(title), ...members.map(row)]),
    '',
  ].join('\n');
}

interface Group {
  readonly title: string;
  readonly members: readonly Entry[];
}

/** What entries of one class are apart by: their scale, or the kind of actor or of equivalence. */
function groupsOf(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const part = entry.scale ?? entry.kind;
    const title = part === undefined ? entry.class : `${entry.class}: ${part}`;
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return [...groups].map(([title, members]) => ({
    title,
    members: members.sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0)),
  }));
}
