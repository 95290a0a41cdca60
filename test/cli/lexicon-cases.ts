import type { Case } from './cases.ts';
import type { Files } from './run.ts';

const OWN = `verbs:
  - lemma: take careful note
    scale: approval
    rank: 54
    forms: [takes careful note of, take careful note of]
    note: our own
hedges:
  - {lemma: where useful, effect: weaker, forms: [where useful], source: [H]}
sources: {H: The handbook}
`;
const CONFIGURED: Files = { 'own.yaml': OWN, '.clausediffrc.yaml': 'lexicon: own.yaml\n' };
const UNSAFE = '\u001b[2J\u202e\u0007\n\u009b';

const lists: readonly Case[] = [
  {
    name: 'lexicon lists all by class and scale, the strongest first',
    args: ['lexicon'],
    code: 0,
    stdout: [
      /^English, \d{3} entries\n/,
      /^actor: union$/m,
      /^verb: approval\n +95 {2}decide +\d+ forms\n/m,
      /^modality: commitment$/m,
      /^ +where appropriate +\d+ forms, weaker$/m,
      /^scope: halt-of-fighting$/m,
      /^formula$/m,
      /^equivalent: abbreviation$/m,
    ],
  },
  {
    name: 'lexicon --class lists one class',
    args: ['lexicon', '--class', 'verb'],
    code: 0,
    stdout: [/^verb: approval$/m, /^verb: directive$/m],
    notStdout: ['actor', 'hedge', 'modality'],
  },
  {
    name: 'lexicon --language lists another language',
    args: ['lexicon', '--language', 'fr', '--class=verb'],
    code: 0,
    stdout: [/^French, \d+ entries\n/, 'saluer'],
  },
  {
    name: 'lexicon --format json lists for programs',
    args: ['lexicon', '--format', 'json'],
    code: 0,
    stdout: [/^\{\n {2}"schema": "clausediff\/lexicon\/1",\n/, '"lemma": "take note"', /\n\}\n$/],
  },
  {
    name: 'lexicon lists the entries of the user, with their file',
    args: ['lexicon'],
    files: CONFIGURED,
    code: 0,
    stdout: [/^ +54 {2}take careful note +2 forms, own\.yaml$/m, /where useful +1 form, weaker, own\.yaml$/m],
  },
  {
    name: 'lexicon lists the language of the configuration',
    args: ['lexicon'],
    files: { 'package.json': '{"clausediff": {"language": "de"}}' },
    code: 0,
    stdout: [/^German, /],
  },
  {
    name: 'lexicon --language is stronger than the configuration',
    args: ['lexicon', '--language', 'en'],
    files: { 'clausediff.config.json': '{"language": "de"}' },
    code: 0,
    stdout: [/^English, /],
  },
];

const phrases: readonly Case[] = [
  {
    name: 'lexicon looks up a verb, with its neighbours on the ladder',
    args: ['lexicon', 'takes note of'],
    code: 0,
    stdout: [
      /^verb: take note\n/,
      /^ {2}scale +approval, rank \d+ of 100$/m,
      /^ {2}stronger +\D+ \d+, \D+ \d+$/m,
      /^ {2}weaker +\D+ \d+, \D+ \d+$/m,
      'took note of',
      /^ {2}sources +\S+: /m,
      /^ {2}from +the built-in lexicon$/m,
    ],
  },
  {
    name: 'lexicon takes the words of a phrase one by one, too',
    args: ['lexicon', 'Takes', 'NOTE', 'of'],
    code: 0,
    stdout: [/^verb: take note\n/],
  },
  {
    name: 'lexicon looks up an actor, with its shifts, and what equals it',
    args: ['lexicon', 'the european union'],
    code: 0,
    stdout: [
      /^actor: the European Union\n {2}id +eu\n {2}kind +union\n {2}shifts +→ the Europeans: weaker, /,
      /^ +← Europe: narrower, /m,
      /^equivalent: the European Union = the EU/m,
    ],
  },
  {
    name: 'lexicon looks up an actor without its article, with its guards',
    args: ['lexicon', 'commission'],
    code: 0,
    stdout: [/^actor: the Commission\n/, /^ {2}guards +only in this case of letters; not after /m],
  },
  {
    name: 'lexicon looks up a French noun with its article',
    args: ['lexicon', '--language', 'fr', "l'UE"],
    code: 0,
    stdout: [/^actor: l'Union européenne\n/],
  },
  {
    name: 'lexicon looks up a form with any number',
    args: ['lexicon', 'supported by 26 Heads of State or Government'],
    code: 0,
    stdout: [/^formula: n-of-27\n {2}meaning +\S/, /^ {2}effect +weaker if added, stronger if removed$/m],
  },
  {
    name: 'lexicon looks up the lemma, whichever the form',
    args: ['lexicon', 'humanitarian pause'],
    code: 0,
    stdout: [/^scope: humanitarian pause\n {2}scale +halt-of-fighting, /],
  },
  {
    name: 'lexicon looks up the spelling of the other continent',
    args: ['lexicon', 'recognizes'],
    code: 0,
    stdout: [/^verb: recognise\n/],
  },
  {
    name: 'lexicon looks up an entry of the user on the ladder',
    args: ['lexicon', 'takes careful note of'],
    files: CONFIGURED,
    code: 0,
    stdout: [
      /^verb: take careful note\n {2}scale +approval, rank 54 of 100\n {2}stronger +welcome 55, /,
      /^ {2}note +our own$/m,
      /^ {2}sources +user: own\.yaml$/m,
      /^ {2}from +own\.yaml$/m,
    ],
  },
  {
    name: 'lexicon tells the sources of the user by title',
    args: ['lexicon', 'where useful'],
    files: CONFIGURED,
    code: 0,
    stdout: [/^ {2}sources +H: The handbook$/m],
  },
  {
    name: 'lexicon in json tells the neighbours',
    args: ['lexicon', '-f', 'json', 'must'],
    code: 0,
    stdout: ['"schema": "clausediff/lexicon-phrase/1"', '"phrase": "must"', '"weaker": [', '"rank": '],
  },
  {
    name: 'lexicon wraps at the width of COLUMNS',
    args: ['lexicon', 'nothing'],
    env: { COLUMNS: '40' },
    code: 0,
    notStdout: [/.{41}/],
  },
  {
    name: 'lexicon does not know a phrase, and names the nearest',
    args: ['lexicon', 'sternly welcomes'],
    code: 1,
    stdout: [/^"sternly welcomes" is not in the lexicon; nearest: [^\n]*\bwelcome\b[^\n]*\n$/],
  },
  {
    name: 'lexicon knows no phrase that is near',
    args: ['lexicon', 'zebra of the'],
    code: 1,
    stdout: [/^"zebra of the" is not in the lexicon\n$/],
  },
  {
    name: 'lexicon in json does not know a phrase',
    args: ['lexicon', '--format=json', 'zebra'],
    code: 1,
    stdout: ['"found": []', '"nearest": []'],
  },
  {
    name: 'lexicon knows no empty phrase',
    args: ['lexicon', ''],
    code: 1,
    stdout: ['"" is not in the lexicon'],
  },
  {
    name: 'lexicon sends no commands of a phrase to the terminal',
    args: ['lexicon', `welcome ${UNSAFE}`],
    code: 1,
    stdout: [/^"welcome ␛\[2J⟨U\+202E⟩␇ ⟨U\+009B⟩" is not in the lexicon[^\n]*\n$/],
  },
  {
    name: 'lexicon sends no commands of a file to the terminal',
    args: ['lexicon', 'where unsafe'],
    files: {
      'own.json': JSON.stringify({
        hedges: [{ lemma: `where unsafe${UNSAFE}`, effect: 'weaker', forms: ['where unsafe'], note: UNSAFE }],
      }),
      'clausediff.config.json': '{"lexicon": "own.json"}',
    },
    code: 0,
    stdout: ['where unsafe␛[2J⟨U+202E⟩␇ ⟨U+009B⟩\n'],
    notStdout: [/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/],
  },
  {
    name: 'lexicon in json sends no commands of a file to the terminal',
    args: ['lexicon', '--format', 'json'],
    files: {
      'own.json': JSON.stringify({ negations: [{ lemma: `x${UNSAFE}`, forms: ['x'] }] }),
      'clausediff.config.json': '{"lexicon": "own.json"}',
    },
    code: 0,
    stdout: ['"x\\u001b[2J\\u202e\\u0007\\n\\u009b"'],
    notStdout: [/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/],
  },
];

const validation: readonly Case[] = [
  {
    name: 'lexicon --validate counts the entries',
    args: ['lexicon', '--validate', 'own.yaml', 'one.json'],
    files: { 'own.yaml': OWN, 'one.json': '{"negations": [{"lemma": "nay", "forms": ["nay"]}]}' },
    code: 0,
    stdout: [/^own\.yaml: valid, 2 entries\none\.json: valid, 1 entry\n$/],
  },
  {
    name: 'lexicon --validate says what is wrong, and prints nothing of the others',
    args: ['lexicon', '--validate', 'own.yaml', 'bad.yaml'],
    files: { 'own.yaml': OWN, 'bad.yaml': OWN.replace('54', 'high') },
    code: 2,
    stderr: ['bad.yaml: line 4: verbs[0].rank: expected a number from 0 to 100, not "high"'],
  },
  {
    name: 'lexicon --validate does not look at the configuration',
    args: ['lexicon', '--validate', 'own.yaml'],
    files: { 'own.yaml': OWN, '.clausediffrc.yaml': 'nonsense: 1\n' },
    code: 0,
    stdout: ['valid'],
  },
  {
    name: 'lexicon --validate a missing file',
    args: ['lexicon', '--validate', 'absent.yaml'],
    code: 2,
    stderr: ['absent.yaml: no such file'],
  },
  {
    name: 'lexicon --validate a folder',
    args: ['lexicon', '--validate', 'sub'],
    folders: ['sub'],
    code: 2,
    stderr: ['sub: is a folder'],
  },
  {
    name: 'lexicon --validate a file whose keys hold terminal commands',
    args: ['lexicon', '--validate', 'bad.json'],
    files: { 'bad.json': JSON.stringify({ [UNSAFE]: 1 }) },
    code: 2,
    stderr: ['bad.json: line 1: unknown key'],
  },
  { name: 'lexicon --validate nothing', args: ['lexicon', '--validate'], code: 2, stderr: ['at least one'] },
  {
    name: 'lexicon --validate with an option that it does not take',
    args: ['lexicon', '--validate', '--format', 'json', 'own.yaml'],
    files: { 'own.yaml': OWN },
    code: 2,
    stderr: ['--validate', '--format'],
  },
];

const errors: readonly Case[] = [
  {
    name: 'lexicon --help names every option',
    args: ['lexicon', '--help'],
    code: 0,
    stdout: [
      /^Usage: clausediff lexicon /,
      ...['--language', '--class', '--format', '--validate', '--help'],
      'Exit code: 0 found or valid, 1 not in the lexicon, 2 trouble.',
    ],
  },
  {
    name: 'the help of the program names the lexicon',
    args: ['--help'],
    code: 0,
    stdout: [/^ {2}lexicon +\S/m],
  },
  {
    name: 'lexicon --language with a language that it does not have',
    args: ['lexicon', '--language', 'es'],
    code: 2,
    stderr: ['--language takes en, fr, de, not "es"'],
  },
  {
    name: 'lexicon --class with a bad name says which it takes',
    args: ['lexicon', '--class', 'adverb'],
    code: 2,
    stderr: ['--class takes actor, verb,', 'not "adverb"'],
  },
  {
    name: 'lexicon --class with a phrase',
    args: ['lexicon', '--class', 'verb', 'welcomes'],
    code: 2,
    stderr: ['--class is for the list'],
  },
  {
    name: 'lexicon --format with a bad name',
    args: ['lexicon', '--format', 'yaml'],
    code: 2,
    stderr: ['--format takes text, json, not "yaml"'],
  },
  {
    name: 'lexicon with a configuration that is wrong',
    args: ['lexicon'],
    files: { '.clausediffrc.yaml': 'language: en\nlexicn: own.yaml\n' },
    code: 2,
    stderr: ['.clausediffrc.yaml: line 2: unknown key "lexicn"; it takes lexicon, language, redLines'],
  },
  {
    name: 'lexicon with a lexicon of the configuration that is wrong',
    args: ['lexicon', 'welcome'],
    files: { ...CONFIGURED, 'own.yaml': 'remove: [wellcome]\n' },
    code: 2,
    stderr: ['own.yaml: line 1: remove[0]: the built-in lexicon has no entry "wellcome"'],
  },
];

export const LEXICON_CASES: readonly Case[] = [...lists, ...phrases, ...validation, ...errors];
