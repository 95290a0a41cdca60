import { render } from 'ink';
import type { ReaderMark, ReaderMarks } from '../compare/reader-marks.ts';
import { exactMeasure } from '../report/measure.ts';
import { App } from './app.tsx';
import { createEffects } from './effects.ts';
import type { Engine } from './engine.ts';
import { createKeymap, type Keymap, type OwnKeys } from './keymap.ts';
import { reduce } from './reduce.ts';
import { initialState } from './state.ts';
import { createStore, type Store } from './store.ts';
import { askBackground, backgroundFromEnv } from './terminal/background.ts';
import type { TerminalEvent } from './terminal/keys.ts';
import type { Terminal } from './terminal/open-terminal.ts';
import { Screen } from './terminal/screen.ts';
import { openSession } from './terminal/session.ts';
import { type Background, colourLevel, createPainter, STYLES, type Styles } from './theme.ts';
import { typingOf } from './typing-of.ts';

/** What a reader set for the view, in a configuration of their own. */
export interface ViewSettings {
  readonly keys: OwnKeys;
  readonly theme: Partial<Styles>;
  readonly background: Background | undefined;
  readonly mouse: boolean;
}

export interface ViewOptions {
  readonly engine: Engine;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: ViewSettings;
  readonly marks: { readonly known: ReaderMarks; keep(key: string, mark: ReaderMark): void };
  /** Calls back when the file of a draft changed; gives what ends that. */
  watch(files: readonly (string | undefined)[], onChange: (draft: number) => void): () => void;
}

/**
 * Shows the view until the reader quits. The terminal is given back before it ends, also where it fails.
 *
 * @throws what the engine says if the drafts cannot be read
 */
export async function runView({ engine, terminal, env, settings, marks, watch }: ViewOptions): Promise<void> {
  const measured = exactMeasure();
  const opening = engine.open();
  opening.catch(() => {});
  const screen = new Screen(terminal.output);
  let quit: (trouble?: unknown) => void = () => {};
  const ended = new Promise<undefined>((resolve, reject) => {
    quit = (trouble) => (trouble === undefined ? resolve(undefined) : reject(trouble));
  });
  ended.catch(() => {});
  const sizeNow = () => ({ columns: screen.columns, rows: screen.rows });

  let store: Store | undefined;
  /** What is typed before there is anything to type at waits. */
  const early: TerminalEvent[] = [];
  let take = (event: TerminalEvent): void => void early.push(event);
  let app: ReturnType<typeof render> | undefined;
  const redraw = (): void => {
    screen.invalidate();
    store?.dispatch({ type: 'resized', size: sizeNow() });
  };
  const session = openSession({
    ...terminal,
    mouse: settings.mouse,
    onEvent: (event) => {
      if (!question.handle(event)) take(event);
    },
    onResume: redraw,
    onFatal: () => app?.unmount(),
  });
  const question = askBackground((text) => session.write(text));
  let unwatch = (): void => {};
  try {
    const background = settings.background ?? (await question.answer) ?? backgroundFromEnv(env) ?? 'dark';
    const painter = createPainter({ ...STYLES[background], ...settings.theme }, colourLevel(env));
    const keys = createKeymap(settings.keys);
    const look = { measure: await measured, painter, keymap: keys };
    const effects = createEffects({
      engine,
      session,
      env,
      dispatch: (action) => store?.dispatch(action),
      keep: marks.keep,
      redraw,
      quit,
    });
    const own = createStore(
      { ...initialState(sizeNow(), marks.known), mouse: settings.mouse },
      (state, action) => reduce(state, action, look),
      effects,
    );
    store = own;
    screen.on('resize', redraw);
    app = render(<App store={own} look={look} slots={screen.slots} />, {
      stdout: screen as unknown as NodeJS.WriteStream,
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
    });
    take = (event) => handle(event, own, keys);
    for (const event of early) take(event);
    const drafts = await Promise.race([opening, ended]);
    if (!drafts) return;
    own.dispatch({ type: 'opened', drafts });
    unwatch = watch(
      drafts.map(({ file }) => file),
      (draft) => {
        engine.forget(draft);
        own.dispatch({ type: 'forgotten', draft });
      },
    );
    await ended;
  } finally {
    unwatch();
    app?.unmount();
    screen.close();
    session.close();
    engine.close();
  }
}

/** Rows that the wheel scrolls. */
const WHEEL = 3;

function handle(event: TerminalEvent, { get, dispatch }: Store, keymap: Keymap): void {
  if (event.kind === 'mouse') {
    const { action, x, y } = event;
    if (action === 'press') dispatch({ type: 'clicked', x, y });
    else if (action === 'wheel-up') dispatch({ type: 'wheeled', x, y, rows: -WHEEL });
    else if (action === 'wheel-down') dispatch({ type: 'wheeled', x, y, rows: WHEEL });
    return;
  }
  if (get().dialog?.kind === 'prompt') {
    const typing = typingOf(event);
    if (typing) dispatch({ type: 'typed', typing });
    return;
  }
  const name = event.kind === 'key' ? keymap.commandOf(event.name) : undefined;
  if (name) dispatch({ type: 'command', name });
}
