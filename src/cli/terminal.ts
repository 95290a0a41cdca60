import { colourPainter, type Painter, plainPainter } from '../report/paint.ts';
import { MIN_WIDTH } from '../report/text-lines.ts';
import { type Program, UsageError } from './program.ts';

const DEFAULT_WIDTH = 80;

/** Columns for the output: the option, then the terminal's own width, then `COLUMNS`. */
export function chooseWidth(option: string | undefined, { env, stdout }: Program): number {
  if (option !== undefined) {
    if (!/^\d{1,4}$/.test(option) || Number(option) < MIN_WIDTH) {
      throw new UsageError(`--width takes a number of columns from ${MIN_WIDTH} to 9999, not "${option}"`);
    }
    return Number(option);
  }
  const columns = stdout.columns ?? Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? Math.max(MIN_WIDTH, columns) : DEFAULT_WIDTH;
}

/** Colour or not: option > `FORCE_COLOR` > `NO_COLOR` > `TERM=dumb` > is it a terminal or git's pager. */
export function choosePainter(option: string | undefined, program: Program): Painter {
  return wantsColour(option ?? 'auto', program) ? colourPainter : plainPainter;
}

function wantsColour(option: string, { env, stdout }: Program): boolean {
  if (option === 'always') return true;
  if (option === 'never') return false;
  if (option !== 'auto') throw new UsageError(`--color takes auto, always or never, not "${option}"`);
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  if (env.TERM === 'dumb') return false;
  return stdout.isTTY === true || env.GIT_PAGER_IN_USE !== undefined;
}
