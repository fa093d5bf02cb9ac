#!/bin/sh
# Puts the program and all that goes with it below a prefix, and says there what it put:
#   stage.sh PROGRAM PREFIX ZSH
# ZSH is the folder of zsh's completions below the prefix, which is not the same everywhere.
set -eu
cd "$(dirname "$0")/.."
. Packaging/identity
program=$1 prefix=$2 zsh=$3
list="$prefix/share/palier/installed"
version=$("$program" --version | cut -d, -f1)
# The day of the sources, so that the same sources give the same bytes.
day=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%d)

mkdir -p "$prefix/share/palier"
: >"$list"

# put MODE FILE: what comes in becomes that file.
put() {
  mkdir -p "$prefix/$(dirname "$2")"
  cat >"$prefix/$2"
  chmod "$1" "$prefix/$2"
  printf '%s\n' "$2" >>"$list"
}
fill() { sed -e "s/@ID@/$ID/g" -e "s/@VERSION@/$version/g" -e "s/@DATE@/$day/g" "Packaging/$1"; }

put 755 bin/palier <"$program"
find Data -type f ! -name '.*' | LC_ALL=C sort | while read -r file; do
  put 644 "share/palier/${file#Data/}" <"$file"
done
for name in guide guide/animer guide/suivre guide/transmettre guide/depanner glossaire format fusion \
  modeles; do
  put 644 "share/doc/palier/$name.md" <"docs/$name.md"
done
fill palier.desktop | put 644 "share/applications/$ID.desktop"
fill metainfo.xml | put 644 "share/metainfo/$ID.metainfo.xml"
fill mime.xml | put 644 "share/mime/packages/$ID.xml"
fill palier.svg | put 644 "share/icons/hicolor/scalable/apps/$ID.svg"
if command -v python3 >/dev/null; then
  python3 Packaging/manual.py "$program" "$version" "$day" | gzip -9n |
    put 644 share/man/man1/palier.1.gz
else
  echo "Sans python3, la page de manuel n’est pas installée." >&2
fi
# What is no command may be a file: bash then offers those.
"$program" --generate-completion-script bash |
  sed -e 1d -e 's/^complete .*/complete -o filenames -o default -F _palier palier/' |
  put 644 share/bash-completion/completions/palier
"$program" --generate-completion-script zsh | put 644 "$zsh/_palier"
"$program" --generate-completion-script fish |
  put 644 share/fish/vendor_completions.d/palier.fish
