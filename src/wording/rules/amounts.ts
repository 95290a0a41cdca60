import { type AmountValue, formatAmount } from '../amounts.ts';
import { type Change, MIRRORED, neutralChange, substantiveChange } from '../change.ts';
import type { Mention } from '../mentions.ts';
import { isSameWording } from '../same-wording.ts';
import { difference, type SiteReader } from '../site-reader.ts';

/**
 * Amounts, percentages and counts, with the difference computed; "at least" and "up to" beside them.
 *
 *     EUR 150 billion → EUR 140 billion     weaker, less by EUR 10 billion
 *     40 000 → 40,000                       neutral
 *     at least 2 % → 2 %                    weaker
 */
export function amountChanges(site: SiteReader): Change[] {
  const found = difference(
    site.values('old', 'amount'),
    site.values('new', 'amount'),
    ({ value, unit }) => `${value} ${/^(?:%|[A-Z]{3})$/.test(unit) ? unit : ''}`,
  );
  // A number word alone ("two") is an ordinary word; only against another number is it an amount.
  const isTold = ({ spelled }: AmountValue): boolean =>
    !spelled || (found.old.length > 0 && found.new.length > 0);
  const [old, newer] = [found.old.filter(isTold), found.new.filter(isTold)];
  site.coverBoth(found);
  site.cover('old', old);
  site.cover('new', newer);
  const changes = found.both.flatMap(([a, b]) => sameAmount(site, a, b));
  const rest = [...newer];
  const alone: AmountValue[] = [];
  for (const a of old) {
    const at = rest.findIndex(({ unit }) => unit === a.unit);
    if (at < 0) alone.push(a);
    else changes.push(betweenAmounts(site, a, rest.splice(at, 1)[0] as AmountValue));
  }
  for (let i = 0; i < Math.max(alone.length, rest.length); i++) {
    changes.push(betweenUnits(site, alone[i], rest[i]));
  }
  return [
    ...changes,
    ...quantityChanges(
      site,
      changes.some(({ substantive }) => substantive),
    ),
  ];
}

function sameAmount(site: SiteReader, a: AmountValue, b: AmountValue): Change[] {
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  return old === newer
    ? []
    : [neutralChange('typography', 'number', old, newer, 'the same number, written otherwise')];
}

function betweenAmounts(site: SiteReader, a: AmountValue, b: AmountValue): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  const more = b.value > a.value;
  const by = formatAmount(Math.abs(b.value - a.value), a.unit);
  return substantiveChange(
    'amount',
    more ? 'stronger' : 'weaker',
    more ? 'more' : 'less',
    wording,
    `${more ? 'more' : 'less'} by ${by}`,
  );
}

function betweenUnits(site: SiteReader, a: AmountValue | undefined, b: AmountValue | undefined): Change {
  const wording = { old: site.text('old', a), new: site.text('new', b) };
  if (a && b)
    return substantiveChange('amount', 'changed', 'unit', wording, 'another amount, not comparable');
  return substantiveChange(
    'amount',
    'changed',
    a ? 'removed' : 'added',
    wording,
    `a figure is ${a ? 'dropped' : 'new'}`,
  );
}

/** "at least" beside an amount that changed as well only softens or hardens it. */
function quantityChanges(site: SiteReader, besideAmount: boolean): Change[] {
  const found = difference(
    site.mentions('old', 'qualifier', ['amount']),
    site.mentions('new', 'qualifier', ['amount']),
    ({ term }) => term,
  );
  site.coverBoth(found);
  site.cover('old', found.old);
  site.cover('new', found.new);
  const name = besideAmount ? 'hedge' : 'amount';
  const told = (mention: Mention, side: 'old' | 'new'): Change => {
    const text = site.text(side, mention);
    const effect = mention.term.effect ?? 'changed';
    return substantiveChange(
      name,
      side === 'old' ? MIRRORED[effect] : effect,
      `quantity:${mention.term.name}`,
      side === 'old' ? { old: text, new: '' } : { old: '', new: text },
      `"${mention.term.lemma}" is ${side === 'old' ? 'dropped' : 'added'}`,
    );
  };
  const same = found.both.flatMap(([x, y]) => sameQuantity(site, x, y));
  if (same.length > 0) return same;
  const [a, b] = [found.old[0], found.new[0]];
  if (a && b && found.old.length === 1 && found.new.length === 1) {
    const [from, to] = [MIRRORED[a.term.effect ?? 'changed'], b.term.effect ?? 'changed'];
    const wording = { old: site.text('old', a), new: site.text('new', b) };
    const rule = `quantity:${a.term.name}>${b.term.name}`;
    return [substantiveChange(name, from === to ? to : 'changed', rule, wording, 'another kind of limit')];
  }
  return [
    ...found.old.map((mention) => told(mention, 'old')),
    ...found.new.map((mention) => told(mention, 'new')),
  ];
}

/** Two forms of one entry, told unless they are declared to say the same. */
function sameQuantity(site: SiteReader, a: Mention, b: Mention): Change[] {
  const [old, newer] = [site.text('old', a), site.text('new', b)];
  if (site.sameWords(a, b) || isSameWording(old, newer, site.lexicon)) return [];
  const note = `other words, of the kind of "${a.term.lemma}"`;
  return [substantiveChange('amount', 'changed', `same-kind:${a.term.name}`, { old, new: newer }, note)];
}
