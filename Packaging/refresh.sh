#!/bin/sh
# Has the desktop learn what is now installed below a prefix, or is there no more:
#   refresh.sh PREFIX
# Files that this makes are taken out with what is installed.
set -eu
prefix=$1
list="$prefix/share/palier/fournis/installed"
before=$(mktemp)
trap 'rm -f "$before"' EXIT

# learn FOLDER TOOL: the folder below share has changed.
learn() {
  command -v "$2" >/dev/null && [ -d "$prefix/share/$1" ] || return 0
  (cd "$prefix" && find "share/$1" -type f) >"$before"
  "$2" "$prefix/share/$1" 2>/dev/null || true
  [ ! -f "$list" ] || (cd "$prefix" && find "share/$1" -type f) | grep -vxF -f "$before" >>"$list" || true
}

# Its tool wants that folder, gone with the last file in it.
[ ! -d "$prefix/share/mime" ] || mkdir -p "$prefix/share/mime/packages"
learn mime update-mime-database
rmdir "$prefix/share/mime/packages" "$prefix/share/mime" 2>/dev/null || true
learn applications update-desktop-database
