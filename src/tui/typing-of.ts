import type { Typing } from './actions.ts';
import type { TerminalEvent } from './terminal/keys.ts';

const EDITS: Readonly<Record<string, Typing & { kind: 'edit' }>> = {
  backspace: { kind: 'edit', what: 'backspace' },
  delete: { kind: 'edit', what: 'delete' },
  left: { kind: 'edit', what: 'left' },
  right: { kind: 'edit', what: 'right' },
  home: { kind: 'edit', what: 'home' },
  end: { kind: 'edit', what: 'end' },
  'ctrl+a': { kind: 'edit', what: 'home' },
  'ctrl+e': { kind: 'edit', what: 'end' },
  'ctrl+u': { kind: 'edit', what: 'clear' },
};

/** What an event means while a line is typed; undefined if nothing. */
export function typingOf(event: TerminalEvent): Typing | undefined {
  if (event.kind === 'paste') return { kind: 'text', text: event.text };
  if (event.kind !== 'key') return undefined;
  if (event.name === 'enter') return { kind: 'submit' };
  if (event.name === 'escape' || event.name === 'ctrl+c') return { kind: 'cancel' };
  if (event.text !== undefined) return { kind: 'text', text: event.text };
  return EDITS[event.name];
}
