import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createKeyParser, type TerminalEvent } from './keys.ts';
import type { Terminal } from './open-terminal.ts';

const CSI = '\u001b[';
/** Alternate screen, no cursor, no wrapping at the edge, pastes marked. */
const ENTER = `${CSI}?1049h${CSI}?25l${CSI}?7l${CSI}?2004h${CSI}2J${CSI}H`;
const MOUSE_ON = `${CSI}?1000h${CSI}?1006h`;
const MOUSE_OFF = `${CSI}?1006l${CSI}?1000l`;
const LEAVE = `${CSI}?2026l${CSI}?2004l${MOUSE_OFF}${CSI}r${CSI}0m${CSI}?7h${CSI}?25h${CSI}?1049l`;

/** Exit code after a fault of ours: `EX_SOFTWARE` of sysexits. */
const FAULT = 70;
/** 128 and the signal's number, as shells tell it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface SessionOptions extends Terminal {
  readonly mouse: boolean;
  onEvent(event: TerminalEvent): void;
  /** The screen was used by others and has to be drawn anew. */
  onResume(): void;
  /** Unmounts the app, before the terminal is given back. */
  onFatal(): void;
  /** The terminal went away. */
  onLost(): void;
}

/** A terminal that is ours until it is given back, whichever way we leave. */
export interface Session {
  /** Gives the terminal back and stops, until the shell lets us go on. */
  suspend(): void;
  /** Lets another program have the terminal. Gives its exit code, or why it did not start. */
  runChild(command: string, args: readonly string[]): number | Error;
  setMouse(on: boolean): void;
  /** A sequence that draws nothing. */
  write(text: string): void;
  /** Gives the terminal back. */
  close(): void;
}

export function openSession(options: SessionOptions): Session {
  const { input, output } = options;
  const parser = createKeyParser(options.onEvent);
  let mouse = options.mouse;
  let isOurs = false;

  const onData = (bytes: Uint8Array): void => parser.push(bytes);
  const write = (text: string): void => {
    try {
      writeSync(output.fd, text);
    } catch {
      // The terminal is gone, and with it whatever was to be restored.
    }
  };
  const setRaw = (raw: boolean): void => {
    try {
      input.setRawMode(raw);
    } catch {
      // As above.
    }
  };
  const start = (): void => {
    if (isOurs) return;
    isOurs = true;
    setRaw(true);
    input.on('data', onData);
    input.resume();
    write(ENTER + (mouse ? MOUSE_ON : ''));
  };
  const stop = (): void => {
    if (!isOurs) return;
    isOurs = false;
    input.off('data', onData);
    input.pause();
    setRaw(false);
    write(LEAVE);
  };
  const onContinue = (): void => {
    start();
    options.onResume();
  };
  const onFault = (error: unknown): void => {
    try {
      options.onFatal();
    } catch {
      // What cannot even be unmounted must not hide the first fault.
    }
    stop();
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`clausediff: internal error, please report it: ${reason}\n`);
    process.exit(FAULT);
  };
  const onLost = (): void => options.onLost();
  const signals = Object.entries(SIGNALS).map(([name, code]) => {
    const handler = (): void => {
      stop();
      process.exit(code);
    };
    return [name as NodeJS.Signals, handler] as const;
  });

  process.on('exit', stop);
  for (const [name, handler] of signals) process.on(name, handler);
  process.on('SIGCONT', onContinue);
  process.on('uncaughtException', onFault);
  input.on('end', onLost);
  input.on('error', onLost);
  output.on('error', onLost);
  start();

  return {
    suspend: () => {
      stop();
      // The whole job, as vi does it: a wrapper such as npx must stop too, or the shell never gets its turn.
      process.kill(0, 'SIGTSTP');
    },
    runChild: (command, args) => {
      stop();
      const { status, error } = spawnSync(command, args, { stdio: [input.fd, output.fd, 2] });
      start();
      options.onResume();
      return error ?? status ?? FAULT;
    },
    setMouse: (on) => {
      mouse = on;
      write(on ? MOUSE_ON : MOUSE_OFF);
    },
    write,
    close: () => {
      process.off('exit', stop);
      for (const [name, handler] of signals) process.off(name, handler);
      process.off('SIGCONT', onContinue);
      process.off('uncaughtException', onFault);
      for (const stream of [input, output]) stream.off('error', onLost);
      input.off('end', onLost);
      stop();
      parser.end();
      input.unref?.();
    },
  };
}
