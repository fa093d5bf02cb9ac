#!/bin/sh
# Looks at what an install and its removal in ~/.local leave of a person's own files:
#   check-own.sh PROGRAM HOME
# HOME is a folder that is not there yet.
set -eu
cd "$(dirname "$0")/.."
program=$1 home=$2
prefix="$home/.local"
mine="$prefix/share/palier"
fail() { echo "make paquet : $1" >&2; exit 1; }
own() { head -n 1 "$mine/modeles/ca.md" | grep -qxF '# De la maison' || fail "$1, le modèle de la personne n’est plus le sien"; }
installs() { Packaging/stage.sh "$program" "$prefix" share/zsh/site-functions; }
palier() { HOME="$home" XDG_DATA_HOME='' XDG_STATE_HOME='' XDG_CONFIG_HOME='' "$prefix/bin/palier" "$@"; }

mkdir -p "$mine/modeles" "$mine/cycles"
echo '# De la maison' >"$mine/modeles/ca.md"
echo 'un reste' >"$mine/cycles/note.txt"
installs
installs
own "après make install"
palier nouveau "$home/essai.dpes.json" --structure Essai >/dev/null
palier rapport "$home/essai.dpes.json" --modele ca --vers "$home/ca.md" >/dev/null
grep -qxF '# De la maison' "$home/ca.md" || fail "le modèle de la personne ne l’emporte pas sur celui de Palier"
! palier cycles | grep -q 'le vôtre' || fail "« palier cycles » dit de la personne ce que Palier livre"
Packaging/unstage.sh "$prefix" >/dev/null
own "après make uninstall"
left=$(cd "$prefix" && find . -type f | LC_ALL=C sort | tr '\n' ' ')
[ "$left" = './share/palier/cycles/note.txt ./share/palier/modeles/ca.md ' ] ||
  fail "après make uninstall, il reste : $left"

# What version 0.1.0 put there goes, where it is what Palier ships; another is told, and stays.
cp Data/modeles/annuel.md "$mine/modeles/"
printf '%s\n' share/palier/modeles/annuel.md share/palier/modeles/ca.md >"$mine/installed"
installs 2>"$home/said"
own "après une mise à jour"
[ ! -e "$mine/modeles/annuel.md" ] || fail "un modèle de la version 0.1.0 passe pour celui de la personne"
grep -q "ca.md" "$home/said" || fail "ce que laisse la version 0.1.0 n’est pas dit"
Packaging/unstage.sh "$prefix" >/dev/null
own "après make uninstall"
