/**
 * What reading a draft gives: the contract of this room.
 *
 * A draft is a tree of clauses, kept as a flat list in document order. Everything visible in the source is
 * either inside a clause's span or in an entry of `setAside`, so that nothing vanishes unseen.
 */

/** The kinds of node of the clause tree. `code` is a fenced block or a block of HTML that holds text. */
export type ClauseType = 'section' | 'paragraph' | 'point' | 'footnote' | 'quote' | 'row' | 'code';

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly endExclusive: number;
}

/**
 * Markup over a part of a clause's text; `target` is where a link or an image leads, or the HTML tag. What is `hidden`
 * a reader of the page does not see, and the `layout` of code has its lines and blanks as its `target`.
 */
export interface Mark extends Span {
  readonly type: 'strong' | 'emphasis' | 'delete' | 'code' | 'link' | 'image' | 'html' | 'hidden' | 'layout';
  readonly target?: string;
}

export interface Label {
  /** As printed: `4.`, `(a)`, `–`, `Article 3`. */
  readonly text: string;
  /** The number or letter alone, in lower case: `4`, `a`, `article 3`; empty for a dash or bullet. */
  readonly value: string;
  /** The shape shared by the labels of one series: `num.`, `(alpha)`, `roman)`, `bullet`, `article`. */
  readonly style: string;
}

export interface Clause {
  /** Position in `Draft.clauses`. */
  readonly index: number;
  readonly type: ClauseType;
  readonly label: Label | undefined;
  /** Where the clause stands: `II/4/a`. Unique within a draft. */
  readonly path: string;
  /** The clause's own text, without its label and its children; white space collapsed, markup removed. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** First and last line in the source, counted from 1, both inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** The parts of the source that hold label and text; more than one when page furniture cuts the clause. */
  readonly spans: readonly Span[];
  /** Index of the parent clause, or -1 at the top. */
  readonly parent: number;
  readonly children: readonly number[];
  /** For a footnote: the index of the first clause that refers to it, or -1. */
  readonly citedBy: number;
}

export type SetAsideKind = 'front-matter' | 'separator' | 'furniture' | 'comment' | 'definition' | 'markup';

/** A part of the source that is not read as text: page furniture, separators, front matter, bare markup. */
export interface SetAside extends Span {
  readonly kind: SetAsideKind;
  readonly text: string;
  readonly lines: readonly [first: number, last: number];
}

export interface Draft {
  readonly name: string;
  /** From the front matter or the first heading; empty if there is neither. */
  readonly title: string;
  readonly source: string;
  readonly clauses: readonly Clause[];
  readonly setAside: readonly SetAside[];
  /** One line for each limit that was hit while reading; empty means that all was read as it stands. */
  readonly limits: readonly string[];
}

/** A draft that cannot be read: one line that says what, where and what to do. */
export class DraftError extends Error {
  override name = 'DraftError';
}
