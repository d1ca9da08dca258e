#!/usr/bin/env bash
# usage: scripts/image/pin-bases.sh [DOCKERFILE]
# Writes into samples/RainfallSite/Dockerfile the digests that the tags of its base images have today. For another version, change the tag first.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

[[ ${1:-} != -* ]] || misused "unknown option '$1'"
file=${1:-samples/RainfallSite/Dockerfile}
mapfile -t bases < <(scripts/image/bases.sh "$file")
for base in "${bases[@]}"; do
  digest=$(digest_of "${base%@*}")
  if [ -z "$digest" ]; then
    printf 'pin-bases: there is no %s\n' "${base%@*}" >&2
    exit 1
  fi
  edit "$file" "s#^\(FROM .*\)${base}\( \|\$\)#\1${base%@*}@$digest\2#"
  printf '%s@%s\n' "${base%@*}" "$digest"
done
