#!/bin/sh
# Takes out what stage.sh put below a prefix, and the folders that are empty then; nothing else.
set -eu
prefix=$1
list="$prefix/share/palier/installed"
[ -f "$list" ] || { echo "Palier n’est pas installé dans « $prefix »." >&2; exit 1; }
while read -r file; do
  rm -f "$prefix/$file"
  folder=$(dirname "$file")
  while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
done <"$list"
rm -f "$list"
rmdir "$prefix/share/palier" "$prefix/share" 2>/dev/null || true
echo "Palier est désinstallé ; vos démarches restent où elles sont."
