import { foldTypography } from '../draft/fold.ts';

/**
 * British and American forms of one word, as rules on its ending. Source: the European Commission's English Style
 * Guide (spelling, -is-/-iz-, doubled consonants) for the forms; the pairs are standard dictionary variants.
 * A rule asks for a stem of some length, so that "prise" and "size" stay what they are.
 */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(e|es|ed|ing|er|ers|ation|ations|ational|able)$/, 'iz$1'],
  [/(?<=[a-z]{3})ys(e|es|ed|ing|er|ers)$/, 'yz$1'],
  [
    /^(hon|lab|neighb|fav|behavi|endeav|harb|col|hum|rum|vig|val|sav|savi|arm|ard|rig|cand|demean)our([a-z]*)$/,
    '$1or$2',
  ],
  [/^(cent|theat|fib|calib|lit|kilomet|millimet|met|spect|mit|meag)re(s?)$/, '$1er$2'],
  [/^(def|off|pret|lic)ence(s|less)?$/, '$1ense$2'],
  [/^(program)me(s|d)?$/, '$1$2'],
  [/^(dialog|catalog|analog|monolog)ue(s|d)?$/, '$1$2'],
  [/^(trave|mode|signa|cance|labe|fue|tota|channe|equa|counse|leve|marshalle?)ll(ed|ing|er|ers)$/, '$1l$2'],
  [/^(judg|acknowledg|abridg)ement(s?)$/, '$1ment$2'],
  [/^(fulfi|enro|insta|ski|wi)ll?(ment|ments|ful|fully)$/, '$1l$2'],
  [/^(fulfi|enro|disti|insti)ll?(s?)$/, '$1l$2'],
  [/^(toward|forward|backward|afterward|upward|downward)s$/, '$1'],
  [/^(amid|among)st$/, '$1'],
];

const WORDS: Readonly<Record<string, string>> = {
  ageing: 'aging',
  artefact: 'artifact',
  artefacts: 'artifacts',
  cheque: 'check',
  connexion: 'connection',
  grey: 'gray',
  sceptical: 'skeptical',
  scepticism: 'skepticism',
  sulphur: 'sulfur',
  aluminium: 'aluminum',
  manoeuvre: 'maneuver',
  manoeuvres: 'maneuvers',
  whilst: 'while',
  kyiv: 'kiev',
  kharkiv: 'kharkov',
};

/** Letters that at least one of the endings needs; most words have none of them. */
const MAY_VARY =
  /is(?:e|ing|ation|able)|ys(?:e|ing)|our|re|ence|mme|ogue|ll|ement|ward|st|fil|rol|stal|kil|wil|til/;

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff' };

/** The form shared by all spellings of a word; two words with one key are the same word. */
export function spellingKey(word: string): string {
  const [, stem = '', possessive = ''] = /^(.*?)('s?)?$/s.exec(foldTypography(word).toLowerCase()) ?? [];
  let key = stem.replace(/[œæßﬁﬂﬀ]/g, (letter) => LIGATURES[letter] ?? letter);
  key = WORDS[key] ?? key;
  if (MAY_VARY.test(key)) for (const [ending, replacement] of ENDINGS) key = key.replace(ending, replacement);
  return key + possessive;
}
