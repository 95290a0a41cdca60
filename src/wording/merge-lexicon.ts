import { formKey } from './form-key.ts';
import type { EquivalentData, LexiconData } from './lexicon-data.ts';
import { OWN_LISTS, type OwnLexicon, type OwnList } from './own-lexicon.ts';

/** An entry of any list, by what decides whether it replaces another. */
interface Entry {
  readonly id?: string;
  readonly lemma?: string;
  readonly scale?: string;
  readonly from?: string;
  readonly to?: string;
  readonly forms?: readonly string[];
}

/**
 * A lexicon with a user's entries. An entry replaces the one with the same id, or the same lemma on the same scale,
 * and takes its forms from the other entries of its list, so that a phrase means what the user says it means. Entries
 * that stay whole stay the same objects. A file for another language changes nothing.
 */
export function mergeLexicon(base: LexiconData, own: OwnLexicon): LexiconData {
  if (own.language !== undefined && own.language !== base.language) return base;
  const removed = new Set(own.remove ?? []);
  const lists = Object.fromEntries(
    OWN_LISTS.map((list) => [list, mergeList(list, base[list], own[list] ?? [], removed)]),
  ) as Pick<LexiconData, OwnList>;
  const ids = new Set(lists.actors.map(({ id }) => id));
  return {
    ...base,
    ...lists,
    // A shift of an actor that is gone can never be seen.
    shifts: lists.shifts.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    sources: { ...base.sources, ...own.sources },
  };
}

/** What `remove` may call an entry. */
export const namesOf = ({ id, lemma, forms }: Entry): readonly string[] =>
  // Forms of one meaning have no name; the first of them stands for them.
  [id, lemma ?? forms?.[0]].filter((name) => name !== undefined);

function mergeList(
  list: OwnList,
  base: readonly Entry[],
  own: readonly Entry[],
  removed: ReadonlySet<string>,
): readonly Entry[] {
  const kept = base.filter((entry) => !namesOf(entry).some((name) => removed.has(name)));
  if (list === 'equivalents') return joinEquivalents(kept as EquivalentData[], own as EquivalentData[]);
  const identities = new Set(own.map(identityOf));
  const claimed = new Set(own.flatMap(({ forms = [] }) => forms.map(formKey)));
  return [
    ...kept
      .filter((entry) => !identities.has(identityOf(entry)))
      .map((entry) => withoutForms(entry, claimed))
      .filter(({ forms }) => forms?.length !== 0),
    ...own,
  ];
}

/** What equals one form of a group equals all of them, so an entry of the user's takes in the groups that it touches. */
function joinEquivalents(
  base: readonly EquivalentData[],
  own: readonly EquivalentData[],
): readonly EquivalentData[] {
  return own.reduce((groups, entry) => {
    const keys = new Set(entry.forms.map(formKey));
    const touched = groups.filter(({ forms }) => forms.some((form) => keys.has(formKey(form))));
    const forms = new Set([entry, ...touched].flatMap((group) => group.forms));
    return [...groups.filter((group) => !touched.includes(group)), { ...entry, forms: [...forms] }];
  }, base);
}

const identityOf = ({ id, lemma, scale, from, to }: Entry): string =>
  JSON.stringify(from === undefined ? (id ?? [lemma, scale]) : [from, to]);

function withoutForms(entry: Entry, claimed: ReadonlySet<string>): Entry {
  const forms = entry.forms?.filter((form) => !claimed.has(formKey(form)));
  return forms === undefined || forms.length === entry.forms?.length ? entry : { ...entry, forms };
}
