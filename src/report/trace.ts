import type { Trace, TraceEvent } from '../compare/trace.ts';
import { safeJson } from './safe-json.ts';
import { oneLine } from './visible.ts';

const SIGN = { appears: '+', disappears: '−', returns: '↩' } as const;

export function traceText({ phrase, counts, events }: Trace, names: readonly string[]): string {
  const rows = counts.map((count, draft) => {
    const own = events.filter((event) => event.draft === draft);
    return [`${oneLine(names[draft] ?? '')}: ${count}×`, ...own.map(eventLine)].join('\n');
  });
  return `"${oneLine(phrase)}"\n\n${rows.join('\n')}\n`;
}

function eventLine({ what, path, instead, excerpt }: TraceEvent): string {
  const other =
    instead === ''
      ? ''
      : what === 'disappears'
        ? `, now "${oneLine(instead)}"`
        : `, for "${oneLine(instead)}"`;
  return `  ${SIGN[what]} ${what} in ${oneLine(path)}${other}: ${oneLine(excerpt).replace(/\s+/g, ' ')}`;
}

export const traceJson = (trace: Trace, names: readonly string[]): string =>
  safeJson({ schema: 'clausediff/trace/1', drafts: names, ...trace });
