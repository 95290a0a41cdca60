import type { Direction } from '../../wording/change.ts';
import { formKey } from '../../wording/form-key.ts';
import { type ActorKind, type LexiconData, TERM_CLASSES } from '../../wording/lexicon-data.ts';
import { OWN_LISTS, type OwnLexicon, type OwnList } from '../../wording/own-lexicon.ts';

/** The lists whose entries are phrases; a shift is told with its actors. */
type EntryList = Exclude<OwnList, 'shifts'>;

const CLASSES = { ...TERM_CLASSES, formulas: 'formula', equivalents: 'equivalent' } as const;
type EntryClass = (typeof CLASSES)[EntryList];

/** The classes of entries, each once, in the order in which they are listed. */
export const ENTRY_CLASSES: readonly EntryClass[] = [...new Set(Object.values(CLASSES))];

/** An entry of a lexicon, whatever its list, with what a reader asks about it. */
export interface Entry {
  readonly class: EntryClass;
  /** The entry has this instead of a lemma, or beside it. */
  readonly id?: string;
  readonly lemma: string;
  readonly scale?: string;
  readonly rank?: number;
  readonly kind?: ActorKind | string;
  readonly meaning?: string;
  /** What adding it does. */
  readonly effect?: Direction;
  readonly note?: string;
  readonly forms: readonly string[];
  readonly case?: boolean;
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly sources: readonly Source[];
  /** The user's file that it comes from; absent where it is built in. */
  readonly file?: string;
}

interface Source {
  readonly key: string;
  readonly title: string;
}

/** What an entry of any list may hold. */
interface Raw extends Partial<Omit<Entry, 'class' | 'forms' | 'sources' | 'file'>> {
  readonly forms: readonly string[];
  readonly source?: readonly string[];
}

/** All entries of a lexicon that the files of a user were merged into. */
export function entriesOf(lexicon: LexiconData, files: readonly OwnLexicon[]): Entry[] {
  return OWN_LISTS.flatMap((list) => {
    if (list === 'shifts') return [];
    const entries: readonly Raw[] = lexicon[list];
    return entries.map((raw) => {
      const own = files.findLast((file) => isFrom(file, list, raw));
      const titles = { ...lexicon.sources, ...own?.sources };
      const { source = [], ...told } = raw;
      return {
        class: CLASSES[list],
        ...told,
        lemma: raw.lemma ?? raw.id ?? raw.forms.join(' = '),
        sources: source.map((key) => ({ key, title: titles[key] ?? '' })),
        ...(own ? { file: own.name } : {}),
      };
    });
  });
}

function isFrom(file: OwnLexicon, list: EntryList, entry: Raw): boolean {
  // Groups of forms that equal each other are joined, so none is as the file has it.
  if (list === 'equivalents') {
    const keys = new Set(entry.forms.map(formKey));
    return file.equivalents?.some(({ forms }) => forms.every((form) => keys.has(formKey(form)))) ?? false;
  }
  const own: readonly Raw[] = file[list] ?? [];
  return own.includes(entry);
}
