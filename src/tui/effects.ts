import type { ReaderMark } from '../compare/reader-marks.ts';
import type { Action } from './actions.ts';
import type { CommandName } from './commands.ts';
import { Cancelled, type Engine, type Pair } from './engine.ts';
import { quotation } from './quotation.ts';
import type { State } from './state.ts';
import { clipboardSequence, MAX_CLIPBOARD } from './terminal/clipboard.ts';
import { editorArgs } from './terminal/editor.ts';
import type { Session } from './terminal/session.ts';
import { splitCommand } from './terminal/split-command.ts';
import { selectedLink } from './views/clauses.ts';
import { columnsShown } from './views/timeline.ts';
import { createWaiting } from './waiting.ts';

export interface EffectsOptions {
  readonly engine: Engine;
  readonly session: Session;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dispatch: (action: Action) => void;
  keep(key: string, mark: ReaderMark): void;
  /** Draws everything anew. */
  redraw(): void;
  /** @param trouble why the view cannot go on */
  quit(trouble?: unknown): void;
}

/** What the view does in the world, told by what happened and by the states before and after it. */
export function createEffects(options: EffectsOptions) {
  const { engine, session, env, dispatch } = options;
  const waitFor = createWaiting((work) => dispatch({ type: 'working', work }));
  let loaded: Pair | undefined;

  const say = (text: string, isTrouble = false): void =>
    dispatch({ type: 'told', message: { text, isTrouble } });
  const sayTrouble = (error: unknown): void => {
    if (!(error instanceof Cancelled)) say(error instanceof Error ? error.message : String(error), true);
  };
  const nameOf = ({ drafts }: State, draft: number): string => drafts[draft]?.name ?? '';

  async function compare(state: State): Promise<void> {
    const { pair } = state;
    try {
      const [older, newer] = pair.map((draft) => nameOf(state, draft));
      const comparison = await waitFor(`comparing ${older} and ${newer}`, engine.compare(pair));
      loaded = pair;
      dispatch({ type: 'compared', pair, comparison });
    } catch (error) {
      // Without a comparison there is nothing to show.
      if (!loaded) options.quit(error instanceof Cancelled ? undefined : error);
      else if (error instanceof Cancelled) dispatch({ type: 'paired', pair: loaded });
      else sayTrouble(error);
    }
  }

  async function follow(draft: number, clause: number): Promise<void> {
    try {
      dispatch({
        type: 'followed',
        cells: await waitFor('following the clause', engine.thread(draft, clause)),
      });
    } catch (error) {
      sayTrouble(error);
    }
  }

  const asked = new Set<number>();
  /** Steps are worked out one after another, those that are shown first. */
  async function step(state: State): Promise<void> {
    const { from, to } = columnsShown(state);
    const wanted = [state.positions.timeline.at, ...Array.from({ length: to - from }, (_, i) => from + i)];
    const draft = wanted.find((i) => i > 0 && state.steps[i] === undefined && !asked.has(i));
    if (draft === undefined || asked.size > 0) return;
    asked.add(draft);
    try {
      const found = await waitFor(
        `comparing ${nameOf(state, draft)} with the one before`,
        engine.step(draft),
      );
      asked.delete(draft);
      dispatch({ type: 'stepped', draft, step: found });
    } catch (error) {
      asked.delete(draft);
      sayTrouble(error);
    }
  }

  async function report({ pair, filter, marks }: State, file: string): Promise<void> {
    if (file.trim() === '') return;
    try {
      say(
        `written: ${await waitFor(`writing ${file}`, engine.report({ file: file.trim(), pair, filter, marks }))}`,
      );
    } catch (error) {
      sayTrouble(error);
    }
  }

  /** @returns what to tell the reader, if anything */
  function edit(state: State): string | undefined {
    const link = selectedLink(state);
    if (!link) return 'select a clause to open its draft';
    const isGone = link.new.length === 0;
    const [clause] = isGone ? link.old : link.new;
    const info = state.drafts[state.pair[isGone ? 0 : 1]];
    if (!clause || !info) return undefined;
    if (info.file === undefined) return `${info.name} is no file that an editor could open`;
    const [program, ...args] = splitCommand(env.VISUAL || env.EDITOR || 'vi');
    if (program === undefined) return 'set EDITOR to the editor that you want';
    const outcome = session.runChild(program, editorArgs([program, ...args], info.file, clause.lines[0]));
    return outcome instanceof Error
      ? `${program}: ${outcome.message}; set EDITOR to another editor`
      : undefined;
  }

  function copy(state: State): string {
    const link = selectedLink(state);
    if (!link || !state.comparison) return 'select a clause to copy it';
    const text = quotation(state.comparison, link);
    if (Buffer.byteLength(text) > MAX_CLIPBOARD) return 'too long for the clipboard of a terminal';
    session.write(clipboardSequence(text, env));
    return 'old and new wording copied, if the terminal allows it (OSC 52)';
  }

  function perform(name: CommandName, before: State, after: State): void {
    if (name === 'quit') options.quit();
    else if (name === 'suspend') session.suspend();
    else if (name === 'redraw') options.redraw();
    else if (name === 'back' && before.work) engine.cancel();
    const told = name === 'open' ? edit(after) : name === 'copy' ? copy(after) : undefined;
    if (told !== undefined) say(told);
  }

  return (before: State, after: State, action: Action): void => {
    const prompt = before.dialog?.kind === 'prompt' ? before.dialog.prompt : undefined;
    if (action.type === 'command' && !before.dialog) perform(action.name, before, after);
    if (action.type === 'typed' && action.typing.kind === 'submit' && prompt?.purpose === 'report')
      void report(after, prompt.text);
    const isAnew = action.type === 'forgotten' && after.pair.includes(action.draft);
    if ((after.pair !== before.pair && action.type !== 'paired') || isAnew) void compare(after);
    if (after.thread && after.thread !== before.thread && !after.thread.cells)
      void follow(after.thread.draft, after.thread.clause);
    if (after.view === 'timeline') void step(after);
    if (after.mouse !== before.mouse) session.setMouse(after.mouse);
    if (after.marks !== before.marks)
      for (const [key, mark] of after.marks) if (before.marks.get(key) !== mark) options.keep(key, mark);
  };
}
