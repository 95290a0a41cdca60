import { LANGUAGES } from '../../wording/languages.ts';
import { GLOBAL_OPTIONS } from '../help.ts';
import type { Command } from '../program.ts';

export const lexiconCommand: Command = {
  name: 'lexicon',
  usage: 'lexicon [OPTION…] [PHRASE]',
  summary: 'list the words that have a meaning, look one up, or check a lexicon of your own',
  options: [
    {
      name: 'language',
      value: LANGUAGES.join('|'),
      summary: 'which lexicon; otherwise that of the configuration, or English',
    },
    {
      name: 'class',
      value: 'NAME',
      summary: 'only this class: actor, verb, modality, hedge, scope, amount, …',
    },
    { name: 'format', short: 'f', value: 'text|json', summary: 'text for readers, json for programs' },
    { name: 'validate', summary: 'check lexicon files: lexicon --validate FILE…' },
    ...GLOBAL_OPTIONS.filter(({ name }) => name === 'help'),
  ],
  examples: [
    'clausediff lexicon "takes note of"',
    'clausediff lexicon --class verb',
    'clausediff lexicon --language fr --format json',
    'clausediff lexicon --validate our-words.yaml',
  ],
  exitCodes: '0 found or valid, 1 not in the lexicon',
  // What reads YAML is loaded only for this command.
  run: async (program, args) => (await import('../lexicon/run-lexicon.ts')).runLexicon(program, args),
};
