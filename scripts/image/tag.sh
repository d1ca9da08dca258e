#!/usr/bin/env bash
# Gives an image more tags. A tag that points to another image already is an error: tags never move.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

image=${1:?usage: scripts/image/tag.sh <name>@sha256:<64 hex> <name>:<tag>...}
name=${image%@*}
digest=${image#*@}
shift
for tagged in "$@"; do
  if [ "${tagged%:*}" != "$name" ]; then
    printf 'tag: %s is not a tag of %s\n' "$tagged" "$name" >&2
    exit 1
  fi
  present=$(digest_of "$tagged")
  if [ -z "$present" ]; then
    add_tag "$name" "$digest" "${tagged##*:}"
  elif [ "$present" != "$digest" ]; then
    printf 'tag: %s is %s already; a tag does not move\n' "$tagged" "$present" >&2
    exit 1
  fi
  printf '%s is %s\n' "$tagged" "$digest"
done
