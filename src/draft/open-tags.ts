import type { Mark } from './draft.ts';
import { readTag, type TagEffect } from './html-tags.ts';

interface OpenTag {
  readonly name: string;
  readonly effect: TagEffect | undefined;
  readonly start: number;
  readonly source: string;
}

/** Pairs the HTML tags of a text, so that what is struck out or hidden by them is known as what lies between two. */
export class OpenTags {
  #open: OpenTag[] = [];
  /** How many elements of a name are open; where there is none, none is looked for. */
  readonly #names = new Map<string, number>();

  /**
   * Takes the next tag.
   *
   * @param at where it stands in the text
   * @returns the mark it makes: of the whole element where it ends one that strikes out or hides, none where it begins
   *   one, otherwise of the tag itself
   */
  take(source: string, at: number): Mark | undefined {
    const tag = readTag(source);
    const bare: Mark = { type: 'html', start: at, endExclusive: at, target: source };
    if (tag === undefined || tag.isVoid) return bare;
    const { name, effect, closes } = tag;
    if (!closes) {
      this.#open.push({ name, effect, start: at, source });
      this.#count(name, 1);
      return effect === undefined ? bare : undefined;
    }
    if (!this.#names.has(name)) return bare;
    const [ended, ...inside] = this.#open.splice(this.#open.findLastIndex((open) => open.name === name));
    for (const open of [ended, ...inside]) this.#count(open?.name ?? name, -1);
    return ended?.effect === undefined ? bare : spanning(ended, ended.effect, at);
  }

  /** Goes on with another text: what is open is so from its beginning. A new paragraph ends one that is open. */
  leaveText(): void {
    this.#open = this.#open.filter(({ name }) => name !== 'p').map((open) => ({ ...open, start: 0 }));
    this.#names.delete('p');
  }

  /** The marks of what strikes out or hides and has not ended; of each kind the outermost, which holds the others. */
  unended(end: number): Mark[] {
    return (['delete', 'hidden'] as const).flatMap((effect) => {
      const outermost = this.#open.find((open) => open.effect === effect);
      return outermost ? [spanning(outermost, effect, end)] : [];
    });
  }

  #count(name: string, more: 1 | -1): void {
    const count = (this.#names.get(name) ?? 0) + more;
    if (count > 0) this.#names.set(name, count);
    else this.#names.delete(name);
  }
}

const spanning = ({ start, source }: OpenTag, type: TagEffect, endExclusive: number): Mark => ({
  type,
  start,
  endExclusive,
  target: source,
});
