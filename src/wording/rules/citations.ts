import { type Change, neutralChange, substantiveChange } from '../change.ts';
import type { Citation } from '../citations.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/** References inside the text; whether they only follow a renumbering is known where the whole text is. */
const INTERNAL = new Set(['paragraph', 'point', 'footnote', 'previous', 'next']);

/** References to other places and documents. */
export function citationChanges(site: SiteReader): Change[] {
  const found = difference(
    site.values('old', 'citation'),
    site.values('new', 'citation'),
    ({ to, targets }) => `${to} ${targets.join()}`,
  );
  site.coverBoth(found);
  site.cover('old', found.old);
  site.cover('new', found.new);
  const changes: Change[] = [];
  for (let i = 0; i < Math.max(found.old.length, found.new.length); i++) {
    changes.push(change(site, found.old[i], found.new[i]));
  }
  return changes;
}

function change(site: SiteReader, a: Citation | undefined, b: Citation | undefined): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  if (!a || !b) {
    const note = `a reference is ${a ? 'dropped' : 'new'}`;
    return substantiveChange('reference', 'changed', a ? 'removed' : 'added', wording, note);
  }
  if (a.to === 'document' && b.to === 'document' && isWholeText(site, a, b)) {
    return neutralChange(
      'numbering',
      'document',
      wording.old,
      wording.new,
      'the number of the document itself',
    );
  }
  if (a.to === b.to && INTERNAL.has(a.to)) {
    return neutralChange('reference', 'renumbered', wording.old, wording.new, 'a reference inside the text');
  }
  return substantiveChange('reference', 'changed', 'target', wording, 'refers to another place');
}

const isWholeText = (site: SiteReader, a: Citation, b: Citation): boolean =>
  a.endExclusive - a.start === site.words('old').tokens.length &&
  b.endExclusive - b.start === site.words('new').tokens.length;
