#!/usr/bin/env bash
# Renders a folder of gitops/ by the command KUSTOMIZE_COMMAND, once for the same files: a test run renders the same tree hundreds of times.
set -euo pipefail
read -ra command <<<"$KUSTOMIZE_COMMAND"
folder=${!#}
root=./
[ "${folder#/}" = "$folder" ] || root=${folder%%gitops/overlays/*} root=${root%%gitops/clusters/*}
relative=${folder#"$root"}
relative=${relative#./}
case $#:$relative in
  1:gitops/overlays/dev | 1:gitops/overlays/prod) parts=(gitops/base gitops/components "$relative") ;;
  1:gitops/clusters/dev | 1:gitops/clusters/prod) parts=(gitops/components "$relative" "gitops/overlays/${relative##*/}/image") ;;
  *) exec "${command[@]}" "$@" ;;
esac
# What a folder refers to besides is not looked at; where something is missing, the command says so.
key=$(tar --create --sort=name --mtime=@0 --mode=0644 --owner=0 --group=0 --numeric-owner --directory "$root" "${parts[@]}" 2>/dev/null | sha256sum) || exec "${command[@]}" "$@"
kept=$KUSTOMIZE_RENDERED/${key%% *}-${relative//\//-}
if [ ! -e "$kept" ]; then
  "${command[@]}" "$@" >"$kept.$$"
  mv "$kept.$$" "$kept"
fi
exec cat "$kept"
