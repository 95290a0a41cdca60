/**
 * Letters of other alphabets that look like Latin ones, each string beside the letters it is taken for.
 *
 * Source: Unicode Technical Standard #39, confusables.txt (Unicode 16), as far as the letters of living alphabets go.
 */
const ALIKE: readonly (readonly [others: string, latin: string])[] = [
  // Cyrillic
  ['аеорсухіјѕһԁԛԝӏґьѵ', 'aeopcyxijshdqwlrbv'],
  ['АВЕЗКМНОРСТУХІЈЅԌԚԜҮӀѴЬ', 'ABE3KMHOPCTYXIJSGQWYIVb'],
  // Greek
  ['αγικνορυχϲϳ', 'ayikvopuxcj'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ', 'ABEZHIKMNOPTYXCJ'],
  // Armenian
  ['օոսհցզյքգԼՍՕ', 'onuhgqjpqLUO'],
  // Cherokee and Lisu
  ['ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ', 'ABCDEGHJKLMPRSTVWZ'],
  ['ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'ABCDEFGHIJKLMNOPRSTUVWXYZ'],
];

const LATIN: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap(([others, latin]) => [...others].map((char, i) => [char, [...latin][i] as string] as const)),
);

const OTHER = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'gu');

/** What a word looks like: words with one skeleton are hard to tell apart by eye. Case falls away. */
export const skeleton = (word: string): string =>
  word
    .normalize('NFD')
    .replace(OTHER, (char) => LATIN.get(char) as string)
    .toLowerCase();

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Lisu'] as const;
const SCRIPT_PATTERNS = SCRIPTS.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

const scriptOf = (char: string): string | undefined =>
  SCRIPT_PATTERNS.find(([, pattern]) => pattern.test(char))?.[0];

const alphabetsOf = (word: string): string =>
  SCRIPTS.filter((_, i) => SCRIPT_PATTERNS[i]?.[1].test(word)).join();

/** Whether two words look the same and are not: written with other alphabets. */
export const areLookAlikes = (old: string, newer: string): boolean =>
  skeleton(old) === skeleton(newer) && alphabetsOf(old) !== alphabetsOf(newer);

/** Whether a text has letters that need a look: of another alphabet than the Latin one. */
export const mayDeceive = (text: string): boolean => /[\u0370-\u058f\u13a0-\u13ff\ua4d0-\ua4ff]/.test(text);

/**
 * The letters of a word that only look as if they were of its alphabet: `Меmber` has `М` and `е` of Cyrillic. A unit or
 * a formula that joins alphabets (`Δt`) has letters that look like no others.
 */
export function strayLetters(word: string): string[] {
  if (!mayDeceive(word)) return [];
  return word.split(/[-'’.]/).flatMap((part) => {
    const letters = [...part.normalize('NFC')].flatMap((char) => {
      const script = scriptOf(char);
      return script === undefined ? [] : [{ char, script }];
    });
    const stray = letters.filter(({ script }) => script !== 'Latin');
    const isMixed = new Set(letters.map(({ script }) => script)).size > 1;
    return isMixed && stray.every(({ char }) => LATIN.has(char.normalize('NFD')[0] as string))
      ? [...new Set(stray.map(({ char }) => char))]
      : [];
  });
}

/** Letters in which two words with one skeleton differ, as a reader must be told: `Cyrillic а (U+0430)`. */
export function foreignLetters(old: string, newer: string): string[] {
  const [a, b] = [new Set(old), new Set(newer)];
  const odd = [...old].filter((char) => !b.has(char)).concat([...newer].filter((char) => !a.has(char)));
  return [...new Set(odd)].filter((char) => char.codePointAt(0)! > LAST_ASCII);
}

const LAST_ASCII = 0x7e;
