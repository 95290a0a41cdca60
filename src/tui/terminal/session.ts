import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { constants } from 'node:os';
import { oneLine } from '../../report/visible.ts';
import { createKeyParser, type TerminalEvent } from './keys.ts';
import { writeAll } from './write-all.ts';

/** What an input tells when its terminal is gone. */
const INPUT_ENDS = ['end', 'close', 'error'] as const;
type InputEnd = (typeof INPUT_ENDS)[number];

/** The part of a `tty.ReadStream` that a session uses. */
export interface SessionInput {
  readonly fd: number;
  setRawMode(raw: boolean): unknown;
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  on(event: InputEnd, listener: () => void): unknown;
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  off(event: InputEnd, listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  ref(): unknown;
  unref(): unknown;
}

/** The part of a `tty.WriteStream` that a session uses. */
export interface SessionOutput {
  readonly fd: number;
  write(text: string): unknown;
  prependListener(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}

export interface SessionOptions {
  readonly input: SessionInput;
  readonly output: SessionOutput;
  readonly mouse: boolean;
  onEvent(event: TerminalEvent): void;
  /** The screen is ours again, and blank. */
  onResume(): void;
  /** Takes the app down before the terminal is given back, so that it draws nothing there. */
  onFatal(error: unknown): void;
}

export interface Session {
  /** Gives the terminal back to the shell, as Ctrl-Z does. */
  suspend(): void;
  /** Runs a program on the terminal, and waits. Its exit code, or why it did not run. */
  runChild(command: string, args: readonly string[]): number | Error;
  setMouse(on: boolean): void;
  /** Writes a sequence that draws nothing. */
  write(text: string): void;
  /** Gives the terminal back; once is enough. */
  close(): void;
}

const MOUSE_ON = '\x1b[?1000h\x1b[?1002h\x1b[?1006h';
const MOUSE_OFF = '\x1b[?1006l\x1b[?1002l\x1b[?1000l';
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J\x1b[H\x1b[?2004h';
const LEAVE = `\x1b[?2026l\x1b[?2004l${MOUSE_OFF}\x1b[r\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l`;

/** `EX_SOFTWARE` of sysexits.h. */
const INTERNAL_ERROR = 70;
const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes the whole terminal; gives it back at the end of the process, whatever ends it. */
export function openSession(options: SessionOptions): Session {
  const { input, output } = options;
  let mouse = options.mouse;
  let isActive = false;
  let isClosed = false;
  let childRan = false;
  let parser = createKeyParser(() => {});

  const read = (bytes: Uint8Array): void => parser.push(bytes);

  function start(): void {
    if (isActive || isClosed) return;
    isActive = true;
    parser = createKeyParser((event) => isActive && options.onEvent(event));
    process.on('SIGTSTP', suspend);
    input.setRawMode(true);
    writeAll(output.fd, ENTER + (mouse ? MOUSE_ON : ''));
    input.on('data', read);
    input.ref();
    input.resume();
  }

  function stop(): void {
    if (!isActive) return;
    isActive = false;
    parser.end();
    process.off('SIGTSTP', suspend);
    input.off('data', read);
    input.pause();
    input.unref();
    unlessGone(() => input.setRawMode(false));
    unlessGone(() => writeAll(output.fd, LEAVE));
  }

  function resume(): void {
    if (isActive || isClosed) return;
    start();
    options.onResume();
  }

  /** Stopped and continued from outside: the shell may have set other modes. */
  function continued(): void {
    stop();
    resume();
  }

  function suspend(): void {
    if (!isActive || process.platform === 'win32') return;
    stop();
    // The group, as a wrapper (npx) must stop too. Without a shell above us, nothing stops: then we go on.
    process.kill(0, 'SIGTSTP');
    setImmediate(resume);
  }

  function stopBy(signal: (typeof STOPPING_SIGNALS)[number]): void {
    // Ctrl-C in a child's cooked mode was for the child.
    if (signal === 'SIGINT' && childRan) return;
    close();
    process.exit(128 + constants.signals[signal]);
  }

  function fail(error: unknown): void {
    try {
      options.onFatal(error);
    } catch {
      // The first error is the one to tell.
    }
    close();
    const message = oneLine(`${error}`);
    unlessGone(() => writeSync(2, `clausediff: internal error, please report it: ${message}\n`));
    process.exit(INTERNAL_ERROR);
  }

  function gone(): void {
    close();
    process.exit(128 + constants.signals.SIGHUP);
  }

  function close(): void {
    stop();
    isClosed = true;
    for (const [event, listener] of processEvents) process.off(event, listener);
    for (const event of INPUT_ENDS) input.off(event, gone);
    output.off('error', gone);
  }

  const processEvents: readonly (readonly [string, (value: unknown) => void])[] = [
    ['exit', close],
    ['uncaughtException', fail],
    ['unhandledRejection', fail],
    ['SIGCONT', continued],
    ...STOPPING_SIGNALS.map((signal) => [signal, () => stopBy(signal)] as const),
  ];
  for (const [event, listener] of processEvents) process.on(event, listener);
  for (const event of INPUT_ENDS) input.on(event, gone);
  output.prependListener('error', gone);
  start();

  return {
    suspend,
    runChild(command, args) {
      stop();
      childRan = true;
      const { error, status, signal } = spawnSync(command, args, { stdio: [input.fd, output.fd, 2] });
      // Signals that came meanwhile are told in the next round of the event loop.
      setImmediate(() => setImmediate(() => (childRan = false)));
      resume();
      return error ?? status ?? 128 + constants.signals[signal!];
    },
    setMouse(on) {
      mouse = on;
      if (isActive) output.write(on ? MOUSE_ON : MOUSE_OFF);
    },
    write(text) {
      if (isActive) output.write(text);
    },
    close,
  };
}

/** A terminal that is gone has no modes to restore. */
function unlessGone(work: () => void): void {
  try {
    work();
  } catch {}
}
