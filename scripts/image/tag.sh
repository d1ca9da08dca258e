#!/usr/bin/env bash
# usage: scripts/image/tag.sh NAME@sha256:DIGEST NAME:TAG...
# Gives an image more tags. A tag that points to another image already is an error: tags never move.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

[[ $# -ge 2 && $1 == *@sha256:* ]] || misused 'it takes an image by its digest, and its new tags'
image=$1
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
