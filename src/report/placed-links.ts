import type { Link } from '../compare/comparison.ts';

/** A link where it stands in the new draft, or the place in the old draft that a moved one left. */
export interface PlacedLink {
  readonly link: Link;
  readonly place: 'stands' | 'left';
}

/** All links in the order of the new draft, and in between the places that moved ones left. */
export function placedLinks(links: readonly Link[]): PlacedLink[] {
  const indexOf = ({ old }: Link): number => old[0]?.index ?? -1;
  const inOldOrder = links.filter(({ old }) => old.length > 0).sort((a, b) => indexOf(a) - indexOf(b));
  const leftAfter = new Map<Link | undefined, Link[]>();
  let before: Link | undefined;
  for (const link of inOldOrder) {
    if (link.moved && link.new.length > 0) leftAfter.set(before, [...(leftAfter.get(before) ?? []), link]);
    else before = link;
  }
  const left = (after: Link | undefined): PlacedLink[] =>
    (leftAfter.get(after) ?? []).map((link) => ({ link, place: 'left' }));
  return [
    ...left(undefined),
    ...links.flatMap((link): PlacedLink[] => [{ link, place: 'stands' }, ...left(link)]),
  ];
}
