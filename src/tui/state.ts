import type { Comparison } from '../compare/comparison.ts';
import type { ReaderMarks } from '../compare/reader-marks.ts';
import type { DraftInfo, Pair, StepSummary, ThreadCell } from './engine.ts';
import { type Filter, NO_FILTER } from './filter.ts';

export type ViewName = 'clauses' | 'texts' | 'ledger' | 'brackets' | 'thread' | 'timeline';

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The selected row of a list, and the first one on the screen. */
export interface Position {
  readonly at: number;
  readonly top: number;
}

export const START: Position = { at: 0, top: 0 };

/** One line of typing at the foot of the screen. */
export interface Prompt {
  readonly purpose: 'search' | 'note' | 'report';
  readonly text: string;
  /** In graphemes from the start. */
  readonly caret: number;
  /** Where the reader was, to go back to on Escape. */
  readonly origin: { readonly position: Position; readonly unit: number };
}

export type Dialog =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'filter'; readonly at: number }
  | { readonly kind: 'prompt'; readonly prompt: Prompt };

export interface Message {
  readonly text: string;
  readonly isTrouble: boolean;
}

/** What the view waits for. */
export interface Work {
  readonly what: string;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

/** One clause through the chain; the cells come later than the view. */
interface OpenThread {
  /** The draft and the clause it was opened from. */
  readonly draft: number;
  readonly clause: number;
  readonly cells: readonly ThreadCell[] | undefined;
}

/** All that the view shows, and nothing that the view does. */
export interface State {
  readonly size: Size;
  readonly drafts: readonly DraftInfo[];
  /** Which two drafts are compared. */
  readonly pair: Pair;
  /** Of the pair; what it was before while the new one is worked on. */
  readonly comparison: Comparison | undefined;
  readonly work: Work | undefined;
  readonly message: Message | undefined;
  readonly view: ViewName;
  /** The views to go back to, the last one first. */
  readonly behind: readonly ViewName[];
  readonly focus: 'list' | 'detail';
  readonly positions: Readonly<Record<ViewName, Position>>;
  /** In the detail pane: its first line; in the ledger the selected place. */
  readonly scroll: number;
  readonly place: number;
  /** The selected change of the selected clause. */
  readonly unit: number;
  readonly layout: 'inline' | 'side';
  readonly wrap: boolean;
  /** Columns that long lines are shifted by. */
  readonly shift: number;
  /** Keys of the folds that are open; undefined if all are. */
  readonly opened: ReadonlySet<string> | undefined;
  readonly filter: Filter;
  /** What is searched for; empty if nothing. */
  readonly search: string;
  readonly dialog: Dialog | undefined;
  readonly marks: ReaderMarks;
  readonly mouse: boolean;
  /** For each draft what it changed, as far as known. */
  readonly steps: readonly (StepSummary | undefined)[];
  readonly thread: OpenThread | undefined;
  /** Once the pair is compared: the clause of the newer draft to go to. */
  readonly target: number | undefined;
  /** In the timeline: the draft to compare from, if one was chosen. */
  readonly base: number | undefined;
}

export const initialState = (size: Size, marks: ReaderMarks): State => ({
  size,
  drafts: [],
  pair: [0, 1],
  comparison: undefined,
  work: undefined,
  message: undefined,
  view: 'clauses',
  behind: [],
  focus: 'list',
  positions: {
    clauses: START,
    texts: START,
    ledger: START,
    brackets: START,
    thread: START,
    timeline: START,
  },
  scroll: 0,
  place: 0,
  unit: 0,
  layout: 'inline',
  wrap: true,
  shift: 0,
  opened: new Set(),
  filter: NO_FILTER,
  search: '',
  dialog: undefined,
  marks,
  mouse: false,
  steps: [],
  thread: undefined,
  target: undefined,
  base: undefined,
});

/** Smallest terminal in which a clause can be read. */
export const MIN_SIZE: Size = { columns: 40, rows: 10 };

/** Rows of head and foot. */
const FRAME_ROWS = 3;
/** From so many columns on, list and text stand beside each other. */
const MIN_COLUMNS_BESIDE = 76;

/** Where the two panes are; the gap between them is one row or three columns. */
export interface Panes {
  readonly beside: boolean;
  readonly list: Size;
  readonly detail: Size;
}

export function panesOf({ columns, rows }: Size): Panes {
  const body = Math.max(1, rows - FRAME_ROWS);
  if (columns >= MIN_COLUMNS_BESIDE) {
    const list = Math.min(52, Math.max(30, Math.floor(columns * 0.36)));
    return {
      beside: true,
      list: { columns: list, rows: body },
      detail: { columns: columns - list - 3, rows: body },
    };
  }
  const list = Math.max(2, Math.floor((body - 1) * 0.4));
  return {
    beside: false,
    list: { columns, rows: list },
    detail: { columns, rows: Math.max(1, body - 1 - list) },
  };
}

export const bodyOf = ({ columns, rows }: Size): Size => ({ columns, rows: Math.max(1, rows - FRAME_ROWS) });
