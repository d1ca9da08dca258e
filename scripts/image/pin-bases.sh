#!/usr/bin/env bash
# Writes into samples/RainfallSite/Dockerfile the digests that the tags of its base images have today. For another version, change the tag first.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

file=${1:-samples/RainfallSite/Dockerfile}
mapfile -t bases < <(scripts/image/bases.sh "$file")
for base in "${bases[@]}"; do
  digest=$(digest_of "${base%@*}")
  if [ -z "$digest" ]; then
    printf 'pin-bases: there is no %s\n' "${base%@*}" >&2
    exit 1
  fi
  sed -i "s#^\(FROM .*\)${base}\( \|\$\)#\1${base%@*}@$digest\2#" "$file"
  printf '%s@%s\n' "${base%@*}" "$digest"
done
