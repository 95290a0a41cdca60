/** Lines of a source and the offsets where they start; endings may be LF, CRLF or CR, as in CommonMark. */
export class SourceLines {
  readonly #source: string;
  readonly #starts: readonly number[];
  readonly #cut: ReadonlyMap<number, number>;

  constructor(source: string, cut: ReadonlyMap<number, number>) {
    this.#source = source;
    this.#cut = cut;
    const starts = [0];
    const ending = /\r\n?|\n/g;
    while (ending.exec(source)) starts.push(ending.lastIndex);
    this.#starts = starts;
  }

  /** Offset in the source of a point of a parsed chunk that begins after `linesBefore` lines. */
  offsetOf(point: { readonly line: number; readonly column: number }, linesBefore: number): number {
    const line = linesBefore + point.line;
    return this.#startOf(line) + point.column - 1 + (this.#cut.get(line) ?? 0);
  }

  /** Offset of the first visible character of a line behind quotation marks, or of its end. */
  contentStart(line: number): number {
    const start = this.#startOf(line);
    const text = this.#source.slice(start, this.contentEnd(line));
    return start + (/^[\s>]*/.exec(text)?.[0].length ?? 0);
  }

  /** Offset behind the last visible character of a line. */
  contentEnd(line: number): number {
    const next = this.#starts[line] ?? this.#source.length;
    return this.#startOf(line) + this.#source.slice(this.#startOf(line), next).trimEnd().length;
  }

  /** Offset of the first character from `offset` on that is not white space. */
  nextVisible(offset: number): number {
    return offset + (/^\s*/.exec(this.#source.slice(offset))?.[0].length ?? 0);
  }

  startsWithEscapedLabel(line: number): boolean {
    const start = this.contentStart(line);
    return /^\(?\w{1,5}\\[.)]/.test(this.#source.slice(start, start + 8));
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  #startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#source.length;
  }
}
