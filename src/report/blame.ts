import type { ClauseOrigin } from '../compare/origins.ts';
import { safeJson } from './safe-json.ts';
import { oneLine } from './visible.ts';

/** A clause a block: the draft that brought it, then each phrase of another draft on a line of its own. */
export function blameText(origins: readonly ClauseOrigin[], names: readonly string[]): string {
  const shown = names.map(oneLine);
  const column = shown.reduce((most, name) => Math.max(most, name.length), 0);
  return origins
    .map(({ clause, draft, phrases }) => {
      const head = oneLine(`${clause.path}  ${clause.label}`.trimEnd());
      const isOne = phrases.every((phrase) => phrase.draft === draft);
      const lines = (isOne ? [{ text: clause.text, draft }] : phrases).map(
        (phrase) => `  ${(shown[phrase.draft] ?? '').padEnd(column)} │ ${oneLine(phrase.text).trim()}`,
      );
      return `${[head, ...lines].join('\n')}\n`;
    })
    .join('\n');
}

export const blameJson = (origins: readonly ClauseOrigin[], names: readonly string[]): string =>
  safeJson({ schema: 'clausediff/blame/1', drafts: names, clauses: origins });
