/** Words that carry little meaning alone, in the languages the product is used with most. */
const FUNCTION_WORDS = new Set(
  [
    'the a an of to in and on for with by at as is are be was were been that this these those its their it or not from',
    'which who will has have had than into upon under over between through during also all any such',
    'der die das des dem den ein eine einer eines einem einen und oder in im von vom zu zur zum mit auf für an am nach',
    'bei aus als ist sind wird werden dass nicht sich auch es er sie durch über unter',
    'le la les l un une des du de d et ou en à au aux dans par pour sur avec que qui est sont ce cette ces son sa ses',
    'leur leurs ne pas se il elle',
    'el los las una unos unas del al y o con por para su sus es son lo no',
  ]
    .join(' ')
    .split(' '),
);

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase());

/** Words that only join what is named beside them. */
export const isJoin = (word: string): boolean => JOINS.has(word);

const JOINS = new Set(['and', 'et', 'und']);
