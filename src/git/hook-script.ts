import { shellQuote } from './shell-quote.ts';

/** The hooks that clausediff has something to do in. */
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

const MARK = '# clausediff hook, version ';
const VERSION = 2;

/** Hooks that git gives something on standard input, which the hook before ours must have as well. */
export const READS_INPUT: readonly HookName[] = ['post-rewrite', 'pre-push'];

/** The exit code of `hook run` for a broken rule; any other is a trouble of ours, which stops nothing. */
export const STOPPED = 10;

export const isOurs = (script: string): boolean => script.includes(MARK);
export const isCurrent = (script: string): boolean => script.includes(`${MARK}${VERSION}.`);

/**
 * The script of a hook: first the hook that was there before, whose failure counts; then ours.
 *
 * @param command what runs a hook, given its name and what git gives it
 */
export function hookScript(name: HookName, command: readonly string[]): string {
  const reads = READS_INPUT.includes(name);
  return `#!/bin/sh
${MARK}${VERSION}. "clausediff hook uninstall" takes it away and puts back what was here.
previous="$0${PREVIOUS}"
${reads ? 'input=$(cat)\n' : ''}if [ -x "$previous" ]; then
  ${reads ? 'printf \'%s\\n\' "$input" | ' : ''}"$previous" "$@" || exit $?
fi
${hookFunction(name, command)}
${reads ? 'printf \'%s\\n\' "$input" | ' : ''}clausediff_hook "$@"
`;
}

/**
 * A function of the shell that runs our hook, and fails with the code of a broken rule or not at all. Whatever else
 * happens to the program is one line on standard error. Git is asked first whether there is a draft in the commit, since
 * starting Node takes longer than a whole commit.
 */
export function hookFunction(name: HookName, command: readonly string[]): string {
  const [program = '', ...files] = command;
  const isThere = [
    `command -v ${shellQuote(program)} >/dev/null 2>&1`,
    ...files.map((file) => `[ -e ${shellQuote(file)} ]`),
  ].join(' && ');
  const run = `${command.map(shellQuote).join(' ')} ${name} "$@"`;
  return `clausediff_git() {
  GIT_LITERAL_PATHSPECS=0 GIT_GLOB_PATHSPECS=0 GIT_NOGLOB_PATHSPECS=0 GIT_ICASE_PATHSPECS=0 \\
  GIT_OPTIONAL_LOCKS=0 GIT_NO_LAZY_FETCH=1 git --no-pager --no-replace-objects -c core.fsmonitor=false \\
    -c core.hooksPath=/dev/null -c protocol.allow=never "$@" -- ${DRAFTS} 2>/dev/null
}
clausediff_gone() {
  note=$(git rev-parse --git-dir)/clausediff-gone
  [ "$(cat "$note" 2>/dev/null)" = "$PPID" ] && return
  echo "$PPID" >"$note"
  printf '%s\\n' ${shellQuote(`clausediff: ${files.at(-1) ?? program} or ${program} is gone, so nothing is checked or written (not stopped); install it again, then "clausediff hook install"`)} >&2
}
${QUESTIONS}
clausediff_hook() {
  [ "\${CLAUSEDIFF:-}" = 0 ] && return 0
  ${isThere} || { clausediff_gone; return 0; }
${WITHOUT_DRAFT[name]}  { said=$(${run} 2>&1); code=$?; } 2>/dev/null
  case $code in
    0 | ${STOPPED}) [ -z "$said" ] || printf '%s\\n' "$said" >&2 ;;
    *)
      why=$(printf '%s\\n' "$said" | sed -n -e '/rror/{p;q;}')
      [ -n "$why" ] || why=$(printf '%s\\n' "$said" | sed -n -e '/./{p;q;}')
      printf '%s\\n' "clausediff: ${name}: failed with exit code $code\${why:+: $why} (not stopped)" >&2
      ;;
  esac
  [ $code -ne ${STOPPED} ] || return ${STOPPED}
}`;
}

/** Markdown in any folder and any case. */
const DRAFTS = `':(top,icase)*.md' ':(top,icase)*.markdown'`;

/**
 * What a hook asks before it starts the program. The hooks of one commit have one parent; the first, pre-commit, leaves
 * it beside the index where no draft is staged, so that the others need not ask git again.
 */
const QUESTIONS = `clausediff_note=
case \${GIT_INDEX_FILE:-} in .git/* | */.git/*) clausediff_note=\${GIT_INDEX_FILE%/*}/clausediff-no-draft ;; esac
clausediff_stages_none() {
  clausediff_git diff-index --cached --quiet HEAD
}
clausediff_told_none() {
  parent=
  [ -r "$clausediff_note" ] && read -r parent <"$clausediff_note"
  [ "$parent" = "$PPID" ]
}
clausediff_amends() {
  if [ -r "/proc/$PPID/cmdline" ]; then
    while read -r words || [ -n "$words" ]; do
      case $words in *--am*) return 0 ;; esac
      words=
    done <"/proc/$PPID/cmdline"
    return 1
  fi
  case $(ps -ww -o args= -p "$PPID" 2>/dev/null) in *--am* | '') return 0 ;; esac
  return 1
}`;

/**
 * Where a hook ends without the program: what it would be about holds no draft. An error of git's is no answer. Of an
 * amended commit all drafts are told, not only those staged since.
 */
const WITHOUT_DRAFT: Readonly<Record<HookName, string>> = {
  'pre-commit': `  parent=$PPID
  clausediff_stages_none || parent=
  [ -z "$clausediff_note" ] || echo "$parent" >"$clausediff_note"
  [ -z "$parent" ] || return 0
`,
  'prepare-commit-msg': `  [ "\${GIT_EDITOR:-}" = : ] && return 0
  [ "\${2:-}" != commit ] && { clausediff_told_none || clausediff_stages_none; } && return 0
`,
  'commit-msg': `  clausediff_amends || { { clausediff_told_none || clausediff_stages_none; } && return 0; }
`,
  'post-commit': `  clausediff_amends || { clausediff_told_none && return 0; }
  clausediff_git diff-tree -r --quiet HEAD^ HEAD && return 0
`,
  'post-rewrite': '',
  'pre-push': '',
};
