import type { Measure } from '../../report/measure.ts';
import { MIRRORED } from '../../wording/change.ts';
import { oneLine } from '../one-line.ts';
import type { FoundEntry, Lookup } from './look-up.ts';

/** Columns of the names of what is told. */
const NAMES = 12;

/** What is known about a phrase, an entry a paragraph; or one line that says that it is not known. */
export function lookupText({ phrase, found, nearest }: Lookup, width: number, measure: Measure): string {
  if (found.length === 0) {
    const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
    return `${oneLine(`"${phrase}" is not in the lexicon${hint}`)}\n`;
  }
  const paragraphs = found.map((entry) => [
    oneLine(`${entry.class}: ${entry.lemma}`),
    ...factsOf(entry).flatMap(([name, text]) =>
      wrapWords(oneLine(text), width - NAMES - 2, measure).map((line, i) =>
        `  ${(i === 0 ? name : '').padEnd(NAMES)}${line}`.trimEnd(),
      ),
    ),
  ]);
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Breaks between words only: an address that is too long stays whole, to be followed. */
function wrapWords(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const line = lines.at(-1);
    if (line !== undefined && measure(line) + 1 + measure(word) <= width)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** What is told of an entry, in the order in which a drafter asks. */
function factsOf(entry: FoundEntry): (readonly [name: string, text: string])[] {
  const { scale, rank, effect, kind, meaning, note, forms, file } = entry;
  const steps = (list: FoundEntry['weaker']): string =>
    list.map((step) => `${step.lemma} ${step.rank}`).join(', ') || 'none on this scale';
  const facts: (readonly [string, string | undefined])[] = [
    ['id', entry.id === entry.lemma ? undefined : entry.id],
    ['kind', kind],
    ['meaning', meaning],
    ['scale', scale === undefined ? undefined : `${scale}, rank ${rank} of 100`],
    ['stronger', scale === undefined ? undefined : steps(entry.stronger)],
    ['weaker', scale === undefined ? undefined : steps(entry.weaker)],
    ['effect', effect && `${effect} if added, ${MIRRORED[effect]} if removed`],
    ...entry.shifts.map(({ way, actor, direction, why }, i) =>
      row('shifts', i, `${way === 'to' ? '→' : '←'} ${actor}: ${direction}, ${why}`),
    ),
    // What equals what is said above already.
    ['forms', entry.class === 'equivalent' ? undefined : forms.join(', ')],
    ['guards', guardsOf(entry)],
    ['note', note],
    ...entry.sources.map(({ key, title }, i) => row('sources', i, `${key}: ${title}`)),
    ['from', file ?? 'the built-in lexicon'],
  ];
  return facts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
}

/** One of several: only the first has the name. */
const row = (name: string, i: number, text: string): readonly [string, string] => [i === 0 ? name : '', text];

function guardsOf({ case: printed, notAfter, notBefore }: FoundEntry): string | undefined {
  const guards = [
    printed ? 'only in this case of letters' : '',
    notAfter ? `not after ${notAfter.join(', ')}` : '',
    notBefore ? `not before ${notBefore.join(', ')}` : '',
  ].filter((guard) => guard !== '');
  return guards.length > 0 ? guards.join('; ') : undefined;
}
