#!/bin/sh
# Makes what is handed out, the same bytes from the same sources:
#   package.sh PROGRAM FOLDER
# a package for Debian and Ubuntu, and an archive for a folder of one's own, with its checksum.
set -eu
cd "$(dirname "$0")/.."
. Packaging/identity
program=$1 out=$2
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -r CHANGELOG.md +%s)}
export SOURCE_DATE_EPOCH
umask 022
version=$("$program" --version | cut -d, -f1)
machine=$(uname -m)
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Two builds of one source differ in these alone: hashes of the object files, which nothing reads.
objcopy -R .swift_modhash -R .note.gnu.build-id "$program" "$work/palier"
chmod 755 "$work/palier"

archive="palier-$version-linux-$machine"
PALIER_DATA="$PWD/Data" Packaging/stage.sh "$work/palier" "$work/$archive" share/zsh/site-functions
cp LICENSE "$work/$archive/"
# What leads to the documentation leads to where it is here; what is for who has the sources is left out.
awk '/^## Pour qui programme/ { left = 1 } /^La résidence de l’exemple/ { left = 0 } !left' README.md |
  sed -e 's,](docs/,](share/doc/palier/,g' -e 's,\[docs/,[,' >"$work/$archive/README.md"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
  -C "$work" -cf - "$archive" | gzip -9n >"$out/$archive.tar.gz"
(cd "$out" && sha256sum "$archive.tar.gz" >"$archive.tar.gz.sha256")

if command -v dpkg-deb >/dev/null; then
  root="$work/root"
  PALIER_DATA="$PWD/Data" Packaging/stage.sh "$work/palier" "$root/usr" share/zsh/vendor-completions
  rm "$root/usr/share/palier/fournis/installed"
  doc="$root/usr/share/doc/palier"
  install -D -m 644 Packaging/debian/overrides "$root/usr/share/lintian/overrides/palier"
  {
    echo "palier ($version) unstable; urgency=medium"
    printf '\n  * What changed: CHANGELOG.md of the sources.\n\n'
    echo " -- $MAINTAINER  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
  } | gzip -9n >"$doc/changelog.gz"
  mkdir -p "$root/DEBIAN"
  sed -e "s/@VERSION@/$version/" -e "s/@MAINTAINER@/$MAINTAINER/" \
    -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" \
    -e "s/@SIZE@/$(du -ks --apparent-size "$root/usr" | cut -f1)/" \
    Packaging/debian/control >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
  dpkg-deb --root-owner-group -Zxz --build "$root" \
    "$out/palier_${version}_$(dpkg --print-architecture).deb" >/dev/null
else
  echo "Sans dpkg-deb, seule l’archive est faite." >&2
fi
ls -l "$out" | awk 'NR > 1 { print $5, $9 }'
