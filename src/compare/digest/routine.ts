import type { Link } from '../comparison.ts';
import type { Finding } from './finding.ts';
import { contentWords } from './revisions.ts';
import type { DigestContext } from './wording-findings.ts';

/** What every new edition of a text changes: its own number and date, session numbers, footnotes, the next recalled text. */
export function routineReader({ grammar, lexicon }: DigestContext): (finding: Finding) => string | undefined {
  const months = new Set(lexicon.data.calendar.months.flat().map((name) => name.toLowerCase()));
  const isFigure = (word: string): boolean =>
    /\d/.test(word) || grammar.routine.has(word) || months.has(word);
  return (finding) => {
    const { part, old, new: newer, lost, gained, clauses, link } = finding;
    if (part === 'note') return 'footnote';
    if (clauses.length > 0) return wordless(clauses) ? 'label' : undefined;
    const words = [...lost, ...gained];
    if (!words.every(isFigure)) return undefined;
    const text = (link.new[0] ?? link.old[0])!.text;
    if (part === 'frame' || (text.length < SHORT_LINE && contentWords(text, grammar).every(isFigure)))
      return 'own number or date';
    if (words.every((word) => grammar.routine.has(word) || /^\d+\p{L}{0,3}$/u.test(word))) {
      const beside = `${old} ${newer} ${text}`.toLowerCase();
      if ([...grammar.routine].some((word) => word.length > 3 && beside.includes(word)))
        return 'session or meeting';
    }
    if (opensRecalling(text, grammar.recalling) && /\d+\/\d+|\d{4}/.test(`${old} ${newer}`))
      return 'recalled texts';
    return undefined;
  };
}

/** UTF-16 units of a line that only says when and where. */
const SHORT_LINE = 60;

const opensRecalling = (text: string, recalling: ReadonlySet<string>): boolean =>
  recalling.has(/[\p{L}]+/u.exec(text)?.[0].toLowerCase() ?? '');

const wordless = (clauses: readonly Link[]): boolean =>
  clauses.every(({ old, new: newer }) => ![...old, ...newer].some(({ text }) => /[\p{L}]/u.test(text)));
