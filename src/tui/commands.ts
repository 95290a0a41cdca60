/** What a reader can do. Keys are looked up here, and the help is printed from here. */
interface CommandInfo {
  readonly name: string;
  readonly keys: readonly string[];
  readonly summary: string;
}

interface Group {
  readonly title: string;
  readonly commands: readonly CommandInfo[];
}

/** In the order of the help. */
export const GROUPS = [
  {
    title: 'Move',
    commands: [
      { name: 'down', keys: ['j', 'down'], summary: 'next line' },
      { name: 'up', keys: ['k', 'up'], summary: 'line before' },
      { name: 'half-down', keys: ['d', 'ctrl+d'], summary: 'half a page down' },
      { name: 'half-up', keys: ['u', 'ctrl+u'], summary: 'half a page up' },
      { name: 'page-down', keys: ['space', 'pagedown', 'ctrl+f'], summary: 'a page down' },
      { name: 'page-up', keys: ['shift+space', 'pageup', 'ctrl+b'], summary: 'a page up' },
      { name: 'top', keys: ['g', 'home'], summary: 'first line' },
      { name: 'bottom', keys: ['G', 'end'], summary: 'last line' },
      { name: 'left', keys: ['left', 'h'], summary: 'to the left: older draft, or start of long lines' },
      { name: 'right', keys: ['right'], summary: 'to the right: newer draft, or end of long lines' },
      { name: 'other-pane', keys: ['tab', 'shift+tab'], summary: 'between list and text' },
    ],
  },
  {
    title: 'Changes',
    commands: [
      { name: 'next-change', keys: ['n'], summary: 'next change; next match while searching' },
      { name: 'previous-change', keys: ['N', 'p'], summary: 'change before; match before while searching' },
      { name: 'next-substantive', keys: ['}'], summary: 'next substantive change' },
      { name: 'previous-substantive', keys: ['{'], summary: 'substantive change before' },
      { name: 'other-end', keys: ['m'], summary: 'other end of a move, split or merge' },
      { name: 'enter', keys: ['enter'], summary: 'open what is selected' },
      { name: 'back', keys: ['escape', 'backspace'], summary: 'back; clear the search, the filter' },
    ],
  },
  {
    title: 'Show',
    commands: [
      { name: 'layout', keys: ['v'], summary: 'wording inline, or old and new side by side' },
      { name: 'wrap', keys: ['w'], summary: 'wrap long lines, or cut them' },
      { name: 'fold', keys: ['z'], summary: 'open or close the fold' },
      { name: 'fold-all', keys: ['Z'], summary: 'open or close all folds' },
      { name: 'search', keys: ['/'], summary: 'search both versions' },
      { name: 'filter', keys: ['f'], summary: 'only some classes or directions of change' },
    ],
  },
  {
    title: 'Views',
    commands: [
      { name: 'clauses', keys: ['c', '1'], summary: 'the clauses' },
      { name: 'texts', keys: ['s', '2'], summary: 'both texts side by side' },
      { name: 'ledger', keys: ['l', '3'], summary: 'ledger: each substitution with all its places' },
      { name: 'brackets', keys: ['b', '4'], summary: 'square brackets' },
      { name: 'thread', keys: ['t', '5'], summary: 'this clause through all drafts' },
      { name: 'timeline', keys: ['T', '6'], summary: 'all drafts, and what each changed' },
      { name: 'older-pair', keys: ['['], summary: 'the pair of drafts before' },
      { name: 'newer-pair', keys: [']'], summary: 'the next pair of drafts' },
      { name: 'base', keys: ['B'], summary: 'in the timeline: compare from this draft' },
    ],
  },
  {
    title: 'Marks',
    commands: [
      { name: 'seen', keys: ['x'], summary: 'seen, and on to the next that is not' },
      { name: 'seen-clause', keys: ['X'], summary: 'all changes of the clause seen, or none' },
      { name: 'star', keys: ['*'], summary: 'a star' },
      { name: 'note', keys: ['a'], summary: 'a short note' },
    ],
  },
  {
    title: 'Out',
    commands: [
      { name: 'open', keys: ['o', 'e'], summary: 'open the draft at this line in $VISUAL or $EDITOR' },
      { name: 'copy', keys: ['y'], summary: 'copy old and new wording' },
      { name: 'report', keys: ['r'], summary: 'write a report of what is filtered' },
      { name: 'mouse', keys: ['M'], summary: 'mouse on or off; off, the terminal selects text' },
      { name: 'redraw', keys: ['ctrl+l'], summary: 'draw the screen anew' },
      { name: 'suspend', keys: ['ctrl+z'], summary: 'suspend; fg comes back' },
      { name: 'help', keys: ['?', 'f1'], summary: 'this help' },
      { name: 'quit', keys: ['q', 'ctrl+c'], summary: 'quit' },
    ],
  },
] as const satisfies readonly Group[];

export type CommandName = (typeof GROUPS)[number]['commands'][number]['name'];

type NamedCommand = CommandInfo & { readonly name: CommandName };

export const COMMANDS: readonly NamedCommand[] = GROUPS.flatMap(
  ({ commands }): readonly NamedCommand[] => commands,
);
