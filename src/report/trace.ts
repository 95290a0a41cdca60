import type { Trace, TraceEvent } from '../compare/trace.ts';
import { visible } from './visible.ts';

const SIGN = { appears: '+', disappears: '−', returns: '↩' } as const;

export function traceText({ phrase, counts, events }: Trace, names: readonly string[]): string {
  const rows = counts.map((count, draft) => {
    const own = events.filter((event) => event.draft === draft);
    return [`${visible(names[draft] ?? '')}: ${count}×`, ...own.map(eventLine)].join('\n');
  });
  return `"${visible(phrase)}"\n\n${rows.join('\n')}\n`;
}

function eventLine({ what, path, instead, excerpt }: TraceEvent): string {
  const other =
    instead === ''
      ? ''
      : what === 'disappears'
        ? `, now "${visible(instead)}"`
        : `, for "${visible(instead)}"`;
  return `  ${SIGN[what]} ${what} in ${visible(path)}${other}: ${visible(excerpt).replace(/\s+/g, ' ')}`;
}

export const traceJson = (trace: Trace, names: readonly string[]): string =>
  `${JSON.stringify({ schema: 'clausediff/trace/1', drafts: names, ...trace }, null, 2)}\n`;
