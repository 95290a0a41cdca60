/** A stretch of a text, in UTF-16 units: from the first to behind the last. */
export type TextSpan = readonly [start: number, endExclusive: number];
