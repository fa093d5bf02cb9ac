#!/bin/sh
# Prints what a shell is told of the Tab key, from the program, and what its argument parser leaves out:
#   completions.sh PROGRAM bash|zsh|fish
# The first word is a démarche as well as a command; after « help » stands a command.
set -eu
program=$1 shell=$2
said=$("$program" --generate-completion-script "$shell")
case $shell in
bash)
  # What is no command may be a file: bash then offers those.
  printf '%s\n' "$said" | sed -e 1d \
    -e 's/^complete .*/complete -o filenames -o default -F _palier palier/' |
    awk '
      /COMPREPLY\+=\(\$\(compgen -W .ouvrir / { commands = $0; sub(/^ */, "", commands) }
      /^_palier_help\(\)/ { inHelp = 1 }
      inHelp && /__palier_offer_flags_options/ {
        print; print "    [[ \"${positional_number}\" -gt 1 ]] || " commands; inHelp = 0; next
      }
      { print }
      /COMPREPLY\+=\(\$\(compgen -W .ouvrir / && !inHelp {
        print "        mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -f -X \x27!*.dpes.json\x27 -- \"${cur}\")"
      }'
  ;;
zsh)
  printf '%s\n' "$said" | awk '
    /local -ar subcommands=\(/ { inCommands = 1 }
    inCommands { commands = commands $0 "\n" }
    inCommands && /^ *\)$/ { inCommands = 0 }
    { print }
    /_describe -V subcommand subcommands/ {
      print "        _files -g \x27*.dpes.json\x27 && ret=0"
    }
    /^_palier_help\(\)/ { inHelp = 1 }
    inHelp && /local -i ret=1/ { printf "%s", commands; inHelp = 0 }
  ' | sed -e "s/'\*:subcommands:'/'1:commande:{_describe -V commande subcommands}'/"
  ;;
fish)
  printf '%s\n' "$said"
  printf '%s\n' "$said" |
    sed -n 's/^\(complete .*for_positional "palier\) ouvrir\(" -eq 1.*\)/\1\2/p'
  printf '%s\n' "$said" |
    sed -n "/ -fa 'help' /d; s/^\(complete .*for_positional \"palier\)\(\" -eq 1.*\)/\1 help\2/p"
  cat <<'END'
complete -c 'palier' -n '__palier_should_offer_completions_for_positional "palier" -eq 1; and not count (commandline -t)*.dpes.json >/dev/null' -F
END
  ;;
esac
