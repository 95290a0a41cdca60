import { visible } from '../report/visible.ts';

/** Untrusted text as a part of one line that is safe for a terminal. */
export const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');
