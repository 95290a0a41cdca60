import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Link, LinkedClause } from '../../compare/comparison.ts';
import { kindText, pairText } from '../findings.ts';
import { factsOf, inlineRuns, neutralNote, sideRuns, signOf } from '../link-runs.ts';
import { type PlacedLink, placedLinks } from '../placed-links.ts';
import { placeOf } from '../ranked-findings.ts';
import { blocksOf, isWanted, type Selection } from '../selection.ts';
import { foldNote } from '../text.ts';
import type { Anchors } from './anchors.ts';
import { linkTo, marked, words } from './elements.ts';

/** The text clause by clause, what is not asked for folded, with the places that moved clauses left. */
export function clauses(links: readonly Link[], selection: Selection, anchors: Anchors): ElementContent[] {
  const leftBehind = placesLeft(links);
  const written = (link: Link): ElementContent[] => [
    article(link, selection, anchors),
    ...(leftBehind.get(link) ?? []).map((moved) => pointer(moved, anchors)),
  ];
  return [
    ...(leftBehind.get(undefined) ?? []).map((moved) => pointer(moved, anchors)),
    ...blocksOf(links, selection).flatMap((block): ElementContent[] =>
      block.kind === 'shown'
        ? written(block.link)
        : [h('details.fold', [h('summary', `… ${foldNote(block.links)}`), ...block.links.flatMap(written)])],
    ),
  ];
}

/** For each link those whose old place comes right after it; for `undefined` those at the very beginning. */
function placesLeft(links: readonly Link[]): ReadonlyMap<Link | undefined, readonly Link[]> {
  const found = new Map<Link | undefined, Link[]>();
  let before: Link | undefined;
  for (const { link, place } of placedLinks(links) as readonly PlacedLink[]) {
    if (place === 'stands') before = link;
    else found.set(before, [...(found.get(before) ?? []), link]);
  }
  return found;
}

const pointer = (link: Link, anchors: Anchors): ElementContent =>
  h('p.left', { id: anchors.left(link) }, [
    words(placeOf(link.old)),
    ' stood here; moved to ',
    linkTo(anchors.of(link), words(placeOf(link.new))),
  ]);

function article(link: Link, selection: Selection, anchors: Anchors): ElementContent {
  const { kind, moved, old, new: newer, edits, changes } = link;
  const told = changes.filter((change) => isWanted(change, selection));
  const isEdited = edits.some(({ op }) => op !== 'equal') && old.length > 0 && newer.length > 0;
  const type = (newer[0] ?? old[0])?.type ?? 'paragraph';
  return h(
    'article',
    {
      id: anchors.of(link),
      className: [kind, type, ...(moved ? ['moved'] : [])],
      dataClass: [...new Set(told.map((change) => change.class))].join(' '),
      dataDirection: [...new Set(told.map((change) => change.direction))].join(' '),
    },
    [
      ...otherIds(link, anchors),
      h('p.head', [
        linkTo(
          anchors.of(link),
          h('b', [`${signOf(link)} `, words(placeOf(newer.length > 0 ? newer : old))]),
        ),
        ...facts(link, anchors),
      ]),
      h('p.text', { className: isEdited ? ['inline'] : [], dir: 'auto' }, [
        ...labels(newer.length > 0 ? newer : old),
        ...marked(inlineRuns(edits)),
      ]),
      ...(isEdited
        ? [
            h('div.sides', [
              h('p.text', { dir: 'auto' }, [...labels(old), ...marked(sideRuns(edits, 'old'))]),
              h('p.text', { dir: 'auto' }, [...labels(newer), ...marked(sideRuns(edits, 'new'))]),
            ]),
          ]
        : []),
      ...(told.length > 0
        ? [
            h(
              'ul.findings',
              told.map((change) =>
                h('li', { dataClass: change.class, dataDirection: change.direction }, [
                  h('span.kind', kindText(change)),
                  ': ',
                  words(pairText(change.old, change.new)),
                  ...(change.note === '' ? [] : [h('span.why', [' (', words(change.note), ')'])]),
                ]),
              ),
            ),
          ]
        : []),
      ...neutralLine(link, selection.neutral),
    ],
  );
}

/** A part of a split, and an old clause that was merged or deleted, have addresses of their own. */
function otherIds({ new: newer }: Link, anchors: Anchors): ElementContent[] {
  return newer.slice(1).map((clause) => h('span', { id: anchors.clause('new', clause) }));
}

function facts(link: Link, anchors: Anchors): ElementContent[] {
  const told = factsOf(link).join(', ');
  if (told === '') return [];
  const text = h('span.facts', [' ', words(told)]);
  return link.moved && link.new.length > 0
    ? [text, { type: 'text', value: ' ' }, linkTo(anchors.left(link), h('span.facts', 'where it stood'))]
    : [text];
}

const labels = (clauses: readonly LinkedClause[]): ElementContent[] =>
  clauses[0] && clauses[0].label !== ''
    ? [h('span.label', words(clauses[0].label)), { type: 'text', value: ' ' }]
    : [];

function neutralLine({ changes }: Link, neutral: boolean): ElementContent[] {
  const note = neutral ? '' : neutralNote(changes);
  return note === '' ? [] : [h('p.neutral', ['neutral: ', words(note)])];
}
