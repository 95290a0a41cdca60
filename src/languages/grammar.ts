import de from './de/grammar.json' with { type: 'json' };
import en from './en/grammar.json' with { type: 'json' };
import fr from './fr/grammar.json' with { type: 'json' };

/** The small words of a language, and words by which a reader tells what a passage does; as data, in lower case. */
export interface Grammar {
  /** Words that carry little meaning alone. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that open a subordinate clause or an addition. */
  readonly subordinators: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Words with which a clause opens that only recalls or considers. */
  readonly recalling: ReadonlySet<string>;
  /** Words with which a clause demands, decides or condemns. */
  readonly demanding: ReadonlySet<string>;
  /** Words that turn the effect of what stands behind them: more of it is more of a condemnation or of a ban. */
  readonly negating: ReadonlySet<string>;
  /** Words that alone may carry law or politics. */
  readonly weighty: ReadonlySet<string>;
  /** What a text gives or takes: rights, duties, sanctions. */
  readonly duties: ReadonlySet<string>;
  /** Words beside which a number says which session, meeting or item it is. */
  readonly routine: ReadonlySet<string>;
  /** What a text calls itself and its predecessors. */
  readonly own: ReadonlySet<string>;
  /** Articles, pronouns and auxiliary verbs, which inflection brings and takes away. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Words that only link a sentence to the one before. */
  readonly linking: ReadonlySet<string>;
  /** What joins members of which all are meant, and what parts those of which one is enough. */
  readonly joining: ReadonlySet<string>;
  readonly parting: ReadonlySet<string>;
  /** Words beside a date that make it the end of what lasts, not a deadline. */
  readonly lasting: ReadonlySet<string>;
  /** Forms that no rule on endings finds, each with the name of its word. */
  readonly irregular: ReadonlyMap<string, string>;
}

const LISTS = { de, en, fr } as const;

const compiled = new Map<string, Grammar>();

/** The grammar of a language; that of English where there is none. */
export function grammarOf(language: string): Grammar {
  const known = compiled.get(language);
  if (known) return known;
  const { irregular, ...lists }: Record<keyof typeof en, string> =
    LISTS[language as keyof typeof LISTS] ?? en;
  const grammar = {
    ...Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))])),
    irregular: new Map(
      irregular.split(';').flatMap((forms) => forms.split(' ').map((form) => [form, forms] as const)),
    ),
  } as unknown as Grammar;
  compiled.set(language, grammar);
  return grammar;
}
