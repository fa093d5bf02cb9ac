#!/bin/sh
# Looks at what package.sh made, with the programs that the machine has; says which it lacks:
#   check.sh FOLDER
# As root, where debootstrap is there, the package is installed in a fresh Debian without Swift, a démarche
# and its minutes are made in a terminal, and the package is taken out again.
set -eu
out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
work=$(mktemp -d)
clean() {
  [ ! -e "$work/root/usr/bin/tmux" ] || chroot "$work/root" /usr/bin/tmux kill-server 2>/dev/null || true
  umount "$work/root/proc" "$work/root/dev/pts" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
has() { command -v "$1" >/dev/null || { echo "make paquet : sans $1, $2." >&2; return 1; }; }
fail() { echo "make paquet : $1" >&2; exit 1; }

(cd "$out" && sha256sum --quiet --check ./*.sha256)
for archive in "$out"/*.tar.gz; do
  mkdir "$work/archive"
  tar -xzf "$archive" -C "$work/archive" --strip-components=1
  (cd / && "$work/archive/bin/palier" nouveau "$work/essai" --structure Essai >/dev/null)
done
share="$work/archive/share"
sh Packaging/check-own.sh "$work/archive/bin/palier" "$work/chez soi"
# What a page leads to is there.
find "$work/archive/README.md" "$share/doc" -name '*.md' | while read -r page; do
  { grep -o ']([^)#]*' "$page" || true; } | sed -e 's/^](//' -e '/^$/d' -e '/:\/\//d' | while read -r link; do
    [ -e "$(dirname "$page")/$link" ] || fail "${page#"$work/archive/"} mène à $link, qui n’est pas dans l’archive"
  done
done
if has desktop-file-validate "le lanceur n’est pas contrôlé"; then
  desktop-file-validate "$share"/applications/*.desktop
fi
if has appstreamcli "la fiche du logiciel n’est pas contrôlée"; then
  appstreamcli validate --no-net "$share"/metainfo/*.xml >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
fi
if has groff "la page de manuel n’est pas contrôlée"; then
  gzip -dc "$share/man/man1/palier.1.gz" | groff -ww -man -K utf8 -Tutf8 >/dev/null 2>"$work/log"
  [ ! -s "$work/log" ] || fail "la page de manuel : $(head -n 1 "$work/log")"
fi
bash -n "$share/bash-completion/completions/palier"
if has zsh "ce qu’il complète n’est pas contrôlé"; then zsh -n "$share/zsh/site-functions/_palier"; fi
if has fish "ce qu’il complète n’est pas contrôlé"; then
  for asked in "es essai.dpes.json" "./es ./essai.dpes.json" "help a-f a-faire"; do
    (cd "$work" && fish --no-config -c "source $share/fish/vendor_completions.d/palier.fish
      complete -C 'palier ${asked% *}'") | cut -f 1 | grep -qxF "${asked##* }" ||
      fail "fish ne complète pas « palier ${asked% *} »"
  done
fi
for package in "$out"/*.deb; do
  [ -f "$package" ] || continue
  if has lintian "le paquet n’est pas contrôlé"; then
    said=$(lintian --fail-on none "$package" 2>/dev/null)
    [ -z "$said" ] || fail "lintian : $said"
  fi
  [ "$(id -u)" = 0 ] || { echo "make paquet : sans droits, rien n’est installé dans un Debian neuf." >&2; continue; }
  has debootstrap "rien n’est installé dans un Debian neuf" || continue
  if ! debootstrap --variant=minbase --include=tmux bookworm "$work/root" >"$work/log" 2>&1; then
    echo "make paquet : debootstrap n’a pas fait de Debian neuf ($(tail -n 1 "$work/log"))." >&2
    continue
  fi
  mount -t proc proc "$work/root/proc"
  mount -t devpts devpts "$work/root/dev/pts"
  cp "$package" "$work/root/tmp/palier.deb"
  inside() { chroot "$work/root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm-256color LC_ALL=C.UTF-8 "$@"; }
  inside dpkg -i /tmp/palier.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  shows() {
    tries=0
    until inside tmux capture-pane -p | grep -q "$1"; do
      tries=$((tries + 1))
      [ $tries -lt 300 ] || fail "dans un Debian neuf, « $1 » n’est pas à l’écran"
      sleep 0.2
    done
  }
  keys() { inside tmux send-keys "$@"; }
  # Entrée comes apart: what comes in one piece with it is a paste.
  line() { keys -l "$1"; shows "$1"; keys Enter; }
  # A new démarche, three observations, its minutes: what somebody does who has just installed it.
  inside tmux -u new-session -d -c /root -x 100 -y 30 palier
  shows 'Nouvelle démarche'
  keys n
  shows 'structure'
  line 'Les Amis du Lac'
  shows 'est gardé dans'
  keys n
  for said in 'Le local est humide' 'Les comptes sont clairs' 'On décide à trois'; do
    line "$said"
    shows 'u p d t'
    keys u
    shows 'r o v'
    keys r
    shows 'puis l’axe'
  done
  keys Escape
  shows 'n nouvelle'
  keys e
  shows 'Compte rendu'
  keys Enter
  shows 'dans quel fichier'
  keys Enter
  shows 'Écrit'
  keys q
  tries=0
  while inside tmux has-session 2>/dev/null && [ $tries -lt 50 ]; do
    tries=$((tries + 1))
    sleep 0.2
  done
  inside tmux kill-server 2>/dev/null || true
  minutes="$work/root/root/les-amis-du-lac-compte-rendu.odt"
  [ -s "$minutes" ] || fail "dans un Debian neuf, le compte rendu n’est pas écrit ($(cd "$work/root" && find . -xdev -name '*amis-du-lac*' | tr '\n' ' '))"
  if has soffice "le compte rendu n’est pas ouvert dans Writer"; then
    soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" \
      "$minutes" >"$work/log" 2>&1
    [ -s "$work/les-amis-du-lac-compte-rendu.pdf" ] || fail "Writer n’ouvre pas le compte rendu"
  fi
  inside dpkg -r palier >/dev/null
  left=$(find "$work/root/usr" "$work/root/etc" -path '*palier*' | head -n 1)
  [ -z "$left" ] || fail "il reste $left après dpkg -r"
  [ -s "$work/root/root/les-amis-du-lac.dpes.json" ] || fail "la démarche n’est plus là après dpkg -r"
  echo "make paquet : installé, une démarche et son compte rendu faits, enlevé, dans un Debian neuf sans Swift"
done
