import * as v from 'valibot';
import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';

/** A place in a file: keys and indexes from the top. */
type Place = readonly (string | number)[];

/** What a file says, and how to tell its author where it is wrong. */
export interface CheckedYaml<T> {
  readonly value: T;
  /** An error at a place: `own.yaml: line 12: verbs[3].rank: …`. */
  problem(place: Place, what: string): Error;
}

/**
 * Reads YAML, or JSON, which is YAML too, and holds it against a schema.
 *
 * @param name what the file is called in messages
 * @param Problem the class of error to throw, with one line that names the file, the line and the key
 */
export function readYaml<T>(
  text: string,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  Problem: new (message: string) => Error,
): CheckedYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const lineOf = (place: Place): number => lineAt(offsetOf(document, place));
  const told = (text: string): Error =>
    new Problem(
      text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join(' '),
    );
  const problem = (place: Place, what: string, shown = place): Error =>
    told(`${name}: line ${lineOf(place)}: ${shown.length > 0 ? `${pathOf(shown)}: ` : ''}${what}`);

  const [error] = document.errors;
  if (error)
    throw told(
      `${name}: line ${lineAt(error.pos[0])}: ${unreadable(TELLING.has(error.code) ? error.message : 'unexpected text')}`,
    );
  const result = v.safeParse(schema, plainValue(document, name, Problem));
  if (result.success) return { value: result.output, problem };
  const [first] = result.issues
    .map((issue) => ({ issue, place: placeOf(issue), line: lineOf(placeOf(issue)) }))
    // A misspelt key is the reason why the right one is missing, so it is told first.
    .sort((a, b) => Number(isUnknownKey(b.issue)) - Number(isUnknownKey(a.issue)) || a.line - b.line);
  const { issue, place } = first as NonNullable<typeof first>;
  throw problem(place, issue.message, isUnknownKey(issue) ? place.slice(0, -1) : place);
}

/** A mapping that takes these keys and no others. */
export function closed<const T extends v.ObjectEntries>(entries: T) {
  const keys = Object.keys(entries).join(', ');
  const known = v.strictObject(entries, ({ expected, received }) =>
    expected === 'never' ? `unknown key ${received}; it takes ${keys}` : `${expected} is missing`,
  );
  return v.pipe(mapping(`a mapping with ${keys}`), known);
}

/** The same for a whole file that may be another one: nothing in it is told before one of these keys is. */
export function closedFile<const T extends v.ObjectEntries>(entries: T) {
  const keys = Object.keys(entries);
  const hasOne = (input: Record<string, unknown>): boolean =>
    Object.keys(input).length === 0 || keys.some((key) => Object.hasOwn(input, key));
  const whole = mapping(`a mapping with ${keys.join(', ')}`);
  return v.pipe(whole, v.check(hasOne, `unknown keys; it takes ${keys.join(', ')}`), closed(entries));
}

/** Any mapping; for a schema alone, a list would be one too. */
export const mapping = (what: string) =>
  v.custom<Record<string, unknown>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    ({ input }) => `expected ${what}, not ${KINDS[typeof input] ?? shown(input)}`,
  );

/** The message of a schema: what was expected, and what is there. */
export const expected =
  (what: string) =>
  ({ input }: { readonly input: unknown }): string =>
    `expected ${what}, not ${shown(input)}`;

/** Told in the place of what is there, where nothing yet says that the file is ours. */
const KINDS: Readonly<Record<string, string>> = { string: 'text', number: 'a number', bigint: 'a number' };

const MAX_SHOWN = 60;

function shown(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  if (typeof input === 'object') return 'a mapping';
  if (typeof input !== 'string') return String(input);
  return JSON.stringify(input.length > MAX_SHOWN ? `${input.slice(0, MAX_SHOWN)}…` : input);
}

const isUnknownKey = (issue: v.BaseIssue<unknown>): boolean =>
  issue.type === 'strict_object' && issue.expected === 'never';

/** A missing key has no line, so it is told of the mapping where it should be. */
function placeOf(issue: v.BaseIssue<unknown>): Place {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const isMissing = issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key';
  return isMissing && !isUnknownKey(issue) ? keys.slice(0, -1) : keys;
}

const pathOf = (place: Place): string =>
  place.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');

/** Where a place begins in the text: at its key, or for an item of a list at the item. */
function offsetOf(document: Document.Parsed, place: Place): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of place) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === key);
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

function plainValue(
  document: Document.Parsed,
  name: string,
  Problem: new (message: string) => Error,
): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // An alias without its anchor, or so many aliases that they can only be meant to do harm.
    const [what = ''] = (cause as Error).message.split(/ \(|:/);
    throw new Problem(`${name}: line 1: ${unreadable(what)}`);
  }
}

/**
 * What the parser finds wrong and can say without a word of the file, which may be any file of the user's, named by
 * mistake or by somebody else.
 */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  'ALIAS_PROPS',
  'BAD_INDENT',
  'BLOCK_IN_FLOW',
  'DUPLICATE_KEY',
  'KEY_OVER_1024_CHARS',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'NON_STRING_KEY',
  'TAB_AS_INDENT',
] as const);

/** A sentence of the parser as the end of ours. */
function unreadable(message: string): string {
  const [line = ''] = message.split('\n');
  return `not readable as YAML or JSON: ${line.replace(/; please use .*/, '').replace(/[.:]$/, '')}`;
}
