import { shellQuote } from './shell-quote.ts';

/** The hooks that clausediff has something to do in, and whether they can stop git. */
export const HOOKS = {
  'pre-commit': 'checks what is staged against the rules, and stops the commit where one is broken',
  'prepare-commit-msg': 'puts a summary of the wording changes into the message as comments',
  'commit-msg': 'adds the most important wording changes to the message as trailers',
  'post-commit': 'writes the wording changes as a git note (refs/notes/clausediff)',
  'post-rewrite': 'writes the notes again after amend and rebase',
  'pre-push': 'checks what is pushed against the rules, and stops the push where one is broken',
} as const;

export type HookName = keyof typeof HOOKS;
export const HOOK_NAMES = Object.keys(HOOKS) as HookName[];

/** What the hook that was there before is called while ours stands in its place. */
export const PREVIOUS = '.before-clausediff';

const MARK =
  '# clausediff hook, version 1. "clausediff hook uninstall" takes it away and puts back what was here.';

/** Hooks that git gives something on standard input, which the hook before ours must have as well. */
const READS_INPUT: readonly HookName[] = ['post-rewrite', 'pre-push'];
export const CAN_STOP: readonly HookName[] = ['pre-commit', 'pre-push'];

export const isOurs = (script: string): boolean => script.includes(MARK);

/**
 * The script of a hook: first the hook that was there before, whose failure counts; then clausediff, whose own troubles
 * stop nothing. Only a broken rule does, in the hooks that check.
 *
 * @param command the program and its first arguments, as installed
 */
export function hookScript(name: HookName, command: readonly string[]): string {
  const reads = READS_INPUT.includes(name);
  const [program = '', ...rest] = command;
  return `#!/bin/sh
${MARK}
previous="$0${PREVIOUS}"
${reads ? 'input=$(cat)\n' : ''}if [ -x "$previous" ]; then
  ${reads ? 'printf \'%s\\n\' "$input" | ' : ''}"$previous" "$@" || exit $?
fi
[ "\${CLAUSEDIFF:-}" = 0 ] && exit 0
${rest.map((path) => `[ -e ${shellQuote(path)} ] || exit 0\n`).join('')}command -v ${shellQuote(program)} >/dev/null 2>&1 || exit 0
${reads ? 'printf \'%s\\n\' "$input" | ' : ''}${command.map(shellQuote).join(' ')} hook run ${name} -- "$@"
${CAN_STOP.includes(name) ? '[ $? -eq 1 ] && exit 1\n' : ''}exit 0
`;
}
