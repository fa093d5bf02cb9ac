#!/bin/sh
# Takes out what version 0.1.0 put below a prefix, its data where one's own files go in ~/.local:
#   older.sh PREFIX
# Of these only what is byte for byte what Palier ships; another may be the person's, and is told.
set -eu
cd "$(dirname "$0")/.."
prefix=$1
list="$prefix/share/palier/installed"
[ -f "$list" ] || exit 0
while read -r file; do
  case $file in
  share/palier/*)
    [ -e "$prefix/$file" ] || continue
    if ! cmp -s "Data/${file#share/palier/}" "$prefix/$file"; then
      echo "« $prefix/$file » n’est pas, ou plus, ce que Palier livre : il reste, et sera lu comme le vôtre. Effacez-le s’il n’est pas à vous." >&2
      continue
    fi
    ;;
  esac
  rm -f "$prefix/$file"
  folder=$(dirname "$file")
  while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
done <"$list"
rm -f "$list"
rmdir "$prefix/share/palier" 2>/dev/null || true
