#!/bin/sh
# Takes out what stage.sh put below a prefix, and the folders that are empty then; nothing else.
set -eu
cd "$(dirname "$0")/.."
prefix=$1
list="$prefix/share/palier/fournis/installed"
[ -f "$list" ] || [ -f "$prefix/share/palier/installed" ] || {
  echo "Palier n’est pas installé dans « $prefix »." >&2
  exit 1
}
Packaging/older.sh "$prefix"
if [ -f "$list" ]; then
  while read -r file; do
    rm -f "$prefix/$file"
    folder=$(dirname "$file")
    while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
  done <"$list"
  # The program's own, of which nothing is a person's.
  rm -rf "$prefix/share/palier/fournis"
  rmdir "$prefix/share/palier" "$prefix/share" 2>/dev/null || true
fi
echo "Palier est désinstallé ; vos démarches et vos fichiers restent où ils sont."
