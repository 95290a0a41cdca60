// What test/tui/terminal/session.test.ts runs on a terminal: it tells its events, and a key does what may go wrong.
import { writeFileSync } from 'node:fs';
import { openTerminal } from '../../../src/tui/terminal/open-terminal.ts';
import { openSession } from '../../../src/tui/terminal/session.ts';

const [exitFile = '', deaf] = process.argv.slice(2);
const terminal = openTerminal(process.stdin, process.stdout);
if (!terminal) {
  console.log('no terminal');
  process.exit(4);
}
process.on('exit', (code) => writeFileSync(exitFile, `${code}`));

const tell = (text: string) => session.write(`[${text}]`);
/** Tells that it still waits, so that one knows when it has the terminal again. */
const ASK = 'echo asks; until read -t 0.1 answer; do echo waits; done; stty -a; echo "got $answer"; exit 6';
const TRAP = 'trap "echo interrupted; exit 5" INT; echo child waits; while :; do sleep 0.05; done';
const actions: Record<string, () => void> = {
  q: () => session.close(),
  t: () => {
    throw new Error('thrown \x1b[31m\nhere');
  },
  r: () => void Promise.reject(new Error('rejected')),
  x: () => process.exit(3),
  e: () => tell(`child ${session.runChild('bash', ['-c', ASK])}`),
  i: () => tell(`child ${session.runChild('sh', ['-c', TRAP])}`),
  n: () => tell(`child ${session.runChild('there-is-no-such-editor', [])}`),
  m: () => session.setMouse(true),
  'ctrl+z': () => session.suspend(),
};

const session = openSession({
  ...terminal,
  mouse: false,
  onEvent(event) {
    if (event.kind !== 'key') return tell(JSON.stringify(event));
    tell(`key ${event.name}`);
    actions[event.name]?.();
  },
  onResume: () => tell('resumed'),
  onFatal: () => tell('fatal'),
});
if (deaf) {
  process.removeAllListeners('SIGHUP');
  process.on('SIGHUP', () => {});
}
tell(`pid ${process.pid}`);
