import { type Option, type ParsedArgs, UsageError } from './program.ts';

export const FORMAT_OPTION: Option = {
  name: 'format',
  short: 'f',
  value: 'text|json',
  summary: 'text for readers, json for programs',
};

export function chooseFormat(args: ParsedArgs): 'text' | 'json' {
  const format = args.value('format') ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--format takes text or json, not "${format}"`);
  return format;
}
