#!/usr/bin/env bash
# Renders a folder of gitops/ by the command KUSTOMIZE_COMMAND, once for the same files: a test run renders the same tree hundreds of times.
set -euo pipefail
read -ra command <<<"$KUSTOMIZE_COMMAND"
folder=${!#}
root=$(pwd)/
[ "${folder#/}" = "$folder" ] || root=${folder%%gitops/overlays/*} root=${root%%gitops/clusters/*}
relative=${folder#"$root"}
if [ "$#" -ne 1 ] || [[ $relative != gitops/overlays/* && $relative != gitops/clusters/* ]]; then
  exec "${command[@]}" "$@"
fi
key=$(tar --create --sort=name --mtime=@0 --mode=0644 --owner=0 --group=0 --numeric-owner --directory "$root" gitops | sha256sum)
kept=$KUSTOMIZE_RENDERED/${key%% *}-${relative//\//-}
if [ ! -e "$kept" ]; then
  "${command[@]}" "$@" >"$kept.$$"
  mv "$kept.$$" "$kept"
fi
exec cat "$kept"
