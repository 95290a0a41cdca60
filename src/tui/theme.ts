import ansi from 'ansi-styles';
import type { Run, Tone } from '../report/runs.ts';

/** What a piece of the view means. */
export type ViewTone =
  | Tone
  | 'weaker'
  | 'stronger'
  | 'other'
  | 'match'
  | 'star'
  | 'seen'
  | 'key'
  | 'title'
  | 'alert';

export interface ViewRun extends Run<ViewTone> {
  /** Whether the bar of what is selected lies under it. */
  readonly bar?: boolean;
}

/** One row of the screen, or of a pane; with a bar it is filled to the width of its pane. */
export interface ViewRow {
  readonly runs: readonly ViewRun[];
  readonly bar?: boolean;
}

export type ColourLevel = 'none' | '16' | '256' | 'true';
export type Background = 'dark' | 'light';

/** How something looks: a colour as `#rrggbb`, another behind it, and attributes, which stay without colour. */
export interface Style {
  readonly colour?: string;
  readonly behind?: string;
  readonly attributes?: readonly Attribute[];
}

const ATTRIBUTES = { bold: '1', dim: '2', italic: '3', underline: '4', reverse: '7', strike: '9' } as const;
export type Attribute = keyof typeof ATTRIBUTES;
export const isAttribute = (name: string): name is Attribute => Object.hasOwn(ATTRIBUTES, name);

export type Styles = Readonly<Record<ViewTone | 'bar', Style>>;

/**
 * Blue and orange are told apart by every kind of colour vision; underline and strike-through, signs and words say the
 * same without colour. Contrast is 4.5 : 1 or more on black and on white, beside the bar too.
 */
export const STYLES: Readonly<Record<Background, Styles>> = {
  dark: {
    plain: {},
    insert: { colour: '#79c0ff', attributes: ['underline'] },
    delete: { colour: '#ffa657', attributes: ['strike'] },
    heading: { attributes: ['bold'] },
    strong: { attributes: ['bold'] },
    quiet: { colour: '#9da7b3' },
    weaker: { colour: '#ffa657', attributes: ['bold'] },
    stronger: { colour: '#79c0ff', attributes: ['bold'] },
    other: { colour: '#d2a8ff', attributes: ['bold'] },
    match: { colour: '#000000', behind: '#f2cc60' },
    star: { colour: '#f2cc60', attributes: ['bold'] },
    seen: { colour: '#7ee787' },
    key: { colour: '#d2a8ff', attributes: ['bold'] },
    title: { attributes: ['bold'] },
    alert: { colour: '#ffa198', attributes: ['bold'] },
    bar: { behind: '#21405f' },
  },
  light: {
    plain: {},
    insert: { colour: '#0550ae', attributes: ['underline'] },
    delete: { colour: '#953800', attributes: ['strike'] },
    heading: { attributes: ['bold'] },
    strong: { attributes: ['bold'] },
    quiet: { colour: '#57606a' },
    weaker: { colour: '#953800', attributes: ['bold'] },
    stronger: { colour: '#0550ae', attributes: ['bold'] },
    other: { colour: '#6639ba', attributes: ['bold'] },
    match: { colour: '#000000', behind: '#f2cc60' },
    star: { colour: '#7d4e00', attributes: ['bold'] },
    seen: { colour: '#116329' },
    key: { colour: '#6639ba', attributes: ['bold'] },
    title: { attributes: ['bold'] },
    alert: { colour: '#a40e26', attributes: ['bold'] },
    bar: { behind: '#cfe3ff' },
  },
};

/** Without colours or with few, the bar is the terminal's own reverse video, which is legible on every palette. */
const PLAIN_BAR: Style = { attributes: ['reverse'] };

export interface Painter {
  /** Whether insertions and deletions need `{+` and `{-` around them. */
  readonly marks: boolean;
  paint(row: ViewRow): string;
}

export function createPainter(styles: Styles, level: ColourLevel): Painter {
  const bar = level === '256' || level === 'true' ? styles.bar : PLAIN_BAR;
  const codes = (under: Style) =>
    Object.fromEntries(
      Object.entries(styles).map(([tone, style]) => [tone, sgr([under, style], level)]),
    ) as Record<ViewTone, string>;
  const [plain, barred] = [codes({}), codes(bar)];
  return {
    marks: level === 'none',
    paint: ({ runs }) =>
      runs
        .map(({ text, tone, bar: isBarred }) => {
          const code = (isBarred ? barred : plain)[tone];
          return code === '' || text === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
        })
        .join(''),
  };
}

function sgr(styles: readonly Style[], level: ColourLevel): string {
  const codes = styles.flatMap(({ colour, behind, attributes = [] }) => [
    ...attributes.map((name) => ATTRIBUTES[name]),
    ...(colour === undefined || level === 'none' ? [] : [colourCode(colour, level, 'color')]),
    ...(behind === undefined || level === 'none' ? [] : [colourCode(behind, level, 'bgColor')]),
    ...(behind !== undefined && level === 'none' ? [ATTRIBUTES.reverse] : []),
  ]);
  return codes.join(';');
}

/** @returns SGR parameters without introducer and end */
function colourCode(hex: string, level: ColourLevel, where: 'color' | 'bgColor'): string {
  const sequence =
    level === 'true'
      ? ansi[where].ansi16m(...ansi.hexToRgb(hex))
      : level === '256'
        ? ansi[where].ansi256(ansi.hexToAnsi256(hex))
        : ansi[where].ansi(ansi.hexToAnsi(hex));
  return sequence.slice('\u001b['.length, -'m'.length);
}

/** Colours that a terminal says it has. `NO_COLOR` bans colour, not underline. */
export function colourLevel(env: Readonly<Record<string, string | undefined>>): ColourLevel {
  const { FORCE_COLOR: forced, NO_COLOR: none, COLORTERM: colours = '', TERM: term = '' } = env;
  if (forced === '0' || forced === 'false') return 'none';
  if (forced === undefined && none) return 'none';
  if (forced === '3' || /^(?:truecolor|24bit)$/.test(colours)) return 'true';
  if (forced === '2' || /256color|direct/.test(term)) return '256';
  return '16';
}
