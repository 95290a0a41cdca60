/** A heading that is open: what follows stands in its section. */
interface OpenSection {
  readonly clause: number;
  /** Depth of a Markdown heading, 1 to 6; undefined for a heading set as a bold or a numbered line. */
  readonly depth: number | undefined;
  readonly style: string;
}

/**
 * Which section a heading stands in. Markdown headings tell by their depth. A bold or numbered line stands in the
 * Markdown section above it, beside the last one of its style; an annex stands beside all sections but the title.
 */
export class OpenSections {
  #open: OpenSection[] = [];

  /**
   * Closes what a heading ends.
   *
   * @param isTitle whether the clause of the first section is the title of the whole text
   * @returns the clause that the heading stands in, or -1
   */
  closeFor(depth: number | undefined, style: string, isTitle: (clause: number) => boolean): number {
    if (depth !== undefined) {
      const outer = this.#open.findLastIndex((it) => it.depth !== undefined && it.depth < depth);
      this.#open = this.#open.slice(0, outer + 1);
    } else if (style === 'annex') {
      const [first] = this.#open;
      this.#open = first?.depth === 1 && isTitle(first.clause) ? [first] : [];
    } else {
      const same = this.#open.findLastIndex((it) => it.depth === undefined && it.style === style);
      if (same >= 0) this.#open = this.#open.slice(0, same);
    }
    return this.#open.at(-1)?.clause ?? -1;
  }

  open(clause: number, depth: number | undefined, style: string): void {
    this.#open.push({ clause, depth, style });
  }
}
