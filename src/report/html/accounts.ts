import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BracketEntry, Comparison, LedgerEntry } from '../../compare/comparison.ts';
import { kindText, pairText, toldLedger } from '../findings.ts';
import type { Anchors } from './anchors.ts';
import { linkTo, table, wordingCells, words } from './elements.ts';

/** The ledger with the places left, the brackets and the stale references. */
export function accounts(comparison: Comparison, anchors: Anchors, level: 'h2' | 'h3'): ElementContent[] {
  const { links, brackets, references } = comparison;
  const linkOf = new Map(links.map((link) => [link.id, link]));
  const placeOf = (id: string, path: string): ElementContent => {
    const link = linkOf.get(id);
    const clause = link?.new.find((one) => one.path === path);
    if (!link) return words(path);
    return linkTo(clause ? anchors.clause('new', clause) : anchors.of(link), words(path));
  };
  const ledger = toldLedger(comparison);
  const stale = references.filter((reference) => reference.stale);
  return [
    ...(ledger.length > 0 ? [h(level, 'Ledger'), ledgerTable(ledger, placeOf)] : []),
    ...(brackets.open + brackets.before > 0
      ? [
          h(level, 'Brackets'),
          h(
            'p',
            `${brackets.before} → ${brackets.open} open${brackets.nested > 0 ? `, ${brackets.nested} nested` : ''}`,
          ),
          h(
            'ul',
            [...brackets.opened, ...brackets.changed, ...brackets.closed].map((entry) =>
              h('li', [placeOf(entry.link, entry.path), ` ${entry.how}: `, words(bracketText(entry))]),
            ),
          ),
        ]
      : []),
    ...(stale.length > 0
      ? [
          h(level, 'Stale references'),
          h(
            'ul',
            stale.map(({ link, text, was, now }) => {
              const path = linkOf.get(link)?.new[0]?.path ?? '';
              return h('li', [
                placeOf(link, path),
                ': “',
                words(text),
                '” meant ',
                words(was === '' ? 'nothing' : was),
                now === '' ? ', which is no longer there' : ', now ',
                ...(now === '' ? [] : [words(now)]),
              ]);
            }),
          ),
        ]
      : []),
  ];
}

const bracketText = ({ old, new: newer, how }: BracketEntry): string =>
  how === 'as-is' ? newer : pairText(old, newer);

function ledgerTable(
  entries: readonly LedgerEntry[],
  placeOf: (id: string, path: string) => ElementContent,
): ElementContent {
  const rows = entries.map((entry) =>
    h('tr', { dataClass: entry.class, dataDirection: entry.direction }, [
      h('td.kind', kindText(entry)),
      ...wordingCells(entry.old, entry.new),
      h('td', String(entry.count)),
      h('td', [
        ...entry.left.flatMap(({ link, path }, i): ElementContent[] => [
          ...(i > 0 ? [{ type: 'text' as const, value: ', ' }] : []),
          placeOf(link, path),
        ]),
        ...(entry.leftCount > entry.left.length ? [` and ${entry.leftCount - entry.left.length} more`] : []),
      ]),
      h('td', entry.already > 0 ? String(entry.already) : ''),
    ]),
  );
  return table(
    'What was replaced throughout, and where the old wording is left',
    ['What', 'Old', 'New', 'Times', 'Still in', 'So before'],
    rows,
  );
}
