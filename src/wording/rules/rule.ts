import type { Change } from '../change.ts';
import type { SiteReader } from '../site-reader.ts';

/** Names the changes of one kind at a site, and covers the words they account for. */
export type Rule = (site: SiteReader) => Change[];
