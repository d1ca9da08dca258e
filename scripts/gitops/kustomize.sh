#!/usr/bin/env bash
# usage: scripts/gitops/kustomize.sh [FOLDER]
# Renders a folder with kubectl 1.31 or newer, or with kustomize 5 or newer. Without a folder it prints the command.
# KUSTOMIZE names the command, and is taken as it is: KUSTOMIZE='kustomize build'
set -euo pipefail

case ${1:-} in
  --help | -h)
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
  -*)
    printf "kustomize: unknown option '%s'\n" "$1" >&2
    exit 2
    ;;
esac

kubectl_carries_kustomize_5() {
  command -v kubectl >/dev/null && kubectl version --client 2>/dev/null | grep -Eq '^Kustomize Version: v(5\.([4-9]|[1-9][0-9])|[6-9]|[1-9][0-9])'
}

# Debian's build calls itself "(devel)"; the first Debian that has it has 5.
kustomize_is_5() {
  command -v kustomize >/dev/null && ! kustomize version 2>/dev/null | grep -Eq '(^|[ /:])v?[1-4]\.'
}

if [ -n "${KUSTOMIZE:-}" ]; then
  read -ra command <<<"$KUSTOMIZE"
elif kubectl_carries_kustomize_5; then
  command=(kubectl kustomize)
elif kustomize_is_5; then
  command=(kustomize build)
else
  echo "kustomize: neither kubectl 1.31 nor kustomize 5, or newer, is installed; .ci/install-tools installs one" >&2
  exit 1
fi

if [ "$#" -eq 0 ]; then
  printf '%s\n' "${command[*]}"
else
  exec "${command[@]}" "$@"
fi
