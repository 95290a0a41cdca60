import type { Command } from './program.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What a shell reads to complete our commands and their options; files otherwise. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  return { bash, zsh, fish }[shell](commands);
}

const optionsOf = ({ options }: Command): string[] =>
  options.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);

const namesOf = (commands: readonly Command[]): string => commands.map(({ name }) => name).join(' ');

const bash = (commands: readonly Command[]): string => `# clausediff: eval "$(clausediff completion bash)"
_clausediff() {
  local current=\${COMP_WORDS[COMP_CWORD]} options=
  COMPREPLY=()
  case \${COMP_WORDS[1]} in
${commands.map((command) => `    ${command.name}) options='${optionsOf(command).join(' ')}' ;;`).join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${namesOf(commands)}' -- "$current"))
  fi
}
complete -o default -o bashdefault -F _clausediff clausediff
`;

const quoted = (text: string): string => text.replaceAll("'", "'\\''");

const zsh = (commands: readonly Command[]): string => `#compdef clausediff
# clausediff: eval "$(clausediff completion zsh)"
_clausediff() {
  local -a commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
${commands.map((command) => `    ${command.name}) _arguments ${zshOptions(command)} '*:file:_files' ;;`).join('\n')}
    *) _files ;;
  esac
}
compdef _clausediff clausediff
`;

const zshOptions = ({ options }: Command): string =>
  options
    .map(({ name, summary, value }) => {
      const told = quoted(summary).replace(/[[\]:]/g, '\\$&');
      return `'--${name}${value === undefined ? '' : '='}[${told}]${value === undefined ? '' : `:${name}:`}'`;
    })
    .join(' ');

const fish = (commands: readonly Command[]): string =>
  [
    '# clausediff: clausediff completion fish | source',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c clausediff -n __fish_use_subcommand -a ${name} -d '${fishQuoted(summary)}'`,
    ),
    ...commands.flatMap((command) =>
      command.options.map(
        ({ name, short, summary, value }) =>
          `complete -c clausediff -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${short ? ` -s ${short}` : ''}${value === undefined ? '' : ' -r'} -d '${fishQuoted(summary)}'`,
      ),
    ),
    '',
  ].join('\n');

const fishQuoted = (text: string): string => text.replace(/[\\']/g, '\\$&');
