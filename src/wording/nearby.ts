import type { Edit } from './edits.ts';
import { SETTINGS } from './settings.ts';

/**
 * The edits with only as much of the unchanged text between them as can bear on their meaning: the sentences that hold
 * a change. In a paragraph of a page this is what a reader rereads, and nothing that stands elsewhere in it can explain
 * a change away.
 *
 *     The Council meets. It [welcomes → notes] the plan. It will return to it.
 *                        It [welcomes → notes] the plan.
 *
 * Brackets pair over any distance, so a clause that holds one is kept whole.
 */
export function nearby(edits: readonly Edit[]): readonly Edit[] {
  if (edits.some((edit) => edit.old.includes('[') || edit.new.includes('['))) return edits;
  return edits.map((edit, i) => {
    if (edit.op !== 'equal' || edit.old !== edit.new) return edit;
    const head = i === 0 ? '' : restOfSentence(edit.old);
    const tail = i === edits.length - 1 ? '' : startOfSentence(edit.old);
    if (head.length + tail.length >= edit.old.length) return edit;
    const text = head !== '' && tail !== '' ? `${head}\n${tail}` : head + tail;
    return { op: 'equal', old: text, new: text };
  });
}

/** The end of a sentence and the first sign of the next, as near as a text without grammar tells: `Art. 5` and `1. März` are none. */
const BORDER = /(?<!\s\d{1,2}(?=\.))[.!?][\p{Pe}\p{Pf}"']*\s+(?=[\p{Ps}\p{Pi}"']*[\p{Lu}\p{Lo}])|[。!?؟।]/gu;

function restOfSentence(text: string): string {
  const near = text.slice(0, SETTINGS.maxSentence);
  const [border] = near.matchAll(BORDER);
  if (border) return near.slice(0, border.index + border[0].length);
  return near === text ? text : near.slice(0, wordStart(near));
}

function startOfSentence(text: string): string {
  const near = text.slice(-SETTINGS.maxSentence);
  const border = [...near.matchAll(BORDER)].at(-1);
  if (border) return near.slice(border.index + border[0].length);
  return near === text ? text : near.replace(/^\S+/, '');
}

/** Offset of the word that a text ends with. */
function wordStart(text: string): number {
  let start = text.length;
  while (start > 0 && /\S/.test(text[start - 1] as string)) start--;
  return start;
}
