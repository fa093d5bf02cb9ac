#!/bin/sh
# Puts the program and all that goes with it below a prefix, and says there what it put:
#   stage.sh PROGRAM PREFIX ZSH
# ZSH is the folder of zsh's completions below the prefix, which is not the same everywhere.
set -eu
cd "$(dirname "$0")/.."
. Packaging/identity
program=$1 prefix=$2 zsh=$3
list="$prefix/share/palier/fournis/installed"
version=$("$program" --version | cut -d, -f1)
# The day of the sources, so that the same sources give the same bytes.
day=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%d)

Packaging/older.sh "$prefix"
mkdir -p "$prefix/share/palier/fournis"
: >"$list.new"

# put MODE FILE: what comes in becomes that file, even of a program that runs.
put() {
  mkdir -p "$prefix/$(dirname "$2")"
  cat >"$prefix/$2.new"
  chmod "$1" "$prefix/$2.new"
  mv -f "$prefix/$2.new" "$prefix/$2"
  printf '%s\n' "$2" >>"$list.new"
}
fill() { sed -e "s/@ID@/$ID/g" -e "s/@VERSION@/$version/g" -e "s/@DATE@/$day/g" "Packaging/$1"; }

put 755 bin/palier <"$program"
# In a folder of its own: in ~/.local, what stands beside it is the person's, and wins.
find Data -type f ! -name '.*' | LC_ALL=C sort | while read -r file; do
  put 644 "share/palier/fournis/${file#Data/}" <"$file"
done
for file in docs/*.schema.json docs/guide/*.md docs/guide.md docs/glossaire.md docs/format.md \
  docs/accessibilite.md docs/fusion.md docs/modeles.md docs/territoire.md; do
  put 644 "share/doc/palier/${file#docs/}" <"$file"
done
put 644 share/doc/palier/copyright <Packaging/debian/copyright
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
for shell in "bash share/bash-completion/completions/palier" "zsh $zsh/_palier" \
  "fish share/fish/vendor_completions.d/palier.fish"; do
  Packaging/completions.sh "$program" "${shell%% *}" | put 644 "${shell#* }"
done

# What an earlier install put, and this one did not.
if [ -f "$list" ]; then
  grep -vxF -f "$list.new" "$list" | while read -r file; do rm -f "$prefix/$file"; done
fi
LC_ALL=C sort -o "$list.new" "$list.new"
mv "$list.new" "$list"
